import type { TextRange } from '../../archive/text/text-range.ts';
import type { StoryText } from './story-text.ts';

/** Where things stand on screen; px, of the window. */

function rangeOf(painted: AbstractRange): Range {
  const range = document.createRange();
  range.setStart(painted.startContainer, painted.startOffset);
  range.setEnd(painted.endContainer, painted.endOffset);
  return range;
}

/** The boxes of a passage's lines, in order; those without width left out. */
export function lineBoxes(text: StoryText, held: TextRange): readonly DOMRect[] {
  return text
    .rangesOf(held)
    .flatMap((painted) => [...rangeOf(painted).getClientRects()])
    .filter(({ width, height }) => width > 0 && height > 0);
}

/** The box of the first line of a passage; undefined where nothing of it is on screen. */
export function firstLineBox(text: StoryText, { start, end }: TextRange): DOMRect | undefined {
  return lineBoxes(text, { start, end: Math.min(end, start + 2) })[0];
}

/** The part of the text that is in sight, and two frames around it. */
export function textNear(frame: HTMLElement, text: StoryText): TextRange {
  const { left, right, top, bottom, width, height } = frame.getBoundingClientRect();
  const [across, along] = [2 * width, 2 * height];
  return (
    text.heldWithin({
      left: left - across,
      right: right + across,
      top: top - along,
      bottom: bottom + along,
    }) ?? { start: 0, end: 0 }
  );
}

/**
 * About where lines stand, to a line or so: from the lines of a whole paragraph, which are asked for
 * once. Good for one layout.
 */
export class LineGuess {
  readonly #text: StoryText;
  readonly #lines = new Map<HTMLElement, DOMRectList>();

  constructor(text: StoryText) {
    this.#text = text;
  }

  /** The box of the line with the character at an offset; undefined where none is on screen. */
  boxAt(held: number): DOMRect | undefined {
    const [element] = this.#text.elementsOf({ start: held, end: held + 2 });
    if (element === undefined) return undefined;
    let lines = this.#lines.get(element);
    if (lines === undefined) this.#lines.set(element, (lines = element.getClientRects()));
    const length = Math.max(1, element.textContent.length);
    const share = (held - Number(element.dataset.start)) / length;
    return lines[Math.max(0, Math.min(lines.length - 1, Math.floor(share * lines.length)))];
  }
}

/** The offset of the character at a point of the window; null where there is none. */
export function heldAtPoint(text: StoryText, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || !(caret.offsetNode instanceof Text) || !text.holds(caret.offsetNode)) {
    return null;
  }
  const { offsetNode: node, offset } = caret;
  // The caret stands before or behind the character, whichever edge is nearer.
  for (const at of [offset, offset - 1]) {
    if (at < 0 || at >= node.length) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (left <= x && x <= right && top <= y && y <= bottom) return text.heldAt(node, at);
    }
  }
  return null;
}

/** The canonical offset nearest to a point, as a dragged edge of a mark needs it. */
export function nearestHeld(text: StoryText, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || !(caret.offsetNode instanceof Text)) return null;
  const { offsetNode: node, offset } = caret;
  if (!text.holds(node)) return null;
  if (offset < node.length) return text.heldAt(node, offset);
  const last = text.heldAt(node, node.length - 1);
  return last === null ? null : last + 1;
}

/** Scrolls so that the beginning of a passage is in sight, unless it is. */
export function bringIntoSight(frame: HTMLElement, text: StoryText, held: TextRange): void {
  const box = firstLineBox(text, held);
  if (box === undefined) return;
  const bounds = frame.getBoundingClientRect();
  const margin = 48;
  const isAcross = box.left < bounds.left + margin || box.right > bounds.right - margin;
  const isAlong = box.top < bounds.top + margin || box.bottom > bounds.bottom - margin;
  frame.scrollBy(
    isAcross ? (box.left + box.right - bounds.left - bounds.right) / 2 : 0,
    isAlong ? (box.top + box.bottom - bounds.top - bounds.bottom) / 2 : 0,
  );
}

/**
 * Where a slip that belongs to a passage stands, in px of the window: under its last line, or left of
 * it in vertical text; on the other side of the passage where there is no room.
 */
export function slipPlace(
  boxes: readonly DOMRect[],
  bounds: DOMRect,
  size: { readonly width: number; readonly height: number },
  isVertical: boolean,
): { readonly left: number; readonly top: number } | null {
  const inSight = boxes.filter(
    ({ left, right, top, bottom }) =>
      right > bounds.left && left < bounds.right && bottom > bounds.top && top < bounds.bottom,
  );
  const first = inSight[0];
  const last = inSight.at(-1);
  if (first === undefined || last === undefined) return null;
  const apart = 8;
  const within = (at: number, length: number, low: number, high: number): number =>
    Math.max(low + apart, Math.min(at, high - length - apart));
  if (isVertical) {
    const left = last.left - apart - size.width;
    const right = first.right + apart;
    return {
      left: within(left < bounds.left ? right : left, size.width, bounds.left, bounds.right),
      top: within(last.top - apart, size.height, bounds.top, bounds.bottom),
    };
  }
  const below = last.bottom + apart;
  const above = first.top - apart - size.height;
  const isBelow = below + size.height <= bounds.bottom || above < bounds.top;
  return {
    left: within(last.left, size.width, bounds.left, bounds.right),
    top: within(isBelow ? below : above, size.height, bounds.top, bounds.bottom),
  };
}
