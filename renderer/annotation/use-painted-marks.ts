import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { TextRange } from '../../archive/text/text-range.ts';
import { textNear } from './geometry.ts';
import type { Lane } from './lanes.ts';
import { MarkPainter } from './painter.ts';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

interface LookedAt {
  readonly text: StoryText;
  readonly layout: string;
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly near: TextRange;
}

/** Whether a frame has been scrolled by less than its size since. */
function isClose(frame: HTMLElement, { scrollLeft, scrollTop }: LookedAt): boolean {
  return (
    Math.abs(frame.scrollLeft - scrollLeft) < frame.clientWidth &&
    Math.abs(frame.scrollTop - scrollTop) < frame.clientHeight
  );
}

/** Paints the marks of a story as long as it is open, the active one set apart. */
export function usePaintedMarks(
  frame: RefObject<HTMLElement | null>,
  text: StoryText | null,
  placed: readonly PlacedAnnotation[],
  lanes: ReadonlyMap<string, Lane>,
  /** Whether the lines under the marks are painted too. */
  hasLines: boolean,
  activePlace: PlacedAnnotation | null,
  /** Where an edge of the active mark is being dragged; null while none is. */
  preview: TextRange | null,
  /** Changes with whatever moves lines. */
  layout: string,
): void {
  const painter = useMemo(() => new MarkPainter(), []);
  const looked = useRef<LookedAt | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || text === null) return undefined;
    const place = looked.current;
    const isSeen = place?.text === text && place.layout === layout && isClose(element, place);
    const look = (): void => {
      const { scrollLeft, scrollTop } = element;
      looked.current = { text, layout, scrollLeft, scrollTop, near: textNear(element, text) };
    };
    const paint = (): void => {
      const { start, end } = looked.current?.near ?? { start: 0, end: 0 };
      const near = placed.filter(({ range }) => range.start < end && range.end > start);
      painter.paint(text, near, lanes, hasLines);
    };
    const onScroll = (): void => {
      if (looked.current !== null && isClose(element, looked.current)) return;
      look();
      paint();
    };
    if (!isSeen) look();
    paint();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
    };
  }, [painter, frame, text, placed, lanes, hasLines, layout]);
  useLayoutEffect(() => {
    if (text === null) return;
    const shown = activePlace && preview ? { ...activePlace, range: preview } : activePlace;
    painter.paintActive(text, shown);
  }, [painter, text, activePlace, preview]);
  useEffect(
    () => () => {
      painter.clear();
    },
    [painter],
  );
}
