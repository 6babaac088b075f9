import { useEffect, useState, type ReactElement, type RefObject } from 'react';
import { caretBox } from './caret.ts';
import type { StoryText } from './story-text.ts';

interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Scrolls just as far as the caret needs. */
function keepInSight(frame: HTMLElement, box: DOMRect): void {
  const bounds = frame.getBoundingClientRect();
  const margin = 24;
  const beyond = (low: number, high: number, from: number, to: number): number =>
    low < from + margin ? low - from - margin : high > to - margin ? high - to + margin : 0;
  frame.scrollBy(
    beyond(box.left, box.right, bounds.left, bounds.right),
    beyond(box.top, box.bottom, bounds.top, bounds.bottom),
  );
}

/** The caret of the selection, drawn in the frame. */
export function CaretView({
  frame,
  text,
  isVertical,
  layout,
}: {
  frame: RefObject<HTMLElement | null>;
  text: StoryText;
  isVertical: boolean;
  layout: string;
}): ReactElement | null {
  const [place, setPlace] = useState<CaretPlace | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const look = (): void => {
      const box = caretBox(text, isVertical);
      if (box === null) {
        setPlace(null);
        return;
      }
      keepInSight(element, box);
      const now = caretBox(text, isVertical) ?? box;
      const bounds = element.getBoundingClientRect();
      setPlace({
        left: now.left - bounds.left + element.scrollLeft,
        top: now.top - bounds.top + element.scrollTop,
        width: Math.max(1, now.width),
        height: Math.max(1, now.height),
      });
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
    };
  }, [frame, text, isVertical, layout]);
  if (place === null) return null;
  return <span className="caret-view" style={place} aria-hidden="true" />;
}
