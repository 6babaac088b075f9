import {
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { TextRange } from '../../archive/text/text-range.ts';
import { lineBoxes, slipPlace } from './geometry.ts';
import type { StoryText } from './story-text.ts';

/** A slip beside a passage; it goes along when the story is scrolled, and hides with its passage. */
export function SlipAt({
  frame,
  text,
  range,
  isVertical,
  className,
  layout,
  children,
}: {
  frame: RefObject<HTMLElement | null>;
  text: StoryText;
  range: TextRange;
  isVertical: boolean;
  className: string;
  layout: string;
  children: ReactNode;
}): ReactElement {
  const slip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const { start, end } = range;
  useLayoutEffect(() => {
    const [element, scroller] = [slip.current, frame.current];
    if (element === null || scroller === null) return undefined;
    const look = (): void => {
      const { width, height } = element.getBoundingClientRect();
      const next = slipPlace(
        lineBoxes(text, { start, end }),
        scroller.getBoundingClientRect(),
        { width, height },
        isVertical,
      );
      setPlace((before) =>
        before?.left === next?.left && before?.top === next?.top ? before : next,
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [frame, text, start, end, isVertical, layout]);
  return (
    <div
      ref={slip}
      className={`slip annotation-slip ${className}`}
      style={place ?? { opacity: 0, pointerEvents: 'none' }}
      onWheel={(event) => {
        event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
}
