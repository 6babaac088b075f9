import type { UserDataChange } from '../../archive/model/user-data.ts';

/** What the tables of user data have taken in: single changes in order, or everything anew. */
export type AppliedChanges = readonly UserDataChange[] | 'everything';

type Listener = (applied: AppliedChanges) => void;

const listeners = new Set<Listener>();

/** Tells who follows the tables what they hold from now on; call it once that is committed. */
export function tellApplied(applied: AppliedChanges): void {
  for (const listener of listeners) listener(applied);
}

/** Calls back after every change of user data in the tables; returns what stops it. */
export function onApplied(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
