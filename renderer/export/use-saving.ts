import { useEffect, useRef, useState } from 'react';
import type { PdfDocument, SaveFileOutcome } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { fileKinds, type FileFormat } from './export-files.ts';

export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly step: 'setting' | 'numbering' | 'writing' }
  | { readonly state: 'done'; readonly outcome: SaveFileOutcome }
  | { readonly state: 'broken'; readonly reason: string };

export interface Saver {
  readonly saving: Saving;
  readonly savePdf: (make: () => PdfDocument, name: string) => void;
  readonly saveFile: (make: () => string, format: FileFormat, name: string) => void;
  /** Ends the PDF that is being made. */
  readonly cancel: () => void;
}

/** Saves one file at a time and says how far it is and how it ended. */
export function useSaving(): Saver {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const isWorking = useRef(false);
  useEffect(
    () =>
      mainBridge().on('pdfStep', (step) => {
        setSaving({ state: 'working', step });
      }),
    [],
  );
  function save(run: () => Promise<SaveFileOutcome>): void {
    if (isWorking.current) return;
    isWorking.current = true;
    setSaving({ state: 'working', step: 'setting' });
    // The window shows that something began before a long document is made.
    new Promise((resolve) => requestAnimationFrame(resolve))
      .then(run)
      .then(
        (outcome) => {
          setSaving({ state: 'done', outcome });
        },
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          setSaving({ state: 'broken', reason });
        },
      )
      .finally(() => {
        isWorking.current = false;
      });
  }
  return {
    saving,
    savePdf: (make, name) => {
      save(() => mainBridge().request.savePdf(make(), name));
    },
    saveFile: (make, format, name) => {
      save(() => mainBridge().request.saveFileAs(name, fileKinds[format], make()));
    },
    cancel: () => {
      void mainBridge().request.cancelPdf();
    },
  };
}
