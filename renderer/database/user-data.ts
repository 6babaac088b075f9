import type { JournalPart } from '../../preload/bridge.ts';
import type { JournalEntry, UserDataChange } from '../../archive/model/user-data.ts';
import { tellApplied } from './applied-changes.ts';
import { database } from './database.ts';
import { appliedSequence, journalState, setAppliedSequence } from './journal-state.ts';
import { mainBridge } from './main-bridge.ts';
import { noteSaving } from './saving-state.ts';
import { recordOf, tableOf, userDataStores } from './user-data-records.ts';

/**
 * User data goes to the journal of the main process first and counts as saved once that is synced;
 * the tables follow.
 */

/** Puts changes into the tables; the last one for a key wins. Only within a transaction over all of them. */
async function putChanges(changes: readonly UserDataChange[]): Promise<void> {
  for (const store of userDataStores) {
    const latest = new Map<string, UserDataChange>();
    for (const change of changes) {
      if (change.store === store) latest.set(change.key, change);
    }
    const table = tableOf(store);
    const kept = [...latest.values()].filter(({ value }) => value !== null);
    const removed = [...latest.values()].filter(({ value }) => value === null);
    if (kept.length > 0) await table.bulkPut(kept.map(recordOf));
    if (removed.length > 0) await table.bulkDelete(removed.map(({ key }) => key));
  }
}

const tables = [...userDataStores, journalState.name];

/** Puts the journal's entries `first` to `last` into the tables. */
async function apply(
  changes: readonly UserDataChange[],
  first: number,
  last: number,
): Promise<void> {
  await database.transaction('rw', tables, async () => {
    await putChanges(changes);
    // After a gap the tables stay behind, and the next start replays what is missing.
    if ((await appliedSequence()) >= first - 1) await setAppliedSequence(last);
  });
  tellApplied(changes);
}

let applying: Promise<unknown> = Promise.resolve();

function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = applying.then(task);
  applying = result.catch(() => undefined);
  return result;
}

/** User Timing of every save, until the journal has it on disk. */
const syncedMeasure = 'user-data-synced';

/** Resolves once the changes are on disk in the journal and in the tables. */
export async function saveUserData(changes: readonly UserDataChange[]): Promise<void> {
  if (changes.length === 0) return;
  const began = performance.now();
  const last = await noteSaving(mainBridge().request.saveUserData(changes));
  performance.measure(syncedMeasure, { start: began });
  await inTurn(() => apply(changes, last - changes.length + 1, last));
}

/** Brings the tables to what the journal holds and resolves with the number of entries that took. */
export function followJournal(): Promise<number> {
  return inTurn(async () => {
    const applied = await appliedSequence();
    const part = await mainBridge().request.journalAfter(applied);
    return applyPart(part, applied);
  });
}

/** Empties the tables and fills them from the journal, in one transaction. */
export function rebuildTables(): Promise<number> {
  return inTurn(async () => {
    const { sequence } = await mainBridge().request.expectedUserData();
    const part = await mainBridge().request.journalAfter(0);
    return applyPart(part, sequence);
  });
}

/** `least`: an entry that the part reaches in any case. Resolves with the number of entries. */
async function applyPart(part: JournalPart, least: number): Promise<number> {
  const { isWhole } = part;
  const entries = JSON.parse(part.entries) as readonly JournalEntry[];
  const last = Math.max(least, entries.at(-1)?.sequence ?? 0);
  await database.transaction('rw', tables, async () => {
    if (isWhole) for (const store of userDataStores) await tableOf(store).clear();
    await putChanges(entries);
    await setAppliedSequence(last);
  });
  tellApplied(isWhole ? 'everything' : entries);
  return entries.length;
}
