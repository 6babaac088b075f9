import type { StoryText } from './story-text.ts';

/**
 * Moving through a story's text with the arrow keys. The browser's own selection is the caret, so
 * that what is selected by keyboard and by mouse is the same; only its drawing is ours.
 */

type Direction = 'forward' | 'backward';
type Granularity = 'character' | 'word' | 'line' | 'lineboundary';

export interface CaretMove {
  readonly direction: Direction;
  readonly granularity: Granularity;
}

/** What an arrow does: in vertical text lines run down and follow to the left. */
const moves = {
  horizontal: {
    ArrowRight: ['forward', 'character'],
    ArrowLeft: ['backward', 'character'],
    ArrowDown: ['forward', 'line'],
    ArrowUp: ['backward', 'line'],
  },
  vertical: {
    ArrowDown: ['forward', 'character'],
    ArrowUp: ['backward', 'character'],
    ArrowLeft: ['forward', 'line'],
    ArrowRight: ['backward', 'line'],
  },
} as const satisfies Record<string, Readonly<Record<string, readonly [Direction, Granularity]>>>;

/** The move of a key; null for keys that move no caret. Ctrl goes by words. */
export function caretMove(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  isVertical: boolean,
): CaretMove | null {
  if (key === 'Home' || key === 'End') {
    return { direction: key === 'Home' ? 'backward' : 'forward', granularity: 'lineboundary' };
  }
  const known = moves[isVertical ? 'vertical' : 'horizontal'];
  if (!(key in known)) return null;
  const [direction, granularity] = known[key as keyof typeof known];
  const byWord = (ctrlKey || metaKey) && granularity === 'character';
  return { direction, granularity: byWord ? 'word' : granularity };
}

/** Steps over what stands between the story's texts, such as the line that names the source. */
const mostSteps = 60;

/** Moves the focus of the selection, or both its ends; it stays in the story's text. */
export function moveCaret(
  text: StoryText,
  { direction, granularity }: CaretMove,
  isExtending: boolean,
): void {
  const selection = document.getSelection();
  if (!selection?.focusNode) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const alter = isExtending ? 'extend' : 'move';
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const before: Node | null = selection.focusNode;
    const offsetBefore: number = selection.focusOffset;
    selection.modify(alter, direction, granularity);
    if (text.holds(selection.focusNode)) return;
    if (selection.focusNode === before && selection.focusOffset === offsetBefore) break;
  }
  // There is no more text that way.
  if (anchorNode !== null) {
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
}

/** Puts the caret before the character at an offset. */
export function placeCaret(text: StoryText, held: number): void {
  const point = text.pointOf(held);
  if (point !== null) document.getSelection()?.collapse(point.node, point.offset);
}

/** The box of the caret, one px thin; null where it is not in the story's text. */
export function caretBox(text: StoryText, isVertical: boolean): DOMRect | null {
  const selection = document.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || !(node instanceof Text) || !text.holds(node)) return null;
  const offset = selection.focusOffset;
  const range = document.createRange();
  // The character behind the caret shows its line; at the end of a text, the one before it.
  const isAtEnd = offset >= node.length;
  range.setStart(node, isAtEnd ? Math.max(0, offset - 1) : offset);
  range.setEnd(node, isAtEnd ? offset : offset + 1);
  const boxes = [...range.getClientRects()];
  const box = isAtEnd ? boxes.at(-1) : (boxes.find(({ width }) => width > 0) ?? boxes[0]);
  if (box === undefined) return null;
  const { left, right, top, bottom, width, height } = box;
  return isVertical
    ? new DOMRect(left, isAtEnd ? bottom : top, width, 0)
    : new DOMRect(isAtEnd ? right : left, top, 0, height);
}
