import type { Annotation } from '../../archive/model/annotation.ts';
import { onApplied, type AppliedChanges } from './applied-changes.ts';

/**
 * Follows some of the annotations: reads them once, and from then on takes in what changes, so that
 * saving one among thousands costs one. `onChange` gets all of them, in no order; those that have not
 * changed are the same objects as before. `onFailure` gets what a reading ended with. Returns what stops it.
 */
export function watchAnnotations(
  read: () => Promise<readonly Annotation[]>,
  belongs: (annotation: Annotation) => boolean,
  onChange: (annotations: readonly Annotation[]) => void,
  onFailure: (error: unknown) => void,
): () => void {
  /** Null while they are read; what changes meanwhile waits. */
  let held: Map<string, Annotation> | null = null;
  let waiting: AppliedChanges[] = [];
  let isCurrent = true;

  function readAll(): void {
    held = null;
    waiting = [];
    read().then((found) => {
      if (!isCurrent || held !== null) return;
      held = new Map(found.map((each) => [each.id, each]));
      const missed = waiting;
      waiting = [];
      // What was read may hold these already: taking them in twice changes nothing.
      if (missed.includes('everything')) readAll();
      else {
        for (const applied of missed) takeIn(held, applied);
        onChange([...held.values()]);
      }
    }, fail);
  }

  function fail(error: unknown): void {
    if (isCurrent) onFailure(error);
  }

  function takeIn(annotations: Map<string, Annotation>, applied: AppliedChanges): boolean {
    let hasChanged = false;
    for (const change of applied === 'everything' ? [] : applied) {
      if (change.store !== 'annotations') continue;
      const annotation = change.value as Annotation | null;
      if (annotation !== null && annotation.trashed === undefined && belongs(annotation)) {
        annotations.set(change.key, annotation);
        hasChanged = true;
      } else if (annotations.delete(change.key)) hasChanged = true;
    }
    return hasChanged;
  }

  const stop = onApplied((applied) => {
    if (held === null) waiting.push(applied);
    else if (applied === 'everything') readAll();
    else if (takeIn(held, applied)) onChange([...held.values()]);
  });
  readAll();
  return () => {
    isCurrent = false;
    stop();
  };
}
