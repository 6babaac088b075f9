import { foldPatternCharacter } from './fold-pattern-character.ts';
import { grammarClasses } from './word-classes.ts';

/**
 * Word frequencies of modern Chinese, packed: which strings of two to four characters are words and
 * how usual they are. Built by `scripts/build-word-table.ts`. All costs are negative natural
 * logarithms of a probability.
 */
export interface WordTable {
  /** Cost of the folded text `plain.slice(start, end)` as one word; undefined where it is none. */
  readonly wordCost: (plain: string, start: number, end: number) => number | undefined;
  /** Cost of a character standing as a word of its own. */
  readonly characterCost: (codeUnit: number) => number;
  /** How often a word with this character begins with it, 0 to 1; 0.5 where nothing is known. */
  readonly startShare: (codeUnit: number) => number;
  /** Class of the folded text as one word; that of unknown words where it is none. */
  readonly wordClass: (plain: string, start: number, end: number) => number;
  /** How much likelier a word of the second class is behind one of the first than anywhere. */
  readonly followOdds: (first: number, second: number) => number;
  /** The simplified form of a traditional character, else the character itself. */
  readonly foldCodeUnit: (codeUnit: number) => number;
}

/** First and last code unit of the block of characters that the table covers one by one. */
export const firstHan = 0x4e00;
export const hanCount = 0x9fff - firstHan + 1;
/** Costs are stored in steps of 1 / costScale. */
export const costScale = 12;
export const unknownCharacterCost = 16;
export const tableMagic = 0x32575a47;
/** Odds are stored as bytes in steps of 1 / oddsScale around oddsZero. */
export const oddsScale = 16;
export const oddsZero = 128;

/** A 32-bit hash of the code units; its upper bits choose the slot. */
export function wordHash(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A second hash, independent of the first: 24 bits that tell a word from others of its slot. */
export function wordCheck(text: string, start: number, end: number): number {
  let hash = 0x9e3779b9 ^ (end - start);
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ (text.charCodeAt(at) * 0x85eb), 0xcc9e2d51);
    hash ^= hash >>> 13;
  }
  return (Math.imul(hash, 0x1b873593) >>> 8) & 0xffffff;
}

/** The table used where none is given: knows no words and only the characters of our patterns. */
export const emptyWordTable: WordTable = {
  wordCost: () => undefined,
  characterCost: () => unknownCharacterCost,
  startShare: () => 0.5,
  wordClass: () => 0,
  followOdds: () => 0,
  foldCodeUnit: foldPatternCharacter,
};

/** Reads a packed table; throws a RangeError where the bytes are not one. */
export function decodeWordTable(bytes: Uint8Array): WordTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || view.getUint32(0, true) !== tableMagic) {
    throw new RangeError('not a word table');
  }
  const foldCount = view.getUint32(4, true);
  const slotBits = view.getUint32(8, true);
  const singlesAt = 12 + foldCount * 4;
  const startsAt = singlesAt + hanCount;
  const slotsAt = startsAt + hanCount;
  const classesAt = slotsAt + 4 * 2 ** slotBits;
  const usualAt = classesAt + 2 ** slotBits + hanCount;
  const usual = slotBits > 24 ? null : readUsualWords(view, usualAt);
  if (!usual || bytes.byteLength !== usual.end + usual.classes ** 2) {
    throw new RangeError('a word table of another length than it says');
  }
  const folds = new Uint16Array(0x10000);
  for (let index = 0; index < foldCount; index++) {
    folds[view.getUint16(12 + index * 4, true)] = view.getUint16(14 + index * 4, true);
  }
  const shift = 32 - slotBits;
  const mask = 2 ** slotBits - 1;
  const slotOf = (plain: string, start: number, end: number): number => {
    const check = wordCheck(plain, start, end);
    for (let slot = wordHash(plain, start, end) >>> shift; ; slot = (slot + 1) & mask) {
      const at = slotsAt + slot * 4;
      if ((bytes[at + 3] ?? 0) === 0) return -1;
      const found = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
      if (found === check) return slot;
    }
  };
  return {
    wordCost(plain, start, end) {
      const slot = slotOf(plain, start, end);
      return slot < 0 ? undefined : (bytes[slotsAt + slot * 4 + 3] ?? 0) / costScale;
    },
    wordClass(plain, start, end) {
      const own = usual.words.get(plain.slice(start, end));
      if (own !== undefined) return own;
      if (end - start === 1) {
        const index = plain.charCodeAt(start) - firstHan;
        const isHan = index >= 0 && index < hanCount;
        return isHan ? (bytes[classesAt + 2 ** slotBits + index] ?? 0) : 0;
      }
      const slot = slotOf(plain, start, end);
      return slot < 0 ? 0 : (bytes[classesAt + slot] ?? 0);
    },
    followOdds(first, second) {
      const odds = bytes[usual.end + first * usual.classes + second] ?? oddsZero;
      return (odds - oddsZero) / oddsScale;
    },
    characterCost(codeUnit) {
      const cost = bytes[singlesAt + codeUnit - firstHan];
      const isHan = codeUnit >= firstHan && codeUnit < firstHan + hanCount;
      return isHan && cost !== undefined && cost > 0 ? cost / costScale : unknownCharacterCost;
    },
    startShare(codeUnit) {
      const share = bytes[startsAt + codeUnit - firstHan];
      const isHan = codeUnit >= firstHan && codeUnit < firstHan + hanCount;
      return isHan && share !== undefined && share > 0 ? (share - 1) / 254 : 0.5;
    },
    foldCodeUnit: (codeUnit) => {
      const folded = folds[codeUnit] ?? 0;
      return folded === 0 ? codeUnit : folded;
    },
  };
}

/** The usual words that are classes of their own, and how many classes there are. */
function readUsualWords(
  view: DataView,
  start: number,
): { words: ReadonlyMap<string, number>; classes: number; end: number } | null {
  const words = new Map<string, number>();
  if (view.byteLength < start + 2) return null;
  const count = view.getUint16(start, true);
  let at = start + 2;
  for (let word = 0; word < count; word++) {
    if (view.byteLength < at + 1 || view.byteLength < at + 1 + 2 * view.getUint8(at)) return null;
    const length = view.getUint8(at);
    let text = '';
    for (let unit = 0; unit < length; unit++) {
      text += String.fromCharCode(view.getUint16(at + 1 + unit * 2, true));
    }
    words.set(text, grammarClasses.length + word);
    at += 1 + 2 * length;
  }
  return { words, classes: grammarClasses.length + count, end: at };
}
