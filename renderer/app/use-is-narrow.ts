import { useSyncExternalStore } from 'react';

/** Below this width the side columns lie over the leaf as drawers. */
const narrow = window.matchMedia('(max-width: 999px)');

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => {
    narrow.removeEventListener('change', onChange);
  };
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
