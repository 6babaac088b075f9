import { useEffect, type RefObject } from 'react';

/** Focuses a region without the ring, which is for those who come by Tab. */
export function giveFocus(element: HTMLElement): void {
  element.setAttribute('data-focus-given', '');
  element.addEventListener(
    'blur',
    () => {
      element.removeAttribute('data-focus-given');
    },
    { once: true },
  );
  element.focus({ preventScroll: true });
}

/**
 * Gives a scrolling region the keyboard when its subject changes and nothing else has it: the link
 * that led here is gone, and Page Down would scroll nothing.
 */
export function useScrollKeys(region: RefObject<HTMLElement | null>, subject: string): void {
  useEffect(() => {
    const element = region.current;
    const { activeElement, body } = document;
    if (element === null || (activeElement !== null && activeElement !== body)) return;
    giveFocus(element);
  }, [region, subject]);
}
