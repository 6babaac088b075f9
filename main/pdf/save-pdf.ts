import type { BrowserWindow } from 'electron';
import type { PdfDocument, SavePdfOutcome } from '../../preload/bridge.ts';
import { sendEvent } from '../ipc.ts';
import { saveFileAs } from '../user-files.ts';
import type { PrintDocuments } from './print-documents.ts';

/** Throws for anything that is no document. */
export function assertPdfDocument(value: unknown): asserts value is PdfDocument {
  const { html, css, bareFolios } = (value ?? {}) as Partial<Record<keyof PdfDocument, unknown>>;
  const isCount = bareFolios === null || Number.isSafeInteger(bareFolios);
  if (typeof html !== 'string' || typeof css !== 'string' || !isCount) {
    throw new TypeError('A document was expected');
  }
}

interface PdfParts {
  readonly window: BrowserWindow;
  readonly printDocuments: PrintDocuments;
  readonly pdfAbort: { current: AbortController | null };
}

/** Asks where to, then prints and writes. One at a time: a new one ends the one before. */
export function savePdf(
  { window, printDocuments, pdfAbort }: PdfParts,
  document: PdfDocument,
  suggestedName: string,
): Promise<SavePdfOutcome> {
  pdfAbort.current?.abort();
  const abort = new AbortController();
  pdfAbort.current = abort;
  return saveFileAs(window, suggestedName, { words: 'PDF', extensions: ['pdf'] }, async () => {
    try {
      const bytes = await printDocuments.make(
        document,
        (step) => {
          sendEvent(window, 'pdfStep', step);
        },
        abort.signal,
      );
      sendEvent(window, 'pdfStep', 'writing');
      return abort.signal.aborted ? null : bytes;
    } catch (error) {
      if (abort.signal.aborted) return null;
      throw error;
    } finally {
      if (pdfAbort.current === abort) pdfAbort.current = null;
    }
  });
}
