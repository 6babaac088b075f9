import type { Annotation } from '../../archive/model/annotation.ts';

/**
 * What an annotation may hold, in UTF-16 units. Whatever the characters, an annotation within these
 * fits an entry of the journal.
 */
export const longestNote = 100_000;
export const longestReading = 20_000;
export const longestTag = 100;
export const mostTags = 50;
/** JSON of an annotation; the journal takes a little more. */
const largestAnnotation = 1_000_000;

/** Whether the journal takes the annotation: quotations of very long passages can be too large. */
export function fitsJournal(annotation: Annotation): boolean {
  return JSON.stringify(annotation).length <= largestAnnotation;
}

/** The beginning of a text that a limit leaves, cut between characters. */
export function withinLimit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const isInsidePair = (text.codePointAt(limit - 1) ?? 0) > 0xffff;
  return text.slice(0, isInsidePair ? limit - 1 : limit);
}
