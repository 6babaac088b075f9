import type { IndexNews } from './search-index-worker.ts';

/** The making or merging of an index that goes on in the background. */
export interface IndexWork {
  readonly done: number;
  readonly total: number;
}

let worker: Worker | null = null;
let isWantedAgain = false;
let work: IndexWork | null = null;
const distrusted = new Set<number>();
const watchers = new Set<() => void>();
const listeners = new Set<() => void>();

function setWork(next: IndexWork | null): void {
  work = next;
  for (const watcher of watchers) watcher();
}

/** For `useSyncExternalStore`: null while nothing is being made. */
export function currentIndexWork(): IndexWork | null {
  return work;
}

export function watchIndexWork(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** Called whenever an index was replaced by another. */
export function whenIndexesChange(listener: () => void): void {
  listeners.add(listener);
}

function finish(): void {
  worker?.terminate();
  worker = null;
  setWork(null);
  if (isWantedAgain) {
    isWantedAgain = false;
    keepSearchIndexes();
  }
}

/**
 * Makes missing and damaged indexes and merges those in parts, in the background; `damaged` are
 * generations whose index gave wrong sums.
 */
export function keepSearchIndexes(damaged: readonly number[] = []): void {
  for (const generation of damaged) distrusted.add(generation);
  if (worker !== null) {
    isWantedAgain = true;
    return;
  }
  worker = new Worker(new URL('./search-index-worker.ts', import.meta.url), {
    type: 'module',
    name: 'search-index',
  });
  worker.onmessage = ({ data }: MessageEvent<IndexNews>): void => {
    switch (data.news) {
      case 'progress':
        setWork({ done: data.done, total: data.total });
        return;
      case 'changed':
        for (const listener of listeners) listener();
        return;
      case 'failed':
        // Searching reads the stories themselves meanwhile, and asks again.
        console.error(`The index of generation ${data.generation}: ${data.message}`);
        return;
      case 'finished':
        finish();
    }
  };
  worker.onerror = finish;
  worker.postMessage([...distrusted]);
  distrusted.clear();
}
