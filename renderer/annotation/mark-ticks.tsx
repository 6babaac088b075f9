import {
  memo,
  useLayoutEffect,
  useMemo,
  useState,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { inks, type Ink } from '../../archive/model/annotation.ts';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { PlacedLines } from './use-lines.ts';

/** px: the strip, a tick, and how near a click must be to one. */
const thickness = 9;
const tick = 3;
const reach = 8;

interface Strip {
  /** px in the window. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** px that the whole story takes along the direction in which lines follow. */
  readonly whole: number;
}

/**
 * Where the marks of a story lie in the whole of it: ticks beside the scroll bar; a click goes to the
 * nearest. The keyboard has M and the list.
 */
export const MarkTicks = memo(function MarkTicks({
  frame,
  lined,
  isVertical,
  layout,
  onOpen,
}: {
  frame: RefObject<HTMLElement | null>;
  lined: PlacedLines;
  isVertical: boolean;
  layout: string;
  onOpen: (place: PlacedAnnotation) => void;
}): ReactElement | null {
  const [strip, setStrip] = useState<Strip | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const { left, top } = element.getBoundingClientRect();
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    const whole = isVertical ? scrollWidth : scrollHeight;
    const isScrolled = whole > (isVertical ? clientWidth : clientHeight);
    const next = !isScrolled
      ? null
      : isVertical
        ? {
            left,
            top: top + clientHeight - thickness,
            width: clientWidth,
            height: thickness,
            whole,
          }
        : {
            left: left + clientWidth - thickness,
            top,
            width: thickness,
            height: clientHeight,
            whole,
          };
    setStrip((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [frame, isVertical, layout, lined]);
  const length = strip === null ? 0 : isVertical ? strip.width : strip.height;
  const whole = strip?.whole ?? 1;
  const { places, ticks } = useMemo(() => {
    const found = lined.placed.flatMap((each) => {
      const line = lined.lines.get(each.annotation.id);
      return line === undefined ? [] : [{ each, at: (line.at / whole) * length }];
    });
    const byInk = new Map<Ink | undefined, Set<number>>();
    for (const { each, at } of found) {
      const ink = each.annotation.mark?.ink;
      const taken = byInk.get(ink) ?? new Set();
      byInk.set(ink, taken.add(Math.round(at)));
    }
    return { places: found, ticks: byInk };
  }, [lined, whole, length]);
  if (strip === null) return null;
  function open({ clientX, clientY }: MouseEvent): void {
    if (strip === null) return;
    const at = isVertical ? strip.left + strip.width - clientX : clientY - strip.top;
    const apart = (place: (typeof places)[number]): number => Math.abs(place.at - at);
    const [nearest] = [...places].sort((a, b) => apart(a) - apart(b));
    if (nearest !== undefined && apart(nearest) <= reach) onOpen(nearest.each);
  }
  const { left, top, width, height } = strip;
  return (
    <div
      className="mark-ticks"
      aria-hidden="true"
      style={{ left, top, width, height }}
      onClick={open}
    >
      <svg width={width} height={height}>
        {inks.map((ink) => (
          <path
            key={ink}
            data-ink={ink}
            d={[...(ticks.get(ink) ?? [])]
              .map((at) =>
                isVertical
                  ? `M${width - at - tick} 1h${tick}v${height - 2}h-${tick}z`
                  : `M1 ${at}h${width - 2}v${tick}h-${width - 2}z`,
              )
              .join('')}
          />
        ))}
      </svg>
    </div>
  );
});
