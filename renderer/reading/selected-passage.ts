import type { TextRange } from '../../archive/text/text-range.ts';
import { heldRanges, shownSegments } from './text-places.ts';

/** What is selected of the open story, as UTF-16 offsets of its canonical text; null for nothing. */
export function selectedPassage(): TextRange | null {
  const frame = document.querySelector<HTMLElement>('.story-frame');
  const selection = document.getSelection();
  if (frame === null || selection === null || selection.isCollapsed) return null;
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range === null || !frame.contains(range.commonAncestorContainer)) return null;
  const held = heldRanges(shownSegments(frame), range);
  const [first] = held;
  const last = held.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}
