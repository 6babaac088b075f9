import { useEffect, type RefObject } from 'react';
import type { StoryFlow } from './reading-settings.ts';

/** Part of the frame that a page of the keyboard goes on by; the rest is seen twice. */
const pageShare = 0.9;

/** 1 for a page on, -1 for a page back, ±Infinity for the ends, null for any other key. */
function pagesOf({ key, shiftKey }: KeyboardEvent): number | null {
  if (key === 'PageDown' || (key === ' ' && !shiftKey)) return 1;
  if (key === 'PageUp' || (key === ' ' && shiftKey)) return -1;
  if (key === 'Home') return -Infinity;
  return key === 'End' ? Infinity : null;
}

/** Lets the keys that turn pages follow the text where it goes on to a side instead of down. */
export function useFlowKeys(frame: RefObject<HTMLElement | null>, flow: StoryFlow): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null || flow === 'down') return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
      const pages = pagesOf(event);
      if (element === null || pages === null) return;
      event.preventDefault();
      const on = flow === 'left' ? -1 : 1;
      const step = Number.isFinite(pages)
        ? pages * pageShare * element.clientWidth
        : Math.sign(pages) * element.scrollWidth;
      element.scrollBy({ left: on * step });
    }
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [frame, flow]);
}
