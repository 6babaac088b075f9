import { useImperativeHandle, type RefObject } from 'react';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { giveFocus } from '../components/use-scroll-keys.ts';
import type { AnnotationActions } from './annotation-actions.ts';
import { placeCaret } from './caret.ts';
import type { AnnotatedStory } from './make-annotation.ts';
import type { EditorFocus } from './note-editor.tsx';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';
import type { Deeds } from './use-deeds.ts';
import { selectedRuns } from './use-story-selection.ts';

/** Ends the selection; the caret, where one is used, stays at its end. */
export function endSelection(hasCaret: boolean): void {
  const selection = document.getSelection();
  if (hasCaret && selection !== null && selection.rangeCount > 0) selection.collapseToEnd();
  else selection?.removeAllRanges();
}

/** What is open on a story, and what can be done with it. */
interface OpenAnnotations {
  readonly frame: RefObject<HTMLElement | null>;
  readonly text: StoryText | null;
  readonly story: AnnotatedStory;
  readonly deeds: Deeds;
  readonly placed: readonly PlacedAnnotation[];
  readonly active: { readonly annotation: Annotation; readonly isNew: boolean } | null;
  readonly activeRange: TextRange | null;
  readonly hasCaret: boolean;
  /** The mark that was made last, while nothing else has been done. */
  readonly lastMade: string | null;
  readonly setCaret: (hasCaret: boolean) => void;
  readonly setLastMade: (id: string | null) => void;
  readonly show: (id: string, focus?: EditorFocus) => void;
  readonly showInText: (annotation: Annotation) => void;
  readonly addStoryNote: () => void;
  readonly trash: (annotation: Annotation) => void;
  readonly list: () => void;
}

/** Offers to whoever holds `actions` what can be marked and noted on a story. */
export function useAnnotationActions(
  actions: RefObject<AnnotationActions | null>,
  {
    frame,
    text,
    story,
    deeds,
    placed,
    active,
    activeRange,
    hasCaret,
    lastMade,
    setCaret,
    setLastMade,
    show,
    showInText,
    addStoryNote,
    trash,
    list,
  }: OpenAnnotations,
): void {
  /** What follows the selection on screen may lag behind a key. */
  function selectedNow(): readonly TextRange[] {
    if (frame.current === null || text === null) return [];
    return selectedRuns(frame.current, text, story.text);
  }

  useImperativeHandle(actions, (): AnnotationActions => {
    const act: AnnotationActions = {
      highlight() {
        act.mark(deeds.lastInk(), 'fill');
      },
      mark(ink, style) {
        const selected = selectedNow();
        if (selected.length > 0) {
          const [made] = deeds.mark(selected, ink, style);
          endSelection(hasCaret);
          setLastMade(made ?? null);
        } else if (active?.annotation.mark !== undefined) {
          deeds.edit(
            active.isNew ? null : active.annotation,
            active.annotation,
            { mark: { ink, style } },
            'ink',
          );
        }
      },
      note() {
        const selected = selectedNow();
        if (selected.length > 0) {
          const [made] = deeds.mark(selected, deeds.lastInk(), 'fill');
          endSelection(hasCaret);
          if (made !== undefined) show(made, 'note');
        } else if (active !== null) show(active.annotation.id, 'note');
        else if (lastMade !== null) show(lastMade, 'note');
        else addStoryNote();
      },
      trash() {
        if (active !== null) trash(active.annotation);
      },
      step(direction) {
        const at = placed.findIndex(({ annotation }) => annotation.id === active?.annotation.id);
        const next = placed[at === -1 ? (direction === 1 ? 0 : placed.length - 1) : at + direction];
        if (next !== undefined) showInText(next.annotation);
      },
      caret() {
        if (!hasCaret && text !== null) {
          const selection = document.getSelection();
          if (!text.holds(selection?.focusNode ?? null)) placeCaret(text, activeRange?.start ?? 0);
          if (frame.current !== null) giveFocus(frame.current);
        }
        setCaret(!hasCaret);
      },
      list,
    };
    return act;
  });
}
