import { useLayoutEffect, type RefObject } from 'react';

const gap = 6;
const margin = 8;

/**
 * Lays a slip beside a box of the window: under a horizontal line, left of a vertical one, on the
 * other side where there is no room. It never covers the box.
 */
export function useSlipPlace(
  slip: RefObject<HTMLElement | null>,
  box: DOMRect,
  isVertical: boolean,
): void {
  useLayoutEffect(() => {
    const element = slip.current;
    if (element === null) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const most = {
      left: window.innerWidth - margin - width,
      top: window.innerHeight - margin - height,
    };
    let left = box.left;
    let top = box.bottom + gap;
    if (isVertical) {
      left = box.left - gap - width >= margin ? box.left - gap - width : box.right + gap;
      top = box.top;
    } else if (top > most.top) top = box.top - gap - height;
    element.style.setProperty('left', `${Math.max(margin, Math.min(most.left, left))}px`);
    element.style.setProperty('top', `${Math.max(margin, Math.min(most.top, top))}px`);
  });
}

/** Whether text runs down where an element stands. */
export function isSetVertically(element: Element): boolean {
  return getComputedStyle(element).writingMode.startsWith('vertical');
}

/** Brings a word into sight of whatever scrolls around it. */
export function bringIntoSight(word: Range): void {
  const frame = word.startContainer.parentElement?.closest('.story-frame, .leaf, .side');
  if (frame === null || frame === undefined) return;
  const bounds = frame.getBoundingClientRect();
  // Paragraphs far away take their true size only when they come near: look again after the jump.
  for (let times = 0; times < 3; times += 1) {
    const box = word.getBoundingClientRect();
    const isInSight =
      box.top >= bounds.top + 32 &&
      box.bottom <= bounds.bottom - 32 &&
      box.left >= bounds.left &&
      box.right <= bounds.right;
    if (isInSight) return;
    frame.scrollBy(
      box.left < bounds.left || box.right > bounds.right
        ? (box.left + box.right - bounds.left - bounds.right) / 2
        : 0,
      box.top < bounds.top + 32 || box.bottom > bounds.bottom - 32
        ? (box.top + box.bottom - bounds.top - bounds.bottom) / 2
        : 0,
    );
  }
}
