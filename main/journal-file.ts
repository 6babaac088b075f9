import { copyFile, open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, UserDataChange } from '../archive/model/user-data.ts';
import { formatJournalLine } from './journal-line.ts';
import { syncFolder } from './sync-folder.ts';
import type { StateRecord } from './user-data-state.ts';

/** The entries of changes that follow entry `sequence`. */
export function entriesOf(
  changes: readonly UserDataChange[],
  sequence: number,
  at: string,
): readonly JournalEntry[] {
  return changes.map(({ store, key, value }, index) => ({
    sequence: sequence + index + 1,
    at,
    store,
    key,
    value,
  }));
}

/** The lines of a journal that holds nothing but these records, as of entry `sequence`. */
export function* compactedLines(
  records: readonly StateRecord[],
  sequence: number,
): Generator<string> {
  yield `${formatJournalLine({ compacted: sequence, entries: records.length })}\n`;
  for (const { sequence, at, store, key, json } of records) {
    const value = JSON.parse(json) as JournalEntry['value'];
    yield `${formatJournalLine({ sequence, at, store, key, value })}\n`;
  }
}

function stamp(): string {
  return new Date().toISOString().replaceAll(/[:.]/g, '-');
}

/** Copies the journal to a file of its own beside it. */
export async function keepAside(path: string, folder: string): Promise<void> {
  const kept = join(folder, `journal-before-repair-${stamp()}.ndjson`);
  await copyFile(path, `${kept}.writing`);
  await rename(`${kept}.writing`, kept);
  await syncFolder(folder);
}

/** Moves the end of the journal into a file of its own, which is on disk before anything is cut off. */
export async function setAside(
  journal: FileHandle,
  folder: string,
  goodBytes: number,
  tornBytes: number,
): Promise<void> {
  const torn = Buffer.alloc(tornBytes);
  await journal.read(torn, 0, tornBytes, goodBytes);
  const aside = await open(join(folder, `journal-torn-${stamp()}.ndjson`), 'wx');
  try {
    await aside.writeFile(torn);
    await aside.sync();
  } finally {
    await aside.close();
  }
  await syncFolder(folder);
  await journal.truncate(goodBytes);
}
