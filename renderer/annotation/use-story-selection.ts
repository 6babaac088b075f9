import { useEffect, useState, type RefObject } from 'react';
import type { TextRange } from '../../archive/text/text-range.ts';
import type { StoryText } from './story-text.ts';
import { wholeCharacters } from './whole-characters.ts';

/** The stretches of the canonical text that are selected in the story; empty where nothing is. */
export function selectedRuns(
  frame: HTMLElement,
  text: StoryText,
  canonicalText: string,
): readonly TextRange[] {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(frame)) return [];
  return text.heldOf(range).flatMap((run) => wholeCharacters(canonicalText, run) ?? []);
}

const none: readonly TextRange[] = [];

/** Follows what is selected in the story; while a mouse button is down it waits. */
export function useStorySelection(
  frame: RefObject<HTMLElement | null>,
  text: StoryText | null,
  canonicalText: string,
): readonly TextRange[] {
  const [runs, setRuns] = useState<readonly TextRange[]>(none);
  useEffect(() => {
    const element = frame.current;
    if (element === null || text === null) return undefined;
    let isDown = false;
    const look = (): void => {
      if (isDown) return;
      const found = selectedRuns(element, text, canonicalText);
      setRuns((before) =>
        JSON.stringify(before) === JSON.stringify(found)
          ? before
          : found.length === 0
            ? none
            : found,
      );
    };
    const onDown = ({ target, button }: PointerEvent): void => {
      isDown = button === 0 && target instanceof Node && element.contains(target);
    };
    const onUp = (): void => {
      isDown = false;
      // The click that ends here may still undo the selection.
      window.setTimeout(look);
    };
    look();
    document.addEventListener('selectionchange', look);
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointerup', onUp, true);
    window.addEventListener('pointercancel', onUp, true);
    return () => {
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointerup', onUp, true);
      window.removeEventListener('pointercancel', onUp, true);
    };
  }, [frame, text, canonicalText]);
  return runs;
}
