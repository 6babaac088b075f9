// Font files that are made from others, each by a process of its own, and kept in the cache folder.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../runtime/fallback-runtime.mjs';

/** @param {readonly string[]} files @param {readonly string[]} words */
function digestOf(files, words = []) {
  const hash = createHash('sha256').update(words.join('\0'));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

/** @param {string} kept where the result is to be @param {string} program @param {readonly string[]} words before the target */
async function make(kept, program, words) {
  mkdirSync(join(kept, '..'), { recursive: true });
  const work = `${kept}.${process.pid}`;
  await promisify(execFile)(process.execPath, [program, ...words, work]);
  renameSync(work, kept);
}

/** What makes the files, so that a change of it makes them anew. */
function programs() {
  return readdirSync(import.meta.dirname).map((name) => join(import.meta.dirname, name));
}

/**
 * What a region draws differently. @param {string} base @param {string} source @returns {Promise<string>} its file
 */
export async function printedFace(base, source) {
  const kept = join(
    cacheFolder(),
    'faces',
    `${digestOf([base, source, ...programs()], ['print'])}.ttf`,
  );
  if (!existsSync(kept))
    await make(kept, join(import.meta.dirname, 'print-face.mjs'), [base, source]);
  return kept;
}

/**
 * One face for several regions. @param {string} base
 * @param {readonly { language: string, source: string }[]} regions @returns {Promise<string>} its file
 */
export async function mergedFace(base, regions) {
  const sources = [base, ...regions.map(({ source }) => source)];
  const languages = regions.map(({ language }) => language);
  const digest = digestOf([...sources, ...programs()], languages);
  const kept = join(cacheFolder(), 'faces', `${digest}.ttf`);
  const words = regions.flatMap(({ language, source }) => [language, source]);
  if (!existsSync(kept))
    await make(kept, join(import.meta.dirname, 'merge-regions.mjs'), [base, ...words]);
  return kept;
}

/** @param {string} source @param {string} name for the message @param {(line: string) => void} say @returns {Promise<string>} the woff2 of a font */
export async function compressedFace(source, name, say) {
  const kept = join(cacheFolder(), 'woff2', `${digestOf([source])}.woff2`);
  if (existsSync(kept)) return kept;
  const started = Date.now();
  await make(kept, join(import.meta.dirname, '../compress-font.mjs'), [source]);
  say(`Compressed ${name} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return kept;
}
