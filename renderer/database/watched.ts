/** A value outside React's state: only what shows it is drawn again when it changes. */
export interface Watched<Value> {
  readonly now: () => Value;
  readonly set: (next: Value) => void;
  /** For `useSyncExternalStore`; returns what stops watching. */
  readonly watch: (watcher: () => void) => () => void;
}

export function watched<Value>(first: Value): Watched<Value> {
  let current = first;
  const watchers = new Set<() => void>();
  return {
    now: () => current,
    set(next) {
      current = next;
      for (const watcher of watchers) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}
