import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { TextRange } from '../../archive/text/text-range.ts';
import type { Lane } from './lanes.ts';
import { MarkPainter } from './painter.ts';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

/** Paints the marks of a story as long as it is open, the active one set apart. */
export function usePaintedMarks(
  text: StoryText | null,
  placed: readonly PlacedAnnotation[],
  lanes: ReadonlyMap<string, Lane>,
  /** Whether the lines under the marks are painted too. */
  hasLines: boolean,
  activePlace: PlacedAnnotation | null,
  /** Where an edge of the active mark is being dragged; null while none is. */
  preview: TextRange | null,
): void {
  const painter = useMemo(() => new MarkPainter(), []);
  useLayoutEffect(() => {
    if (text !== null) painter.paint(text, placed, lanes, hasLines);
  }, [painter, text, placed, lanes, hasLines]);
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
