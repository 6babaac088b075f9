import type { TextFold } from '../fold/text-fold.ts';
import { isLetter } from './marks.ts';

/** The folded code points of a text with the places of its letters. */
export interface FoldedCodes {
  readonly codes: Uint32Array;
  /** UTF-16 offset in the source of every code point, and the source's length at the end. */
  readonly offsets: Uint32Array;
  /** Index into `codes` of every letter. */
  readonly letterPlaces: Uint32Array;
}

export function foldedCodes(text: string, fold: TextFold): FoldedCodes {
  const { folded, offsets } = fold(text);
  const codes = new Uint32Array(offsets.length - 1);
  const places = new Uint32Array(codes.length);
  let letters = 0;
  let index = 0;
  for (let at = 0; at < codes.length; at += 1) {
    const code = folded.codePointAt(index) ?? 0;
    index += code > 0xffff ? 2 : 1;
    codes[at] = code;
    if (isLetter(code)) {
      places[letters] = at;
      letters += 1;
    }
  }
  return { codes, offsets, letterPlaces: places.slice(0, letters) };
}
