import { createContext, use, type ReactElement } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import { canonicalSegments } from '../../archive/text/canonical-text.ts';
import type { Article } from '../../archive/model/article.ts';

/** UTF-16 offsets of an article's segments in its canonical text, by `field` or `blockId/part`. */
export type SegmentStarts = ReadonlyMap<string, number>;

export function segmentStarts(article: Article): SegmentStarts {
  return new Map(
    canonicalSegments(article).map(({ place, start }) => [
      'field' in place ? place.field : `${place.blockId}/${place.part}`,
      start,
    ]),
  );
}

/** The starts of the article that is being shown; empty where positions are of no use. */
export const SegmentStartsContext = createContext<SegmentStarts>(new Map());

/**
 * One segment of the canonical text on screen. `data-start` is where it begins in that text; the
 * direction of what it holds cannot leak out of it.
 */
export function Segment({ name, text }: { name: string; text: string }): ReactElement {
  const start = use(SegmentStartsContext).get(name);
  return (
    <span className="segment" data-start={start}>
      {displayText(text)}
    </span>
  );
}
