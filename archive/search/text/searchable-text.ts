import type { Article } from '../../model/article.ts';
import { canonicalSegments } from '../../text/canonical-text.ts';
import { fieldOfSegment } from './search-fields.ts';

/** The canonical text of a story as it is searched: code points, printed and folded. */
export interface SearchableText {
  /** Code points of the canonical text. */
  readonly printed: Uint32Array;
  /** The same number of code points, folded. */
  readonly folded: Uint32Array;
  /** Where each segment begins, in code points, ascending. */
  readonly segmentStarts: readonly number[];
  /** Of each segment its index in `searchFields`. */
  readonly segmentFields: readonly number[];
}

const lineBreak = 10;

/** Memory for one text after the other, each of which is done with before the next is made. */
export class SearchableScratch {
  private printed = new Uint32Array(1 << 13);
  private folded = new Uint32Array(1 << 13);

  for(units: number): Pick<SearchableText, 'printed' | 'folded'> {
    if (units > this.printed.length) {
      this.printed = new Uint32Array(units * 2);
      this.folded = new Uint32Array(units * 2);
    }
    return { printed: this.printed, folded: this.folded };
  }
}

export function searchableText(
  article: Parameters<typeof canonicalSegments>[0],
  foldCodePoint: (codePoint: number) => number,
  scratch?: SearchableScratch,
): SearchableText {
  return textOfSegments(
    canonicalSegments(article).map(({ place, text }) => [fieldOfSegment(place), text]),
    foldCodePoint,
    scratch,
  );
}

/** The text of segments given as [index in `searchFields`, text]. */
export function textOfSegments(
  segments: readonly (readonly [field: number, text: string])[],
  foldCodePoint: (codePoint: number) => number,
  scratch?: SearchableScratch,
): SearchableText {
  let units = 0;
  for (const [, text] of segments) units += text.length + 1;
  const { printed, folded } = scratch?.for(units) ?? {
    printed: new Uint32Array(units),
    folded: new Uint32Array(units),
  };
  const segmentStarts: number[] = [];
  const segmentFields: number[] = [];
  let count = 0;
  for (const [field, text] of segments) {
    if (count > 0) {
      printed[count] = lineBreak;
      folded[count++] = lineBreak;
    }
    segmentStarts.push(count);
    segmentFields.push(field);
    for (let at = 0; at < text.length; count++) {
      const codePoint = text.codePointAt(at) ?? 0;
      at += codePoint > 0xffff ? 2 : 1;
      printed[count] = codePoint;
      folded[count] = foldCodePoint(codePoint);
    }
  }
  return {
    printed: printed.subarray(0, count),
    folded: folded.subarray(0, count),
    segmentStarts,
    segmentFields,
  };
}

/** The index in `searchFields` of the field at a place. */
export function fieldAt(
  { segmentStarts, segmentFields }: Pick<SearchableText, 'segmentStarts' | 'segmentFields'>,
  position: number,
): number {
  let low = 0;
  let high = segmentStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segmentStarts[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return segmentFields[low - 1] ?? 0;
}

export type IndexedArticle = Pick<
  Article,
  'kicker' | 'headline' | 'deck' | 'byline' | 'dateline' | 'body'
>;
