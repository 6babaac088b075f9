import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { PrintJob, PrintOutcome, PrintPaper } from '../preload/bridge.ts';
import { fileNameFor } from './file-name.ts';
import { systemErrorCode } from './system-error.ts';

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
        else resolve({ outcome: 'failed', reason });
      },
    );
  });
}

async function toFile(window: BrowserWindow, job: PrintJob): Promise<PrintOutcome> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), `${fileNameFor(job.title)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return { outcome: 'cancelled' };
  const pdf = await window.webContents.printToPDF({
    pageSize: job.paper,
    landscape: job.isLandscape,
    printBackground: true,
    generateTaggedPDF: true,
  });
  // Beside its place first: a file of the same name is replaced by a whole one or not at all.
  const part = `${filePath}.part`;
  try {
    await writeFile(part, pdf);
    await rename(part, filePath);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { outcome: 'failed', reason: code };
  }
  return { outcome: 'saved', path: filePath };
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
