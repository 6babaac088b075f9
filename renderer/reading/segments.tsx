import { createContext, use, useRef, type ReactElement } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import { canonicalSegments } from '../../archive/text/canonical-text.ts';
import type { Article } from '../../archive/model/article.ts';
import type { TextRange } from '../../archive/text/script/conversion.ts';
import { shownWordsOf, useShownWords } from '../script/shown-words.ts';

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

/** The language of the article being shown, for conversion. */
export const ArticleLanguageContext = createContext('zh');

/** A range of the segment's text on screen, as a range of what is held. */
export function toHeldRange(segment: Element, shown: TextRange): TextRange {
  return shownWordsOf(segment)?.conversion.toSource(shown) ?? shown;
}

/** A range of what is held, as a range of the segment's text on screen. */
export function toShownRange(segment: Element, held: TextRange): TextRange {
  return shownWordsOf(segment)?.conversion.toConverted(held) ?? held;
}

/**
 * One segment of the canonical text on screen, in the chosen script. `data-start` is where it
 * begins in the text as held; the direction of what it holds cannot leak out of it.
 */
export function Segment({ name, text }: { name: string; text: string }): ReactElement {
  const start = use(SegmentStartsContext).get(name);
  const language = use(ArticleLanguageContext);
  const element = useRef<HTMLSpanElement>(null);
  const conversion = useShownWords(element, text, language);
  return (
    <span className="segment" data-start={start} ref={element}>
      {displayText(conversion?.text ?? text)}
    </span>
  );
}
