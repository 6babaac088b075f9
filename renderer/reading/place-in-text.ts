import { toHeldRange } from './segments.tsx';
import type { StoryFlow } from './reading-settings.ts';
import { shownRanges, shownSegments } from './text-places.ts';

/** Between places in a story's canonical text (UTF-16 offsets) and places on screen. */

interface CaretPosition {
  readonly offsetNode: Node;
  readonly offset: number;
}

/** White before the first column, in px. */
const columnInset = 56;

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

/** Whether a box lies wholly before the frame's beginning. */
function isBefore(box: DOMRect, bounds: DOMRect, flow: StoryFlow): boolean {
  if (flow === 'left') return box.left >= bounds.right - 2;
  if (flow === 'right') return box.right <= bounds.left + 2;
  return box.bottom <= bounds.top + 2;
}

/** Whether a text that is not wholly before the frame's beginning begins inside. */
function startsInside(segment: HTMLElement, bounds: DOMRect, flow: StoryFlow): boolean {
  // In columns a text is as wide as all those it runs through; where it begins is its first part.
  const box = segment.getClientRects()[0] ?? segment.getBoundingClientRect();
  if (flow === 'left') return box.right <= bounds.right + 2;
  if (flow === 'right') return box.left >= bounds.left - 2;
  return box.top >= bounds.top - 2;
}

/** The character at the frame's edge, of a text that began before it. */
function caretAtEdge(
  frame: HTMLElement,
  box: DOMRect,
  bounds: DOMRect,
  flow: StoryFlow,
): CaretPosition | null {
  if (flow === 'left') return caretAt(bounds.right - 12, Math.max(box.top, bounds.top) + 4);
  if (flow === 'right') return caretAt(bounds.left + columnInset, box.top + 8);
  // In tiers the lines run down and begin at the right.
  const isVertical = getComputedStyle(frame).writingMode === 'vertical-rl';
  return caretAt(isVertical ? box.right - 4 : box.left + 4, bounds.top + 8);
}

/** The offset of the first text that is visible in the frame, or null where none is. */
export function firstVisibleOffset(frame: HTMLElement, flow: StoryFlow): number | null {
  const bounds = frame.getBoundingClientRect();
  for (const segment of frame.querySelectorAll<HTMLElement>('.segment[data-start]')) {
    const box = segment.getBoundingClientRect();
    if (box.width === 0 && box.height === 0) continue;
    if (isBefore(box, bounds, flow)) continue;
    if (startsInside(segment, bounds, flow)) return startOf(segment);
    // The segment began before the edge: ask for the character at the edge itself.
    const caret = caretAtEdge(frame, box, bounds, flow);
    const found = caret === null ? null : segmentOf(caret.offsetNode);
    if (caret !== null && found === segment && caret.offsetNode.nodeType === Node.TEXT_NODE) {
      const { offset } = caret;
      return startOf(segment) + toHeldRange(segment, { start: offset, end: offset + 1 }).start;
    }
    return startOf(segment);
  }
  return null;
}

/** Scrolls so that the line or column holding the offset stands at the frame's beginning. */
export function scrollToOffset(frame: HTMLElement, offset: number, flow: StoryFlow): void {
  // Two units long: where the offset is the break between two segments, the next one's beginning counts.
  const [painted] = shownRanges(shownSegments(frame), { start: offset, end: offset + 2 });
  if (painted === undefined) return;
  const range = document.createRange();
  range.setStart(painted.startContainer, painted.startOffset);
  range.setEnd(painted.endContainer, painted.endOffset);
  const line = range.getBoundingClientRect();
  const bounds = frame.getBoundingClientRect();
  if (flow === 'left') frame.scrollLeft += line.right - bounds.right + 8;
  else if (flow === 'right') frame.scrollLeft += line.left - bounds.left - columnInset;
  else frame.scrollTop += line.top - bounds.top - 8;
}
