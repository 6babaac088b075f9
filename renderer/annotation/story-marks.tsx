import { useMemo, type ReactElement, type RefObject } from 'react';
import type { TextRange } from '../../archive/text/text-range.ts';
import { MarkTicks } from './mark-ticks.tsx';
import { KeptLanes, type PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';
import type { PlacedLines } from './use-lines.ts';
import { usePaintedMarks } from './use-painted-marks.ts';
import { VerticalLines } from './vertical-lines.tsx';

/** The marks of a story on its text, and where they lie in the whole of it. */
export function StoryMarks({
  frame,
  text,
  placed,
  activePlace,
  preview,
  lined,
  isVertical,
  layout,
  onOpen,
}: {
  frame: RefObject<HTMLElement | null>;
  text: StoryText | null;
  placed: readonly PlacedAnnotation[];
  activePlace: PlacedAnnotation | null;
  /** Where an edge of the active mark is being dragged; null while none is. */
  preview: TextRange | null;
  lined: PlacedLines;
  isVertical: boolean;
  layout: string;
  onOpen: (place: PlacedAnnotation) => void;
}): ReactElement {
  const kept = useMemo(() => new KeptLanes(), []);
  const lanes = useMemo(() => kept.of(placed), [kept, placed]);
  usePaintedMarks(frame, text, placed, lanes, !isVertical, activePlace, preview, layout);
  return (
    <>
      {text !== null && isVertical && (
        <VerticalLines
          frame={frame}
          text={text}
          placed={placed}
          lanes={lanes}
          lines={lined.lines}
          layout={layout}
        />
      )}
      {placed.length > 0 && (
        <MarkTicks
          frame={frame}
          lined={lined}
          isVertical={isVertical}
          layout={layout}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
