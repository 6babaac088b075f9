import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadScriptEngine } from '../../../../../archive/text/script/script-engine.ts';
import type { ScriptEngine } from '../../../../../archive/text/script/script-engine.ts';
import type { Script } from '../../../../../archive/text/script/configuration.ts';
import { packDictionaries } from '../../../../../scripts/pack-dictionaries.mjs';

const root = new URL('../../../../../', import.meta.url).pathname;

/** The packed dictionaries as the application loads them. */
export async function dictionaryBuffer(): Promise<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = await readFile(await packDictionaries());
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

export async function openEngine(): Promise<ScriptEngine> {
  return loadScriptEngine(await dictionaryBuffer());
}

/** A sentence in simplified script and what it is in the others. */
export type Sentence = Readonly<Record<Script, string>>;

/** Sentences of our own: `tuning` served to write the word lists, `held-out` only to score them. */
export function readSentences(set: 'tuning' | 'held-out'): readonly Sentence[] {
  const file = join(root, 'tests/unit/archive/text/script/sentences', `${set}.tsv`);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [hans = '', hant = '', tw = '', twp = '', hk = ''] = row.split('\t');
      return { hans, hant, tw, twp, hk };
    });
}

/** A traditional sentence of a region and what it is in simplified script. */
export interface PrintedSentence {
  readonly from: Script;
  readonly printed: string;
  readonly hans: string;
}

/** Sentences of our own that were written in traditional script; the sets as above. */
export function readPrintedSentences(set: 'tuning' | 'held-out'): readonly PrintedSentence[] {
  const file = join(root, 'tests/unit/archive/text/script/sentences', `${set}-to-hans.tsv`);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [from = '', printed = '', hans = ''] = row.split('\t');
      return { from: from as Script, printed, hans };
    });
}

const isChinese = /\p{Script=Han}/u;

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function linesOf(files: readonly string[]): string[] {
  return files.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter(isChineseLine);
}

function isChineseLine(line: string): boolean {
  return isChinese.test(line);
}

export interface RealLines {
  /** Lines of the bundled archives' sources, front matter included. */
  readonly bundled: readonly string[];
  /** The clauses of those lines. */
  readonly clauses: readonly string[];
  /** Messages and pages of packages, in both scripts. */
  readonly software: readonly string[];
  readonly sentences: readonly string[];
}

/** Chinese lines that people wrote, of both scripts. */
export function realLines(): RealLines {
  const bundled = linesOf(
    filesBelow(join(root, 'archive/bundled')).filter((file) => file.endsWith('.md')),
  );
  const sentences = [...readSentences('tuning'), ...readSentences('held-out')];
  return {
    bundled,
    clauses: bundled.flatMap((line) => line.split(/(?<=[，。！？；：、])/).filter(isChineseLine)),
    software: linesOf(
      [
        'typescript/lib/zh-cn/diagnosticMessages.generated.json',
        'typescript/lib/zh-tw/diagnosticMessages.generated.json',
        'axe-core/locales/zh_CN.json',
        'axe-core/locales/zh_TW.json',
        'opencc-js/README-zh-CN.md',
        'opencc-js/README-zh-TW.md',
      ].map((file) => join(root, 'node_modules', file)),
    ),
    sentences: sentences.flatMap(({ hans, hant, tw, hk }) => [hans, hant, tw, hk]),
  };
}

/** Lines put together from random pieces of real ones; the same for the same seed. */
export function recombinedLines(lines: readonly string[], count: number, seed: number): string[] {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const piece = () => {
    const characters = Array.from(lines[below(lines.length)] ?? '');
    const start = below(characters.length);
    return characters.slice(start, start + 1 + below(8)).join('');
  };
  return Array.from({ length: count }, () => Array.from({ length: 2 + below(10) }, piece).join(''));
}
