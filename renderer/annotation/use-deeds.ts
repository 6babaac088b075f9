import { useMemo, useRef } from 'react';
import type { Annotation, Ink, Mark, MarkStyle } from '../../archive/model/annotation.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { doStep, latestOf, showNotice } from './annotation-session.ts';
import {
  edited,
  makeAnnotation,
  passageTarget,
  type AnnotatedStory,
  type Edit,
} from './make-annotation.ts';
import type { Deed } from './undo-history.ts';
import { wholeCharacters } from './whole-characters.ts';

/** The ink of the last mark, for the next one; as long as the program runs. */
let lastInk: Ink = 'teng';

export interface Deeds {
  readonly lastInk: () => Ink;
  /** Marks stretches of the text; the ids of the new annotations. */
  readonly mark: (runs: readonly TextRange[], ink: Ink, style: MarkStyle) => readonly string[];
  /** `before` is null for an annotation that is not stored yet. */
  readonly edit: (before: Annotation | null, base: Annotation, edit: Edit, deed: Deed) => void;
  readonly resize: (annotation: Annotation, range: TextRange) => void;
  readonly trash: (annotation: Annotation) => void;
  /** What is typed from here on is a step of its own. */
  readonly beginEditing: () => void;
}

/** What is done to annotations of a story, each kept for taking back. */
export function useDeeds(story: AnnotatedStory): Deeds {
  const editing = useRef(0);
  return useMemo((): Deeds => {
    function edit(before: Annotation | null, base: Annotation, change: Edit, deed: Deed): void {
      // Two fields that are left at once must not undo each other's words.
      const current = latestOf(base);
      const after = edited(current, change);
      const isStored = before !== null || current !== base;
      if (isStored && after === current) return;
      void doStep({
        deed,
        changes: [{ id: base.id, before: isStored ? current : null, after }],
        mergeKey: `${editing.current} ${deed} ${base.id}`,
      });
    }
    return {
      lastInk: () => lastInk,
      mark(runs, ink, style) {
        lastInk = ink;
        const mark: Mark = { ink, style };
        const made = runs.flatMap((run) => {
          const target = passageTarget(story, run);
          return target === null ? [] : [makeAnnotation(target, mark)];
        });
        if (made.length === 0) return [];
        void doStep({
          deed: 'highlight',
          changes: made.map((after) => ({ id: after.id, before: null, after })),
        });
        return made.map(({ id }) => id);
      },
      edit(before, base, change, deed) {
        if (change.mark !== undefined) lastInk = change.mark.ink;
        edit(before, base, change, deed);
      },
      resize(annotation, range) {
        const whole = wholeCharacters(story.text, range);
        const target = whole && passageTarget(story, whole);
        if (target !== null) edit(annotation, annotation, { target }, 'resize');
      },
      trash(annotation) {
        const now = new Date().toISOString();
        const after = { ...annotation, modified: now, trashed: now };
        void doStep({
          deed: 'trash',
          changes: [{ id: annotation.id, before: annotation, after }],
        }).then((isSaved) => {
          if (isSaved) showNotice({ kind: 'done', deed: 'trash', count: 1 });
        });
      },
      beginEditing() {
        editing.current += 1;
      },
    };
  }, [story]);
}
