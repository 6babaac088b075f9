import { useLayoutEffect, useState, type ReactElement, type RefObject } from 'react';
import { inks, type Ink } from '../../archive/model/annotation.ts';
import { lineBoxes } from './geometry.ts';
import type { Lane } from './lanes.ts';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';
import type { LinePlace } from './use-lines.ts';
import { useSight } from './use-sight.ts';

/** em from the middle of a column to the first lane, and from lane to lane. */
const firstLane = 0.7;
const laneApart = 0.16;
/** UTF-16 units of a mark that may end in sight though its first line lies before it. */
const longMark = 400;

interface DrawnLine {
  readonly key: string;
  readonly ink: Ink;
  /** px in the frame. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

function sizeAt(text: StoryText, held: number): number {
  const element = text.pointOf(held)?.node.parentElement;
  return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
}

/**
 * The lines of marks on vertical text, right of its columns, where readers of Chinese draw them:
 * Chromium underlines highlights on the left and knows nothing else. Only those about in sight.
 */
export function VerticalLines({
  frame,
  text,
  placed,
  lanes,
  lines,
  layout,
}: {
  frame: RefObject<HTMLElement | null>;
  text: StoryText;
  placed: readonly PlacedAnnotation[];
  lanes: ReadonlyMap<string, Lane>;
  /** Where the first line of each annotation is. */
  lines: ReadonlyMap<string, LinePlace>;
  layout: string;
}): ReactElement {
  const sight = useSight(frame, true);
  const [drawn, setDrawn] = useState<readonly DrawnLine[]>([]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const bounds = element.getBoundingClientRect();
    const near = placed.filter(({ annotation, range }) => {
      const at = lines.get(annotation.id)?.at;
      if (at === undefined || annotation.mark === undefined || at > sight[1]) return false;
      return at >= sight[0] || range.end - range.start > longMark;
    });
    const next = near.flatMap(({ annotation: { id, mark }, range }): DrawnLine[] => {
      const lane = lanes.get(id);
      if (mark === undefined || lane === undefined) return [];
      const size = sizeAt(text, range.start);
      const aside = (firstLane + lane.lane * laneApart) * size;
      return lineBoxes(text, range).map(({ left, width, top, bottom }, index) => ({
        key: `${id} ${index}`,
        ink: mark.ink,
        x: left + width / 2 + aside - bounds.left + element.scrollLeft,
        top: top - bounds.top + element.scrollTop,
        bottom: bottom - bounds.top + element.scrollTop,
      }));
    });
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the document knows where things stand
    setDrawn(next);
  }, [frame, text, placed, lanes, lines, sight, layout]);
  return (
    <svg className="vertical-lines" aria-hidden="true" width="1" height="1">
      {inks.map((ink) => (
        <path
          key={ink}
          data-ink={ink}
          d={drawn
            .filter((line) => line.ink === ink)
            .map(({ x, top, bottom }) => `M${x} ${top}V${bottom}`)
            .join('')}
        />
      ))}
    </svg>
  );
}
