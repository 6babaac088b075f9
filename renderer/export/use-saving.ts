import { useEffect, useRef, useState } from 'react';
import type { MainEvents, PdfDocument, SaveFileOutcome } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { fileKinds, type FileFormat } from './export-files.ts';

export type SavingStep = 'gathering' | MainEvents['pdfStep'];

export type Saving =
  | { readonly state: 'idle' }
  | {
      readonly state: 'working';
      readonly step: SavingStep;
      /** Since the beginning, when this step began; in milliseconds. */
      readonly elapsed: number;
    }
  | { readonly state: 'done'; readonly outcome: SaveFileOutcome; readonly missingPhotos: number }
  | { readonly state: 'broken'; readonly reason: string };

/** A file before it is saved. */
interface Made<Content> {
  readonly content: Content;
  readonly missingPhotos: number;
}

type Make<Content> = (signal: AbortSignal) => Promise<Made<Content>>;

export interface Saver {
  readonly saving: Saving;
  readonly savePdf: (make: Make<PdfDocument>, name: string) => void;
  readonly saveFile: (make: Make<string>, format: FileFormat, name: string) => void;
  /** Ends what is being made; no file is written then. */
  readonly cancel: () => void;
}

/** Saves one file at a time and says how far it is and how it ended. */
export function useSaving(): Saver {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  const began = useRef(0);
  useEffect(
    () =>
      mainBridge().on('pdfStep', (step) => {
        setSaving({ state: 'working', step, elapsed: performance.now() - began.current });
      }),
    [],
  );
  function save<Content>(
    make: Make<Content>,
    write: (content: Content) => Promise<SaveFileOutcome>,
  ): void {
    if (running.current !== null) return;
    const stop = new AbortController();
    running.current = stop;
    began.current = performance.now();
    setSaving({ state: 'working', step: 'gathering', elapsed: 0 });
    // The window shows that something began before a long document is made.
    new Promise((resolve) => requestAnimationFrame(resolve))
      .then(() => make(stop.signal))
      .then(async ({ content, missingPhotos }): Promise<Saving> => {
        stop.signal.throwIfAborted();
        // The time that the reader takes for the dialog tells nothing.
        began.current = performance.now();
        return { state: 'done', outcome: await write(content), missingPhotos };
      })
      .then(setSaving, (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        setSaving(
          stop.signal.aborted
            ? { state: 'done', outcome: { outcome: 'cancelled' }, missingPhotos: 0 }
            : { state: 'broken', reason },
        );
      })
      .finally(() => {
        running.current = null;
      });
  }
  return {
    saving,
    savePdf: (make, name) => {
      save(make, (document) => mainBridge().request.savePdf(document, name));
    },
    saveFile: (make, format, name) => {
      save(make, (text) => mainBridge().request.saveFileAs(name, fileKinds[format], text));
    },
    cancel: () => {
      running.current?.abort();
      void mainBridge().request.cancelPdf();
    },
  };
}
