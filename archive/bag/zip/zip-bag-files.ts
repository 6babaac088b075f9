import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { BagProblem } from '../../model/bag-report.ts';
import { FileFault } from '../bag-files.ts';
import type { BagFiles } from '../bag-files.ts';
import { problem } from '../problem-list.ts';
import { readEndRecord } from './end-record.ts';
import { readEntries } from './entries.ts';
import type { ReadEntries, ZipEntry } from './entries.ts';
import { checkExtents } from './entry-extents.ts';
import { isReservedName, nameClashes } from './entry-name.ts';
import { entryChunks } from './entry-chunks.ts';

/** The files of a bag in a ZIP, read where they lie. */
export interface ZipBagFiles extends BagFiles {
  readonly topFolder: string;
  readonly fileBytes: number;
  /** What was found that does not hinder reading. */
  readonly remarks: readonly BagProblem[];
  /** A problem when the file is no longer the one that was opened. */
  changed(): Promise<BagProblem | null>;
  close(): Promise<void>;
}

export type ZipOpening =
  | { readonly outcome: 'opened'; readonly files: ZipBagFiles }
  | { readonly outcome: 'refused'; readonly problems: readonly BagProblem[] };

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The one folder that all entries lie in, or null. */
function commonTopFolder(entries: readonly ZipEntry[]): string | null {
  const tops = new Set(entries.map(({ name }) => name.slice(0, name.indexOf('/') + 1)));
  const [top] = tops;
  return tops.size === 1 && top !== undefined && top !== '' ? top.slice(0, -1) : null;
}

async function inspect(handle: FileHandle, fileBytes: number): Promise<ReadEntries> {
  const found = await readEndRecord(handle, fileBytes);
  if ('fault' in found) return { entries: [], faults: [found.fault], remarks: [] };
  const { commentBytes } = found.end;
  const read = await readEntries(handle, found.end);
  const faults = [...read.faults];
  // Places can only be judged when every entry is known.
  if (faults.length === 0) faults.push(...(await checkExtents(handle, read.entries, found.end)));
  faults.push(...nameClashes(read.entries.map(({ name }) => name)));
  const comment = commentBytes > 0 ? [problem('zip-comment', '', { commentBytes })] : [];
  return { entries: read.entries, faults, remarks: [...comment, ...read.remarks] };
}

function zipBagFiles(
  handle: FileHandle,
  { entries, remarks: earlier }: ReadEntries,
  topFolder: string,
  opened: { readonly size: number; readonly mtimeMs: number },
): ZipBagFiles {
  const byPath = new Map(
    entries
      .filter((entry) => !entry.isFolder)
      .map((entry) => ({ ...entry, name: entry.name.slice(topFolder.length + 1) }))
      .map((entry) => [entry.name, entry] as const),
  );
  const remarks: BagProblem[] = [...earlier];
  for (const path of byPath.keys()) {
    if (isReservedName(path)) remarks.push(problem('name-reserved', path));
  }
  const filled = new Set(
    [...byPath.keys()].flatMap((path) =>
      [...path.matchAll(/\//gu)].map(({ index }) => path.slice(0, index + 1)),
    ),
  );
  for (const { name, isFolder } of entries) {
    const path = name.slice(topFolder.length + 1);
    if (isFolder && path !== '' && !filled.has(path)) remarks.push(problem('empty-folder', path));
  }
  return {
    topFolder,
    fileBytes: opened.size,
    remarks,
    sizes: new Map([...byPath].map(([path, entry]) => [path, entry.bytes])),
    chunks(path) {
      const entry = byPath.get(path);
      if (!entry) throw new FileFault(problem('missing-file', path));
      return entryChunks(handle, entry);
    },
    async changed() {
      const now = await handle.stat();
      return now.size === opened.size && now.mtimeMs === opened.mtimeMs
        ? null
        : problem('file-changed', '', { expectedBytes: opened.size, foundBytes: now.size });
    },
    close: () => handle.close(),
  };
}

/** Opens a ZIP for reading and checks its structure; the caller closes what was opened. */
export async function openZipBagFiles(file: string): Promise<ZipOpening> {
  let handle: FileHandle;
  try {
    // Without waiting: a pipe that nobody writes to would never open. Windows has none, and no flag.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return {
      outcome: 'refused',
      problems: [problem('unreadable', '', { error: errorCode(error) })],
    };
  }
  const refuse = async (problems: readonly BagProblem[]): Promise<ZipOpening> => {
    await handle.close();
    return { outcome: 'refused', problems };
  };
  try {
    const opened = await handle.stat();
    if (!opened.isFile()) {
      const error = opened.isDirectory() ? 'EISDIR' : 'not a regular file';
      return await refuse([problem('unreadable', '', { error })]);
    }
    const read = await inspect(handle, opened.size);
    if (read.faults.length > 0) return await refuse(read.faults);
    const topFolder = commonTopFolder(read.entries);
    if (topFolder === null) return await refuse([problem('no-top-folder')]);
    return { outcome: 'opened', files: zipBagFiles(handle, read, topFolder, opened) };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return await refuse([problem('unreadable', '', { error: errorCode(error) })]);
  }
}
