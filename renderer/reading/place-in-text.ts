import { toHeldRange } from './segments.tsx';
import { shownRanges, shownSegments } from './text-places.ts';

/** Between places in a story's canonical text (UTF-16 offsets) and places on screen. */

interface CaretPosition {
  readonly offsetNode: Node;
  readonly offset: number;
}

function caretAt(x: number, y: number): CaretPosition | null {
  // Chromium has had the standard method since 128; both runtimes know it, older types do not.
  return document.caretPositionFromPoint(x, y);
}

function segmentOf(node: Node): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.closest<HTMLElement>('.segment[data-start]') ?? null;
}

function startOf(segment: HTMLElement): number {
  return Number(segment.dataset.start);
}

/** The offset of the first text that is visible in the frame, or null where none is. */
export function firstVisibleOffset(frame: HTMLElement, isVertical: boolean): number | null {
  const bounds = frame.getBoundingClientRect();
  for (const segment of frame.querySelectorAll<HTMLElement>('.segment[data-start]')) {
    const box = segment.getBoundingClientRect();
    if (box.width === 0 && box.height === 0) continue;
    const isBefore = isVertical ? box.left >= bounds.right - 2 : box.bottom <= bounds.top + 2;
    if (isBefore) continue;
    const startsInside = isVertical ? box.right <= bounds.right + 2 : box.top >= bounds.top - 2;
    if (startsInside) return startOf(segment);
    // The segment began before the edge: ask for the character at the edge itself.
    const caret = isVertical
      ? caretAt(bounds.right - 12, Math.max(box.top, bounds.top) + 4)
      : caretAt(box.left + 4, bounds.top + 8);
    const found = caret === null ? null : segmentOf(caret.offsetNode);
    if (caret !== null && found === segment && caret.offsetNode.nodeType === Node.TEXT_NODE) {
      const { offset } = caret;
      return startOf(segment) + toHeldRange(segment, { start: offset, end: offset + 1 }).start;
    }
    return startOf(segment);
  }
  return null;
}

/** Scrolls so that the line holding the offset stands at the frame's beginning. */
export function scrollToOffset(frame: HTMLElement, offset: number, isVertical: boolean): void {
  // Two units long: where the offset is the break between two segments, the next one's beginning counts.
  const [painted] = shownRanges(shownSegments(frame), { start: offset, end: offset + 2 });
  if (painted === undefined) return;
  const range = document.createRange();
  range.setStart(painted.startContainer, painted.startOffset);
  range.setEnd(painted.endContainer, painted.endOffset);
  const line = range.getBoundingClientRect();
  const bounds = frame.getBoundingClientRect();
  if (isVertical) frame.scrollLeft += line.right - bounds.right + 8;
  else frame.scrollTop += line.top - bounds.top - 8;
}
