import { foldPatternCharacter } from './fold-pattern-character.ts';

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
  /** The simplified form of a traditional character, else the character itself. */
  readonly foldCodeUnit: (codeUnit: number) => number;
}

/** First and last code unit of the block of characters that the table covers one by one. */
export const firstHan = 0x4e00;
export const hanCount = 0x9fff - firstHan + 1;
/** Costs are stored in steps of 1 / costScale. */
export const costScale = 12;
export const unknownCharacterCost = 16;
export const tableMagic = 0x31575a47;

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
  if (slotBits > 24 || bytes.byteLength !== slotsAt + 4 * 2 ** slotBits) {
    throw new RangeError('a word table of another length than it says');
  }
  const folds = new Uint16Array(0x10000);
  for (let index = 0; index < foldCount; index++) {
    folds[view.getUint16(12 + index * 4, true)] = view.getUint16(14 + index * 4, true);
  }
  const shift = 32 - slotBits;
  const mask = 2 ** slotBits - 1;
  return {
    wordCost(plain, start, end) {
      const hash = wordHash(plain, start, end);
      const check = wordCheck(plain, start, end);
      for (let slot = hash >>> shift; ; slot = (slot + 1) & mask) {
        const at = slotsAt + slot * 4;
        const cost = bytes[at + 3] ?? 0;
        if (cost === 0) return undefined;
        const found = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
        if (found === check) return cost / costScale;
      }
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
