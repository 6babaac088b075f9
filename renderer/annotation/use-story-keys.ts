import { useEffect, useRef, type RefObject } from 'react';
import type { TextRange } from '../../archive/text/text-range.ts';
import { caretMove, moveCaret, type CaretMove } from './caret.ts';
import { heldAtPoint } from './geometry.ts';
import type { StoryText } from './story-text.ts';

interface StoryKeys {
  readonly isVertical: boolean;
  readonly hasCaret: boolean;
  readonly hasSelection: boolean;
  /** The active mark's place, for resizing; null where none is active. */
  readonly activeRange: TextRange | null;
  /** The character that was clicked, or where the caret stands; null beside the text. */
  readonly onOpenAt: (held: number | null, point: { x: number; y: number }) => void;
  /** Whether a mark is there to be opened. */
  readonly isMarked: (held: number) => boolean;
  readonly onResize: (range: TextRange) => void;
  readonly onCaretMoved: () => void;
  /** Leaves one thing that is open; false where there is none. */
  readonly onEscape: () => boolean;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** The range with one edge moved as a caret would be; null where it cannot move. */
function movedEdge(
  text: StoryText,
  range: TextRange,
  move: CaretMove,
  edge: 'start' | 'end',
): TextRange | null {
  const selection = document.getSelection();
  const start = text.pointOf(range.start);
  const end = text.pointBehind(range.end);
  if (selection === null || start === null || end === null) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const [anchor, focus] = edge === 'end' ? [start, end] : [end, start];
  selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  moveCaret(text, move, true);
  const runs = selection.isCollapsed ? [] : text.heldOf(selection.getRangeAt(0));
  if (anchorNode === null || focusNode === null) selection.removeAllRanges();
  else selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  // The other edge stays exactly where it was.
  const moved =
    edge === 'end' ? { start: range.start, end: last.end } : { start: first.start, end: range.end };
  return moved.start < moved.end ? moved : null;
}

/** The mouse and the keys of a story, as far as marks are concerned. */
export function useStoryKeys(
  frame: RefObject<HTMLElement | null>,
  text: StoryText | null,
  keys: StoryKeys,
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null || text === null) return undefined;

    function onClick({ target, clientX: x, clientY: y, detail }: MouseEvent): void {
      if (!(target instanceof Element) || text === null || detail === 0) return;
      if (
        target.closest(
          'a, button, input, textarea, .annotation-slip, .margin-notes, .mark-handle',
        ) !== null
      ) {
        return;
      }
      if (document.getSelection()?.isCollapsed === false) return;
      latest.current.onOpenAt(heldAtPoint(text, x, y), { x, y });
    }
    let isLooking = false;
    function onPointerMove({ clientX: x, clientY: y, buttons }: PointerEvent): void {
      if (isLooking || buttons !== 0) return;
      isLooking = true;
      requestAnimationFrame(() => {
        isLooking = false;
        const held = element === null || text === null ? null : heldAtPoint(text, x, y);
        const isMark = held !== null && latest.current.isMarked(held);
        element?.classList.toggle('over-mark', isMark);
      });
    }
    function openAtCaret(): boolean {
      const selection = document.getSelection();
      const node = selection?.focusNode ?? null;
      if (text === null || selection === null || node === null) return false;
      const held = text.heldAt(node, selection.focusOffset);
      if (held === null) return false;
      const box = selection.getRangeAt(0).getBoundingClientRect();
      latest.current.onOpenAt(held, { x: box.left, y: box.bottom });
      return true;
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || text === null) return;
      if (isTyping(event.target)) return;
      const { isVertical, hasCaret, hasSelection, activeRange } = latest.current;
      if (event.key === 'Escape') {
        if (latest.current.onEscape()) event.preventDefault();
        return;
      }
      const isButton =
        event.target instanceof Element && event.target.closest('button, a') !== null;
      if (event.key === 'Enter' && hasCaret && !isButton) {
        if (openAtCaret()) event.preventDefault();
        return;
      }
      // Alt with the left and right arrows goes through the places that were visited.
      const isForEdge = event.altKey && event.shiftKey;
      if (event.altKey && !isForEdge) return;
      const move = caretMove(event, isVertical);
      if (move === null) return;
      if (event.shiftKey && activeRange !== null && !hasSelection) {
        const moved = movedEdge(text, activeRange, move, isForEdge ? 'start' : 'end');
        if (moved !== null) latest.current.onResize(moved);
      } else if (hasCaret || (event.shiftKey && hasSelection)) {
        moveCaret(text, move, event.shiftKey);
        latest.current.onCaretMoved();
      } else return;
      event.preventDefault();
    }
    element.addEventListener('click', onClick);
    element.addEventListener('pointermove', onPointerMove, { passive: true });
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('pointermove', onPointerMove);
      element.classList.remove('over-mark');
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [frame, text]);
}
