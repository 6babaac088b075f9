import type { Annotation } from '../../archive/model/annotation.ts';

/** An annotation before and after something was done; null where there is none. */
export interface AnnotationChange {
  readonly id: string;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

export type Deed =
  'highlight' | 'note' | 'editNote' | 'tags' | 'reading' | 'ink' | 'style' | 'resize' | 'trash';

export interface UndoStep {
  readonly deed: Deed;
  readonly changes: readonly AnnotationChange[];
  /** Steps of the same key that follow each other are one, as the words typed into one note. */
  readonly mergeKey?: string;
}

export interface UndoHistory {
  readonly done: readonly UndoStep[];
  readonly undone: readonly UndoStep[];
}

export const emptyHistory: UndoHistory = { done: [], undone: [] };

const longestHistory = 500;

export function withStep(history: UndoHistory, step: UndoStep): UndoHistory {
  const last = history.done.at(-1);
  const [change] = step.changes;
  const [lastChange] = last?.changes ?? [];
  const isSame =
    step.mergeKey !== undefined &&
    last?.mergeKey === step.mergeKey &&
    step.changes.length === 1 &&
    last.changes.length === 1 &&
    change !== undefined &&
    lastChange?.id === change.id;
  if (last !== undefined && isSame) {
    const merged = { ...last, changes: [{ ...change, before: lastChange.before }] };
    return { done: [...history.done.slice(0, -1), merged], undone: [] };
  }
  return { done: [...history.done, step].slice(-longestHistory), undone: [] };
}

/** The step to take back and the history after it; null where there is none. */
export function undoStep(history: UndoHistory): { step: UndoStep; history: UndoHistory } | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  return {
    step,
    // What was taken back is finished: what is typed afterwards is a step of its own.
    history: { done: history.done.slice(0, -1), undone: [...history.undone, withoutKey(step)] },
  };
}

export function redoStep(history: UndoHistory): { step: UndoStep; history: UndoHistory } | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  return {
    step,
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
  };
}

function withoutKey({ deed, changes }: UndoStep): UndoStep {
  return { deed, changes };
}

const members = [
  'target',
  'motivations',
  'mark',
  'note',
  'tags',
  'correctedReading',
  'trashed',
] as const satisfies readonly (keyof Annotation)[];

/**
 * What to write when a change is taken back or done again. Only the members that it changed are
 * touched: what has been written elsewhere since stays. An annotation that holds more than was
 * given to it at first goes to the trash instead of away.
 */
export function turned(
  change: AnnotationChange,
  side: 'undo' | 'redo',
  current: Annotation | null,
  now: string,
): Annotation | null {
  const [from, to] =
    side === 'undo' ? [change.after, change.before] : [change.before, change.after];
  if (to === null) {
    if (current === null || from === null) return null;
    const hasMore = (['note', 'tags', 'correctedReading'] as const).some(
      (member) => JSON.stringify(current[member]) !== JSON.stringify(from[member]),
    );
    return hasMore ? { ...current, modified: now, trashed: now } : null;
  }
  if (current === null || from === null) return { ...to, modified: now };
  const result: Record<string, unknown> = { ...current, modified: now };
  for (const member of members) {
    if (JSON.stringify(from[member]) === JSON.stringify(to[member])) continue;
    if (to[member] === undefined) Reflect.deleteProperty(result, member);
    else result[member] = to[member];
  }
  return result as unknown as Annotation;
}
