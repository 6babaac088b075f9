import type { Annotation } from '../../archive/model/annotation.ts';
import { deleteAnnotations, putAnnotations, readAnnotation } from '../database/annotations.ts';
import { fitsJournal } from './limits.ts';
import {
  emptyHistory,
  redoStep,
  turned,
  undoStep,
  withStep,
  type Deed,
  type UndoHistory,
  type UndoStep,
} from './undo-history.ts';

/** A change that was made here and that the tables may not show yet. */
export interface PendingChange {
  readonly annotation: Annotation | null;
  /** `saving` until the journal is synced; `failed` where it was not, and the change is only here. */
  readonly state: 'saving' | 'saved' | 'failed';
}

export type SessionNotice =
  | { readonly kind: 'undone' | 'redone' | 'done'; readonly deed: Deed; readonly count: number }
  | { readonly kind: 'nothing-to-undo' | 'nothing-to-redo' }
  | { readonly kind: 'failed'; readonly reason: string; readonly count: number }
  | { readonly kind: 'too-large' };

export interface SessionState {
  readonly pending: ReadonlyMap<string, PendingChange>;
  readonly notice: SessionNotice | null;
}

/**
 * What was done to annotations since the program started: changes show at once and count as saved
 * when they are on disk; every one can be taken back, wherever the reader has gone since.
 */
let state: SessionState = { pending: new Map(), notice: null };
let history: UndoHistory = emptyHistory;
/** Numbers the changes of each annotation, so that an earlier save does not pass for a later one. */
const latest = new Map<string, number>();
let count = 0;
const listeners = new Set<() => void>();

function setState(next: Partial<SessionState>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

export function sessionState(): SessionState {
  return state;
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function showNotice(notice: SessionNotice | null): void {
  setState({ notice });
}

function setPending(changes: readonly [string, PendingChange][]): void {
  setState({ pending: new Map([...state.pending, ...changes]) });
}

/** User Timing of every save, from the change on screen until journal and tables have it. */
const savedMeasure = 'annotation-saved';

async function write(changes: readonly (readonly [string, Annotation | null])[]): Promise<boolean> {
  const numbers = new Map<string, number>();
  for (const [id] of changes) {
    count += 1;
    latest.set(id, count);
    numbers.set(id, count);
  }
  const current = (): typeof changes =>
    changes.filter(([id]) => latest.get(id) === numbers.get(id));
  setPending(changes.map(([id, annotation]) => [id, { annotation, state: 'saving' }]));
  const began = performance.now();
  const kept = changes.flatMap(([, annotation]) => annotation ?? []);
  const removed = changes.filter(([, annotation]) => annotation === null).map(([id]) => id);
  try {
    await Promise.all([
      kept.length > 0 ? putAnnotations(kept) : undefined,
      removed.length > 0 ? deleteAnnotations(removed) : undefined,
    ]);
    setPending(current().map(([id, annotation]) => [id, { annotation, state: 'saved' }]));
    performance.measure(savedMeasure, { start: began });
    return true;
  } catch (error) {
    setPending(current().map(([id, annotation]) => [id, { annotation, state: 'failed' }]));
    const failed = [...state.pending.values()].filter((each) => each.state === 'failed').length;
    const reason = error instanceof Error ? error.message : String(error);
    showNotice({ kind: 'failed', reason, count: failed });
    return false;
  }
}

/** Tries again to save what could not be saved. */
export async function saveFailed(): Promise<void> {
  const failed = [...state.pending].filter(([, each]) => each.state === 'failed');
  if (failed.length === 0) return;
  showNotice(null);
  await write(failed.map(([id, { annotation }]) => [id, annotation] as const));
}

/**
 * Forgets saved changes that the tables show by now. `shown` are the records there of what is open,
 * which `belongs` tells from others.
 */
export function forgetShown(
  shown: ReadonlyMap<string, Annotation>,
  belongs: (annotation: Annotation) => boolean,
): void {
  const isShown = (id: string, { annotation, state: saving }: PendingChange): boolean => {
    if (saving !== 'saved') return false;
    if (annotation === null || annotation.trashed !== undefined) return !shown.has(id);
    return !belongs(annotation) || (shown.get(id)?.modified ?? '') >= annotation.modified;
  };
  const left = [...state.pending].filter(([id, each]) => !isShown(id, each));
  if (left.length < state.pending.size) setState({ pending: new Map(left) });
}

/**
 * Does something to annotations: shown at once, saved, and kept for taking back. Resolves with
 * whether it is on disk.
 */
export async function doStep(step: UndoStep): Promise<boolean> {
  const changes = step.changes.filter(({ before, after }) => before !== after);
  if (changes.length === 0) return true;
  if (changes.some(({ after }) => after !== null && !fitsJournal(after))) {
    showNotice({ kind: 'too-large' });
    return false;
  }
  history = withStep(history, { ...step, changes });
  return write(changes.map(({ id, after }) => [id, after] as const));
}

/** An annotation with whatever was done to it here since it was drawn. */
export function latestOf(annotation: Annotation): Annotation {
  return state.pending.get(annotation.id)?.annotation ?? annotation;
}

async function currentOf(id: string): Promise<Annotation | null> {
  return state.pending.get(id)?.annotation ?? (await readAnnotation(id)) ?? null;
}

async function turn(
  taken: { step: UndoStep; history: UndoHistory } | null,
  side: 'undo' | 'redo',
): Promise<void> {
  if (taken === null) {
    showNotice({ kind: side === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
    return;
  }
  ({ history } = taken);
  const { deed, changes } = taken.step;
  showNotice({ kind: side === 'undo' ? 'undone' : 'redone', deed, count: changes.length });
  const now = new Date().toISOString();
  await write(
    await Promise.all(
      changes.map(async (change): Promise<readonly [string, Annotation | null]> => {
        const current = await currentOf(change.id);
        return [change.id, turned(change, side, current, now)];
      }),
    ),
  );
}

export function undo(): Promise<void> {
  return turn(undoStep(history), 'undo');
}

export function redo(): Promise<void> {
  return turn(redoStep(history), 'redo');
}
