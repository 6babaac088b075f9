import { useCallback, useEffect, useState } from 'react';
import type { SafetyState } from '../../archive/model/snapshot.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { onSavingState, savingState } from '../database/saving-state.ts';

/** How safe user data is, asked anew after everything that was saved; null until it is known. */
export function useSafety(): { readonly safety: SafetyState | null; readonly renew: () => void } {
  const [safety, setSafety] = useState<SafetyState | null>(null);
  const renew = useCallback(() => {
    void mainBridge().request.safetyState().then(setSafety);
  }, []);
  useEffect(() => {
    renew();
    return onSavingState(() => {
      if (savingState().state === 'saved') renew();
    });
  }, [renew]);
  return { safety, renew };
}

/** The system's words, without what Electron puts before them. */
export function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/^Error invoking remote method '[^']*': (Error: )?/, '');
}
