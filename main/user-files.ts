import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { ChooseFileOutcome, FileKind, SaveFileOutcome } from '../preload/bridge.ts';
import { fileNameFor, writeFileDurably } from './file-writing.ts';
import { systemErrorCode } from './system-error.ts';

/** The largest file that is read at once for the interface. */
const mostBytes = 64_000_000;

function filtersOf({ words, extensions }: FileKind): FileFilter[] {
  return [{ name: words, extensions: [...extensions] }];
}

/** Runs what touches a file; the system's errors become outcomes, others are bugs. */
async function withFile<Outcome>(
  path: string,
  run: (fileName: string) => Promise<Outcome>,
): Promise<Outcome | { outcome: 'failed'; fileName: string; code: string }> {
  const fileName = basename(path);
  try {
    return await run(fileName);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { outcome: 'failed', fileName, code };
  }
}

/** Asks where to save, and saves; what takes long to make is made once the place is known. */
export async function saveFileAs(
  window: BrowserWindow,
  suggestedName: string,
  kind: FileKind,
  content: string | Uint8Array | (() => Promise<Uint8Array | null>),
): Promise<SaveFileOutcome> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileNameFor(suggestedName, kind)),
    filters: filtersOf(kind),
  });
  if (canceled || filePath === '') return { outcome: 'cancelled' };
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content)
      : typeof content === 'function'
        ? await content()
        : content;
  if (bytes === null) return { outcome: 'cancelled' };
  return withFile(filePath, async (fileName) => {
    await writeFileDurably(filePath, bytes);
    return { outcome: 'saved' as const, fileName, bytes: bytes.length };
  });
}

/** Asks for a file and reads it. */
export async function chooseFile(
  window: BrowserWindow,
  kind: FileKind,
): Promise<ChooseFileOutcome> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: filtersOf(kind),
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return { outcome: 'cancelled' };
  return withFile(path, (fileName) => readWhole(path, fileName));
}

async function readWhole(path: string, fileName: string): Promise<ChooseFileOutcome> {
  if ((await stat(path)).size > mostBytes) return { outcome: 'too-large', fileName, mostBytes };
  const file = await open(path, 'r');
  try {
    return { outcome: 'chosen', fileName, content: new Uint8Array(await file.readFile()) };
  } finally {
    await file.close();
  }
}
