import type { TextQuoteSelector } from '../../model/annotation.ts';
import type { TextFold } from '../fold/text-fold.ts';
import { foldedCodes } from './folded-codes.ts';

/** A quotation with its context as it is looked for: prefix, exact and suffix in one. */
export interface Pattern {
  readonly codes: Uint32Array;
  /** Where the quotation begins and ends in `codes`. */
  readonly exactStart: number;
  readonly exactEnd: number;
  readonly letters: Uint32Array;
  /** Index into `codes` of every letter. */
  readonly letterPlaces: Uint32Array;
  /** The first letter of the quotation, and the first one after it. */
  readonly firstLetter: number;
  readonly endLetter: number;
}

export type Quotation = Pick<TextQuoteSelector, 'prefix' | 'exact' | 'suffix'>;

export function patternOf({ prefix, exact, suffix }: Quotation, fold: TextFold): Pattern {
  // One by one, so that halves of a pair at the seams stay apart.
  const parts = [prefix, exact, suffix].map((part) => foldedCodes(part, fold));
  const starts = [0];
  for (const { codes } of parts) starts.push((starts.at(-1) ?? 0) + codes.length);
  const codes = new Uint32Array(starts[3] ?? 0);
  const letterCount = parts.reduce((sum, { letterPlaces }) => sum + letterPlaces.length, 0);
  const letterPlaces = new Uint32Array(letterCount);
  const letters = new Uint32Array(letterCount);
  let letter = 0;
  parts.forEach((part, k) => {
    const start = starts[k] ?? 0;
    codes.set(part.codes, start);
    for (const place of part.letterPlaces) {
      letterPlaces[letter] = start + place;
      letters[letter] = part.codes[place] ?? 0;
      letter += 1;
    }
  });
  const firstLetter = parts[0]?.letterPlaces.length ?? 0;
  return {
    codes,
    exactStart: starts[1] ?? 0,
    exactEnd: starts[2] ?? 0,
    letters,
    letterPlaces,
    firstLetter,
    endLetter: firstLetter + (parts[1]?.letterPlaces.length ?? 0),
  };
}
