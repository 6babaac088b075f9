import { useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ink } from '../../archive/model/annotation.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { lineBoxes, nearestHeld } from './geometry.ts';
import type { StoryText } from './story-text.ts';

interface HandlePlace {
  readonly left: number;
  readonly top: number;
  /** px across the line. */
  readonly size: number;
}

/** The two edges of the active mark, for dragging; the keyboard has Shift and the arrows. */
export function MarkHandles({
  frame,
  text,
  range,
  ink,
  isVertical,
  layout,
  onPreview,
  onResize,
}: {
  frame: RefObject<HTMLElement | null>;
  text: StoryText;
  range: TextRange;
  ink: Ink | undefined;
  isVertical: boolean;
  layout: string;
  /** While an edge is dragged; null when it is let go where it was. */
  onPreview: (range: TextRange | null) => void;
  onResize: (range: TextRange) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const [places, setPlaces] = useState<readonly [HandlePlace, HandlePlace] | null>(null);
  /** Where the mark was when it was taken hold of, and where it has been dragged to. */
  const dragged = useRef<{ readonly from: TextRange; readonly to: TextRange } | null>(null);
  const { start, end } = range;
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const boxes = lineBoxes(text, { start, end });
    const [first, last] = [boxes[0], boxes.at(-1)];
    const bounds = element.getBoundingClientRect();
    const at = (left: number, top: number, size: number): HandlePlace => ({
      left: left - bounds.left + element.scrollLeft,
      top: top - bounds.top + element.scrollTop,
      size,
    });
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the document knows where things stand
    setPlaces(
      first === undefined || last === undefined
        ? null
        : isVertical
          ? [at(first.left, first.top, first.width), at(last.left, last.bottom, last.width)]
          : [at(first.left, first.top, first.height), at(last.right, last.top, last.height)],
    );
  }, [frame, text, start, end, isVertical, layout]);
  if (places === null) return null;
  return (
    <>
      {places.map(({ left, top, size }, index) => {
        const isEnd = index === 1;
        return (
          <span
            key={index}
            className="mark-handle"
            data-ink={ink}
            data-edge={isEnd ? 'end' : 'start'}
            title={t('annotate.resize')}
            style={{ left, top, [isVertical ? 'width' : 'height']: size }}
            onPointerDown={(event) => {
              event.preventDefault();
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
              dragged.current = { from: range, to: range };
            }}
            onPointerMove={(event) => {
              if (dragged.current === null) return;
              // The handle itself lies over the text that is asked for.
              const { style } = event.currentTarget;
              style.pointerEvents = 'none';
              const held = nearestHeld(text, event.clientX, event.clientY);
              style.pointerEvents = '';
              if (held === null) return;
              const next = isEnd
                ? { start, end: Math.max(held, start + 1) }
                : { start: Math.min(held, end - 1), end };
              dragged.current = { ...dragged.current, to: next };
              onPreview(next);
            }}
            onPointerUp={() => {
              const drag = dragged.current;
              dragged.current = null;
              onPreview(null);
              if (drag !== null && drag.to !== drag.from) onResize(drag.to);
            }}
            onPointerCancel={() => {
              dragged.current = null;
              onPreview(null);
            }}
          />
        );
      })}
    </>
  );
}
