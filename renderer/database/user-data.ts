import type { Table } from 'dexie';
import type { UserDataChange, UserDataStore } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { database } from './database.ts';
import { appliedSequence, journalState, setAppliedSequence } from './journal-state.ts';
import { mainBridge } from './main-bridge.ts';

/**
 * User data goes to the journal of the main process first and counts as saved once that is synced;
 * the tables follow. Each table's records are the values with their key as a member.
 */
const keyMembers = {
  preferences: 'key',
  history: 'at',
  positions: 'articleId',
  resume: 'key',
  annotations: 'id',
  bookmarks: 'id',
  bookmarkFolders: 'id',
  glossary: 'id',
  savedSearches: 'id',
} as const satisfies Record<UserDataStore, string>;

const stores = Object.keys(keyMembers) as UserDataStore[];

function tableOf(store: UserDataStore): Table<object, string> {
  return database.table(store);
}

function recordOf({ store, key, value }: UserDataChange): object {
  const member = keyMembers[store];
  // A preference may be an object; it stays in one piece.
  if (store === 'preferences') return { key, value };
  return typeof value === 'object' ? { ...value, [member]: key } : { [member]: key, value };
}

/** The change that would make this record. */
function changeOf(store: UserDataStore, record: Readonly<Record<string, unknown>>): UserDataChange {
  const key = String(record[keyMembers[store]]);
  if (store === 'preferences') return { store, key, value: record.value } as UserDataChange;
  if (store === 'resume') return { store, key, value: { place: String(record.place) } };
  return { store, key, value: record };
}

/** Puts the journal's entries `first` to `last` into the tables; the last one for a key wins. */
function apply(changes: readonly UserDataChange[], first: number, last: number): Promise<void> {
  return database.transaction('rw', [...stores, journalState.name], async () => {
    for (const store of stores) {
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
    // After a gap the tables stay behind, and the next start replays what is missing.
    if ((await appliedSequence()) >= first - 1) await setAppliedSequence(last);
  });
}

let applying: Promise<unknown> = Promise.resolve();

/** Resolves once the changes are on disk in the journal and in the tables. */
export async function saveUserData(changes: readonly UserDataChange[]): Promise<void> {
  if (changes.length === 0) return;
  const last = await mainBridge().request.saveUserData(changes);
  const applied = applying.then(() => apply(changes, last - changes.length + 1, last));
  applying = applied.catch(() => undefined);
  await applied;
}

export type Reconciliation =
  | { readonly outcome: 'in-step' }
  /** The tables were behind, or empty, and were filled from the journal. */
  | { readonly outcome: 'replayed'; readonly entries: number }
  /** The journal was shorter than the tables, which were written to it again. */
  | { readonly outcome: 'rejournaled'; readonly entries: number };

/** Brings tables and journal in step; call it once at start, before any user data is read. */
export async function reconcileUserData(
  start: Pick<StartState, 'journalSequence'>,
): Promise<Reconciliation> {
  const applied = await appliedSequence();
  if (applied === start.journalSequence) return { outcome: 'in-step' };
  return applied < start.journalSequence ? replay(applied) : rejournal(start.journalSequence);
}

async function replay(applied: number): Promise<Reconciliation> {
  const entries = await mainBridge().request.journalAfter(applied);
  await apply(entries, applied + 1, entries.at(-1)?.sequence ?? applied);
  return { outcome: 'replayed', entries: entries.length };
}

async function rejournal(sequence: number): Promise<Reconciliation> {
  const changes: UserDataChange[] = [];
  for (const store of stores) {
    const records = (await tableOf(store).toArray()) as Readonly<Record<string, unknown>>[];
    changes.push(...records.map((record) => changeOf(store, record)));
  }
  const last = changes.length > 0 ? await mainBridge().request.saveUserData(changes) : sequence;
  await setAppliedSequence(last);
  return { outcome: 'rejournaled', entries: changes.length };
}
