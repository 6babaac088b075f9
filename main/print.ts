import type { BrowserWindow } from 'electron';
import type { PrintJob, PrintOutcome, PrintPaper } from '../preload/bridge.ts';
import { saveFileAs } from './user-files.ts';

const papers: readonly unknown[] = ['A4', 'A3', 'Letter'] satisfies PrintPaper[];

export function isPrintJob(value: unknown): value is PrintJob {
  if (typeof value !== 'object' || value === null) return false;
  const { to, paper, isLandscape, title } = value as Partial<Record<keyof PrintJob, unknown>>;
  return (
    (to === 'printer' || to === 'pdf') &&
    papers.includes(paper) &&
    typeof isLandscape === 'boolean' &&
    typeof title === 'string'
  );
}

/** What Chromium calls the user's own wish not to print after all. */
const cancelled = /cancell?ed/i;

/** Prints what the window's print styles show, through the system's own dialog. */
function toPrinter(
  { webContents }: BrowserWindow,
  { paper, isLandscape }: PrintJob,
): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    webContents.print(
      { silent: false, printBackground: true, pageSize: paper, landscape: isLandscape },
      (succeeded, reason) => {
        if (succeeded) resolve({ outcome: 'printed' });
        else if (cancelled.test(reason)) resolve({ outcome: 'cancelled' });
        else resolve({ outcome: 'not-printed', reason });
      },
    );
  });
}

async function toFile(window: BrowserWindow, job: PrintJob): Promise<PrintOutcome> {
  const pdf = await window.webContents.printToPDF({
    pageSize: job.paper,
    landscape: job.isLandscape,
    printBackground: true,
    generateTaggedPDF: true,
  });
  return saveFileAs(window, job.title, { words: 'PDF', extensions: ['pdf'] }, pdf);
}

/** Prints the window, or saves what would be printed as a PDF. */
export async function printWindow(window: BrowserWindow, job: PrintJob): Promise<PrintOutcome> {
  // The window's own colour would be printed in the margins.
  const colour = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  try {
    return await (job.to === 'pdf' ? toFile(window, job) : toPrinter(window, job));
  } finally {
    if (!window.isDestroyed()) window.setBackgroundColor(colour);
  }
}
