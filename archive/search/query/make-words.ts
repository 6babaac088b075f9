import { isIgnorable } from '../text/ignorable.ts';
import { everyField, type FieldMask } from '../text/search-fields.ts';
import type { Words } from './query.ts';

/** How words are compared. */
export interface WordOptions {
  readonly isExact: boolean;
  readonly ignoresPunctuation: boolean;
}

/** The words to look for; null where punctuation is ignored and there is nothing else. */
export function makeWords(
  text: string,
  foldCodePoint: (codePoint: number) => number,
  options: WordOptions,
  fields: FieldMask = everyField,
): Words | null {
  const all = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const printed = options.ignoresPunctuation
    ? all.filter((codePoint) => !isIgnorable(foldCodePoint(codePoint)))
    : all;
  if (printed.length === 0) return null;
  return {
    kind: 'words',
    printed,
    folded: printed.map((codePoint) => foldCodePoint(codePoint)),
    fields,
    ...options,
  };
}
