/** What the interface may say of saving: `saved` only once everything asked for is on disk. */
export interface SavingState {
  readonly state: 'saved' | 'saving' | 'failed';
  /** What the system said; empty unless it failed. */
  readonly reason: string;
}

let current: SavingState = { state: 'saved', reason: '' };
let underWay = 0;
const listeners = new Set<() => void>();

function change(next: SavingState): void {
  if (next.state === current.state && next.reason === current.reason) return;
  current = next;
  for (const listener of listeners) listener();
}

/** Follows one request to the journal; the same promise comes back. */
export function noteSaving(saved: Promise<number>): Promise<number> {
  underWay++;
  if (current.state === 'saved') change({ state: 'saving', reason: '' });
  saved.then(
    () => {
      underWay--;
      if (underWay === 0) change({ state: 'saved', reason: '' });
    },
    (error: unknown) => {
      underWay--;
      change({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    },
  );
  return saved;
}

export function savingState(): SavingState {
  return current;
}

/** Calls back on every change; returns the function that stops it. */
export function onSavingState(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
