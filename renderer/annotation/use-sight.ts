import { useEffect, useState, type RefObject } from 'react';

/** The part of the frame that is in sight and one frame around it, in steps of half a frame. */
export function useSight(
  frame: RefObject<HTMLElement | null>,
  isVertical: boolean,
): [number, number] {
  const [sight, setSight] = useState<[number, number]>([0, 4_000]);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const look = (): void => {
      const size = Math.max(200, isVertical ? element.clientWidth : element.clientHeight);
      const at = isVertical ? -element.scrollLeft : element.scrollTop;
      const step = Math.floor((2 * at) / size);
      const next: [number, number] = [(step * size) / 2 - size, (step * size) / 2 + 2.5 * size];
      setSight((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame, isVertical]);
  return sight;
}
