import { memo, type ReactElement } from 'react';
import type { Ink } from '../../archive/model/annotation.ts';

/** px across the lines, in the frame: where the text ends and where the notes begin. */
export interface Edges {
  readonly text: number;
  readonly notes: number;
}

/** px from the beginning of a line, or of a note, to its middle. */
const lineMiddle = 14;
const noteMiddle = 11;
/** px that a note stands after its line's beginning, so that both have the same middle. */
export const noteShift = lineMiddle - noteMiddle;
const room = 4;

/** Ties a note to its line, around a corner where the note could not stay beside it. */
export const Leader = memo(function Leader({
  line,
  note,
  edges,
  isVertical,
  ink,
}: {
  /** px along the lines, in the frame. */
  line: number;
  note: number;
  edges: Edges;
  isVertical: boolean;
  ink: Ink | undefined;
}): ReactElement {
  const from = line + lineMiddle;
  const to = note + noteMiddle;
  const first = Math.min(from, to) - room;
  const along = Math.abs(to - from) + 2 * room;
  const across = Math.abs(edges.notes - edges.text);
  // Drawn as if lines followed downwards and notes stood at the right.
  const points: readonly (readonly [number, number])[] = [
    [0, from - first],
    [across * 0.45, from - first],
    [across * 0.7, to - first],
    [across - 6, to - first],
  ];
  // In vertical text lines follow to the left and notes stand above.
  const drawn = points.map(([x, y]) => (isVertical ? [along - y, across - x] : [x, y]));
  const [endX, endY] = drawn.at(-1) ?? [];
  return (
    <svg
      className="leader"
      data-ink={ink}
      aria-hidden="true"
      width={isVertical ? along : across}
      height={isVertical ? across : along}
      style={
        isVertical
          ? { right: first, top: Math.min(edges.notes, edges.text) }
          : { top: first, left: edges.text }
      }
    >
      <polyline points={drawn.map((point) => point.join()).join(' ')} />
      <circle cx={endX} cy={endY} r="2.5" />
    </svg>
  );
});
