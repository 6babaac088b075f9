/**
 * Offsets inside the program count UTF-16 units; offsets that leave it, or are stored, count Unicode
 * code points, as the W3C Web Annotation model asks. The two are converted here and nowhere else.
 */

/** Code points before the UTF-16 offset; an offset inside a pair counts the pair's first half as none. */
export function codePointOffset(text: string, utf16Offset: number): number {
  let count = 0;
  for (let index = 0; index < utf16Offset && index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    if (index > utf16Offset) break;
  }
  return count;
}

/** The UTF-16 offset of a code point offset; past the end it is the text's length. */
export function utf16Offset(text: string, codePoint: number): number {
  let index = 0;
  for (let count = 0; count < codePoint && index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** How many code points a text has. */
export function countCodePoints(text: string): number {
  return codePointOffset(text, text.length);
}

/** Converts many offsets of one text; what lies outside it counts as its nearest end. */
export interface CodePointIndex {
  /** Code points before a UTF-16 offset; inside a pair, those before the pair. */
  readonly codePointOffset: (utf16Offset: number) => number;
  readonly utf16Offset: (codePoint: number) => number;
  /** How many code points the text has. */
  readonly length: number;
}

/** The same conversions in constant time (logarithmic where the text has pairs), after one pass. */
export function indexCodePoints(text: string): CodePointIndex {
  /** Code point offsets of the pairs, ascending. */
  const pairs: number[] = [];
  let length = 0;
  for (let index = 0; index < text.length; length += 1) {
    const isPair = (text.codePointAt(index) ?? 0) > 0xffff;
    if (isPair) pairs.push(length);
    index += isPair ? 2 : 1;
  }
  /** How many pairs begin before a place that `isBefore` knows. */
  const pairsBefore = (isBefore: (pair: number, rank: number) => boolean): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    length,
    codePointOffset: (offset) => {
      const bounded = Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
      return bounded - pairsBefore((pair, rank) => pair + rank < bounded);
    },
    utf16Offset: (codePoint) => {
      const bounded = Math.max(0, Math.min(length, Math.trunc(codePoint) || 0));
      return bounded + pairsBefore((pair) => pair < bounded);
    },
  };
}
