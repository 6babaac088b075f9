import { createContext, use, useLayoutEffect, useRef, type ReactElement } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import { canonicalSegments } from '../../archive/text/canonical-text.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Conversion, TextRange } from '../../archive/text/script/conversion.ts';
import { useScriptConversion } from '../script/script-conversion.tsx';

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

const conversions = new WeakMap<Element, Conversion>();

/** A range of the segment's text on screen, as a range of what is held. */
export function toHeldRange(segment: Element, shown: TextRange): TextRange {
  return conversions.get(segment)?.toSource(shown) ?? shown;
}

/** A range of what is held, as a range of the segment's text on screen. */
export function toShownRange(segment: Element, held: TextRange): TextRange {
  return conversions.get(segment)?.toConverted(held) ?? held;
}

/**
 * One segment of the canonical text on screen, in the chosen script. `data-start` is where it
 * begins in the text as held; the direction of what it holds cannot leak out of it.
 */
export function Segment({ name, text }: { name: string; text: string }): ReactElement {
  const start = use(SegmentStartsContext).get(name);
  const language = use(ArticleLanguageContext);
  const conversion = useScriptConversion().convert(text, language);
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current === null) return;
    if (conversion === null) conversions.delete(element.current);
    else conversions.set(element.current, conversion);
  }, [conversion]);
  return (
    <span className="segment" data-start={start} ref={element}>
      {displayText(conversion?.text ?? text)}
    </span>
  );
}
