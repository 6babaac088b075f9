import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { firstLineBox, LineGuess, textNear } from './geometry.ts';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

/** A count that changes whenever lines may have moved: another size, another font, another width. */
export function useLayoutCount(frame: RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const element = frame.current;
    const story = element?.querySelector('.story') ?? null;
    if (element === null || story === null) return undefined;
    let isCurrent = true;
    const moved = (): void => {
      if (isCurrent) setCount((before) => before + 1);
    };
    const observer = new ResizeObserver(moved);
    observer.observe(element);
    observer.observe(story);
    void document.fonts.ready.then(moved);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, [frame]);
  return count;
}

/** Where a line stands in a frame, whatever is scrolled: px from where lines begin to follow. */
export interface LinePlace {
  /** Along the direction in which lines follow each other. */
  readonly at: number;
}

function placeIn(frame: HTMLElement, box: DOMRect, isVertical: boolean): LinePlace {
  const bounds = frame.getBoundingClientRect();
  return {
    at: isVertical
      ? frame.clientWidth - (box.right - bounds.left + frame.scrollLeft)
      : box.top - bounds.top + frame.scrollTop,
  };
}

/** Annotations with the places of their first lines, by the annotation's id. */
export interface PlacedLines {
  readonly placed: readonly PlacedAnnotation[];
  readonly lines: ReadonlyMap<string, LinePlace>;
}

/** What was looked up on a text in one layout; null for what is not on screen. */
interface KnownLines {
  readonly text: StoryText;
  readonly layout: string;
  readonly of: WeakMap<PlacedAnnotation, LinePlace | null>;
}

/** So many marks are looked up at once; of more, only those about in sight. */
const atOnce = 40;
/** ms of a free moment that must be left for another mark. */
const leastTime = 2;

/**
 * The places of the first lines of annotations, looked up once for each layout. Of very many, those
 * out of sight have a place that is right to a line or so until there is time to look.
 */
export function useLines(
  frame: RefObject<HTMLElement | null>,
  text: StoryText | null,
  placed: readonly PlacedAnnotation[],
  isVertical: boolean,
  layout: string,
): PlacedLines {
  const [found, setFound] = useState<PlacedLines>({ placed: [], lines: new Map() });
  const known = useRef<KnownLines | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || text === null) return undefined;
    if (known.current?.text !== text || known.current.layout !== layout) {
      known.current = { text, layout, of: new WeakMap() };
    }
    const { of } = known.current;
    const look = (each: PlacedAnnotation): void => {
      const box = firstLineBox(text, each.range);
      of.set(each, box === undefined ? null : placeIn(element, box, isVertical));
    };
    const guess = new LineGuess(text);
    const publish = (): void => {
      const lines = new Map<string, LinePlace>();
      for (const each of placed) {
        let line = of.get(each);
        if (line === undefined) {
          const box = guess.boxAt(each.range.start);
          line = box === undefined ? null : placeIn(element, box, isVertical);
        }
        if (line !== null) lines.set(each.annotation.id, line);
      }
      setFound({ placed, lines });
    };
    const missing = placed.filter((each) => !of.has(each));
    const near = missing.length <= atOnce ? null : textNear(element, text);
    const isNow = ({ range }: PlacedAnnotation): boolean =>
      near === null || (range.start < near.end && range.end > near.start);
    for (const each of missing) if (isNow(each)) look(each);
    publish();
    const later = missing.filter((each) => !isNow(each));
    let next = 0;
    let request = 0;
    const lookOn = (idle: IdleDeadline): void => {
      for (; next < later.length && idle.timeRemaining() > leastTime; next += 1) {
        const each = later[next];
        if (each !== undefined) look(each);
      }
      if (next < later.length) request = requestIdleCallback(lookOn);
      else publish();
    };
    if (later.length > 0) request = requestIdleCallback(lookOn);
    return () => {
      cancelIdleCallback(request);
    };
  }, [frame, text, placed, isVertical, layout]);
  return found;
}
