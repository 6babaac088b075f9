import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { firstLineBox } from './geometry.ts';
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
  /** Where the text's own line begins and ends, across it. */
  readonly from: number;
  readonly to: number;
}

function placeIn(frame: HTMLElement, box: DOMRect, isVertical: boolean): LinePlace {
  const bounds = frame.getBoundingClientRect();
  const left = box.left - bounds.left + frame.scrollLeft;
  const top = box.top - bounds.top + frame.scrollTop;
  return isVertical
    ? { at: frame.clientWidth - (left + box.width), from: top, to: top + box.height }
    : { at: top, from: left, to: left + box.width };
}

/** Marks whose lines are looked up between two frames. */
const perTurn = 400;

/**
 * The places of the first lines of annotations. Looked up once for each layout, the marks that are
 * new first; very many are spread over several frames.
 */
export function useLines(
  frame: RefObject<HTMLElement | null>,
  text: StoryText | null,
  placed: readonly PlacedAnnotation[],
  isVertical: boolean,
  layout: string,
): ReadonlyMap<string, LinePlace> {
  const [lines, setLines] = useState<ReadonlyMap<string, LinePlace>>(new Map());
  const known = useRef(new Map<string, { key: string; line: LinePlace | null }>());
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || text === null) return undefined;
    let request = 0;
    const keyOf = ({ range }: PlacedAnnotation): string => `${layout} ${range.start} ${range.end}`;
    const missing = placed.filter(
      (each) => known.current.get(each.annotation.id)?.key !== keyOf(each),
    );
    const publish = (): void => {
      const found = new Map<string, LinePlace>();
      for (const { annotation } of placed) {
        const line = known.current.get(annotation.id)?.line;
        if (line) found.set(annotation.id, line);
      }
      setLines(found);
    };
    let next = 0;
    const look = (): void => {
      for (const each of missing.slice(next, next + perTurn)) {
        const box = firstLineBox(text, each.range);
        known.current.set(each.annotation.id, {
          key: keyOf(each),
          line: box === undefined ? null : placeIn(element, box, isVertical),
        });
      }
      next += perTurn;
      publish();
      if (next < missing.length) request = requestAnimationFrame(look);
    };
    look();
    return () => {
      cancelAnimationFrame(request);
    };
  }, [frame, text, placed, isVertical, layout]);
  return lines;
}
