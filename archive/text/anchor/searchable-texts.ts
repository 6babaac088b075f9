import type { TextFold } from '../fold/text-fold.ts';
import { foldedCodes } from './folded-codes.ts';

/** Stands between two texts; equals no code point. */
const wall = 0xffffffff;
/** A seed is this many letters in a row. */
export const seedLength = 3;
/** Of a seed that is found more often only the first places are tried. */
const mostPlaces = 512;

function hashOf(a: number, b: number, c: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Texts made ready for many searches: their folded code points, letters and seeds. */
export class SearchableTexts {
  readonly texts: readonly string[];
  readonly fold: TextFold;
  /** Folded code points of all texts, a wall after each. */
  readonly codes: Uint32Array;
  /** The letters of all texts, a wall after each. */
  readonly letters: Uint32Array;
  /** Index into `codes` of every letter. */
  readonly letterPlaces: Uint32Array;
  /** UTF-16 offset of every code point in its own text; at a wall the text's length. */
  readonly #offsets: Uint32Array;
  /** Index into `codes` of every text's beginning. */
  readonly #starts: number[] = [];
  /** First place of the seeds of a bucket, and from each place the next one; -1 ends. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  /** What a hash is shifted by to become a bucket. */
  readonly #shift: number;

  constructor(texts: readonly string[], fold: TextFold) {
    this.texts = texts;
    this.fold = fold;
    const parts = texts.map((text) => foldedCodes(text, fold));
    const size = parts.reduce((sum, { codes }) => sum + codes.length + 1, 0);
    const letterCount = parts.reduce((sum, { letterPlaces }) => sum + letterPlaces.length + 1, 0);
    this.codes = new Uint32Array(size);
    this.#offsets = new Uint32Array(size);
    this.letters = new Uint32Array(letterCount);
    this.letterPlaces = new Uint32Array(letterCount);
    let at = 0;
    let letter = 0;
    for (const { codes, offsets, letterPlaces } of parts) {
      this.#starts.push(at);
      this.codes.set(codes, at);
      this.#offsets.set(offsets, at);
      for (const place of letterPlaces) {
        this.letters[letter] = codes[place] ?? 0;
        this.letterPlaces[letter] = at + place;
        letter += 1;
      }
      at += codes.length;
      this.codes[at] = wall;
      this.letters[letter] = wall;
      this.letterPlaces[letter] = at;
      at += 1;
      letter += 1;
    }
    const bucketBits = Math.min(16, 33 - Math.clz32(letterCount));
    this.#shift = 32 - bucketBits;
    this.#heads = new Int32Array(1 << bucketBits).fill(-1);
    this.#next = new Int32Array(letterCount).fill(-1);
    this.#indexSeeds();
  }

  #indexSeeds(): void {
    const { letters } = this;
    // Backwards, so that the places of a seed come out in their order.
    for (let at = letters.length - seedLength; at >= 0; at -= 1) {
      const [a = wall, b = wall, c = wall] = [letters[at], letters[at + 1], letters[at + 2]];
      if (a === wall || b === wall || c === wall) continue;
      const bucket = hashOf(a, b, c) >>> this.#shift;
      this.#next[at] = this.#heads[bucket] ?? -1;
      this.#heads[bucket] = at;
    }
  }

  /** Tells every place, as an index into `letters`, where three letters stand in a row. */
  eachSeed(a: number, b: number, c: number, visit: (letter: number) => void): void {
    const { letters } = this;
    let left = mostPlaces;
    const first = this.#heads[hashOf(a, b, c) >>> this.#shift] ?? -1;
    for (let at = first; at >= 0; at = this.#next[at] ?? -1) {
      if (letters[at] !== a || letters[at + 1] !== b || letters[at + 2] !== c) continue;
      visit(at);
      left -= 1;
      if (left === 0) return;
    }
  }

  /** Which text an index into `codes` lies in; a wall belongs to the text before it. */
  textAt(code: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= code) low = middle;
      else high = middle;
    }
    return low;
  }

  textStart(text: number): number {
    return this.#starts[text] ?? 0;
  }

  /** Index of a text's wall. */
  textEnd(text: number): number {
    return (this.#starts[text + 1] ?? this.codes.length) - 1;
  }

  /** UTF-16 offset in its own text of an index into `codes`. */
  sourceOffset(code: number): number {
    return this.#offsets[code] ?? 0;
  }

  /** The first index into `codes`, within a text, at or after a UTF-16 offset. */
  codeAt(text: number, sourceOffset: number): number {
    let low = this.textStart(text);
    let high = this.textEnd(text);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#offsets[middle] ?? 0) < sourceOffset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many letters stand before an index into `codes`. */
  lettersBefore(code: number): number {
    let low = 0;
    let high = this.letterPlaces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.letterPlaces[middle] ?? 0) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
