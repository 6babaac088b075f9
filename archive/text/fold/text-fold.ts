/**
 * Folding makes texts comparable: the forms of a character in the two scripts and their regions,
 * its compatibility codings, radicals and widths, and Latin capitals become one. It is free of
 * context, so that what is indexed and what is asked always agree, and never shown to anybody.
 */
export interface FoldedText {
  readonly folded: string;
  /**
   * The UTF-16 offset in the source of every code point of `folded`, and the source's length at the
   * end. The two texts have the same number of code points but not always the same length.
   */
  readonly offsets: Uint32Array;
}

export type TextFold = (text: string) => FoldedText;

export interface FoldTable {
  /** The code point that stands for this one and all its forms. */
  readonly foldCodePoint: (codePoint: number) => number;
  readonly fold: TextFold;
}

/** Folds with any map of code points; the identity compares the printed glyphs themselves. */
export function foldWith(foldCodePoint: (codePoint: number) => number): TextFold {
  return (text) => {
    const offsets = new Uint32Array(text.length + 1);
    const units = new Uint16Array(text.length * 2);
    let count = 0;
    let length = 0;
    for (let index = 0; index < text.length; count += 1) {
      const source = text.codePointAt(index) ?? 0;
      offsets[count] = index;
      index += source > 0xffff ? 2 : 1;
      const folded = foldCodePoint(source);
      if (folded > 0xffff) {
        units[length] = 0xd7c0 + (folded >>> 10);
        units[length + 1] = 0xdc00 | (folded & 0x3ff);
        length += 2;
      } else {
        units[length] = folded;
        length += 1;
      }
    }
    offsets[count] = text.length;
    return { folded: textOf(units.subarray(0, length)), offsets: offsets.slice(0, count + 1) };
  };
}

/** Compares the printed glyphs, code point by code point. */
export const foldNothing: TextFold = foldWith((codePoint) => codePoint);

function textOf(units: Uint16Array): string {
  // More arguments than this overflow the stack of some engines.
  const step = 0x2000;
  let text = '';
  for (let at = 0; at < units.length; at += step) {
    text += String.fromCharCode(...units.subarray(at, at + step));
  }
  return text;
}
