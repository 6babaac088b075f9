// Packs the word frequencies and parts of speech of the jieba dictionary (MIT), the
// traditional-to-simplified characters of OpenCC (Apache-2.0) and how word classes follow each other
// in the bundled stories into the table that restoring pages reads.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  costScale,
  firstHan,
  hanCount,
  tableMagic,
  wordCheck,
  wordHash,
} from '../archive/import/newspaper-page/word-table.ts';
import { classNumber, type GrammarClass } from '../archive/import/newspaper-page/word-classes.ts';
import { packFollowOdds } from './pack-follow-odds.ts';

const slotBits = 19;
// The package types its presets but not the single dictionaries; this one is `from to|from to|…`.
const charactersModule = 'opencc-js/dict/TSCharacters';
const { default: traditionalToSimplified } = (await import(charactersModule)) as {
  default: string;
};
const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');

/** The simplified form by code unit, for characters of one code unit. */
function characterFolds(): Map<number, number> {
  const folds = new Map<number, number>();
  for (const entry of traditionalToSimplified.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) {
      folds.set(from.charCodeAt(0), to.charCodeAt(0));
    }
  }
  return folds;
}

const classOfTag: Readonly<Record<string, GrammarClass>> = {
  n: 'noun',
  nr: 'person',
  nrt: 'person',
  nrfg: 'person',
  ns: 'place',
  nt: 'body',
  nz: 'name',
  v: 'verb',
  vi: 'verb',
  vq: 'verb',
  vd: 'verb',
  vg: 'verb',
  df: 'verb',
  vn: 'verbal-noun',
  a: 'adjective',
  ad: 'adjective',
  an: 'adjective',
  d: 'adverb',
  dg: 'adverb',
  m: 'number',
  mg: 'number',
  q: 'measure',
  mq: 'measure',
  r: 'pronoun',
  rr: 'pronoun',
  rz: 'pronoun',
  rg: 'pronoun',
  p: 'preposition',
  c: 'conjunction',
  u: 'particle',
  ud: 'particle',
  ug: 'particle',
  uj: 'particle',
  ul: 'particle',
  uv: 'particle',
  uz: 'particle',
  y: 'particle',
  k: 'particle',
  h: 'particle',
  t: 'time',
  tg: 'time',
  f: 'direction',
  s: 'direction',
  i: 'idiom',
  l: 'phrase',
  z: 'state',
  b: 'attribute',
  j: 'short-form',
  e: 'interjection',
  o: 'interjection',
  g: 'morpheme',
  ng: 'morpheme',
  ag: 'morpheme',
  zg: 'morpheme',
};

/** The packed table; takes about two seconds. */
export function packWordTable(): Uint8Array {
  const words = packWords();
  return Buffer.concat([words, packFollowOdds(words)]);
}

function packWords(): Uint8Array {
  const folds = characterFolds();
  const frequencies = new Map<string, number>();
  const tags = new Map<string, string>();
  let total = 0;
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [word = '', count = '0', tag = ''] = line.trimEnd().split(' ');
    if (!/^[\u4e00-\u9fff]{1,4}$/u.test(word)) continue;
    const folded = Array.from(word)
      .map((character) => {
        const code = character.charCodeAt(0);
        return String.fromCharCode(folds.get(code) ?? code);
      })
      .join('');
    if (Number(count) >= (frequencies.get(folded) ?? 0)) tags.set(folded, tag);
    frequencies.set(folded, (frequencies.get(folded) ?? 0) + Number(count));
    total += Number(count);
  }

  const quantised = (frequency: number): number =>
    Math.min(255, Math.max(1, Math.round(-Math.log(frequency / total) * costScale)));

  const singles = new Uint8Array(hanCount);
  const begins = new Float64Array(hanCount);
  const occurs = new Float64Array(hanCount);
  const slots = new Uint8Array(4 * 2 ** slotBits);
  const classes = new Uint8Array(2 ** slotBits + hanCount);
  const mask = 2 ** slotBits - 1;
  for (const [word, frequency] of frequencies) {
    if (frequency <= 0) continue;
    const wordClass = classNumber(classOfTag[tags.get(word) ?? ''] ?? 'unknown');
    for (let at = 0; at < word.length; at++) {
      const index = word.charCodeAt(at) - firstHan;
      occurs[index] = (occurs[index] ?? 0) + frequency;
      if (at === 0) begins[index] = (begins[index] ?? 0) + frequency;
    }
    if (word.length === 1) {
      const index = word.charCodeAt(0) - firstHan;
      singles[index] = quantised(frequency);
      classes[2 ** slotBits + index] = wordClass;
      continue;
    }
    const hash = wordHash(word, 0, word.length);
    const check = wordCheck(word, 0, word.length);
    let slot = hash >>> (32 - slotBits);
    while (slots[slot * 4 + 3] !== 0) slot = (slot + 1) & mask;
    slots.set([check & 0xff, (check >>> 8) & 0xff, check >>> 16, quantised(frequency)], slot * 4);
    classes[slot] = wordClass;
  }
  const starts = begins.map((count, index) => {
    const seen = occurs[index] ?? 0;
    return seen < 20 ? 0 : 1 + Math.round((254 * count) / seen);
  });

  const header = new DataView(new ArrayBuffer(12 + folds.size * 4));
  header.setUint32(0, tableMagic, true);
  header.setUint32(4, folds.size, true);
  header.setUint32(8, slotBits, true);
  [...folds].forEach(([from, to], index) => {
    header.setUint16(12 + index * 4, from, true);
    header.setUint16(14 + index * 4, to, true);
  });
  return Buffer.concat([
    Buffer.from(header.buffer),
    singles,
    Uint8Array.from(starts),
    slots,
    classes,
  ]);
}
