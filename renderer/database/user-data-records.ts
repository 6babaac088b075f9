import type { Table } from 'dexie';
import { UserDataDigest } from '../../archive/model/user-data-digest.ts';
import type { UserDataChange, UserDataStore } from '../../archive/model/user-data.ts';
import type { UserDataExpectation } from '../../archive/model/snapshot.ts';
import { database } from './database.ts';
import { appliedSequence, journalState } from './journal-state.ts';

/** Each table's records are the values with their key as this member. */
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

export const userDataStores = Object.keys(keyMembers) as UserDataStore[];

export function tableOf(store: UserDataStore): Table<object, string> {
  return database.table(store);
}

export function recordOf({ store, key, value }: UserDataChange): object {
  const member = keyMembers[store];
  // A preference is its value, whatever that is; elsewhere the value's members are the record's.
  return store !== 'preferences' && typeof value === 'object'
    ? { ...value, [member]: key }
    : { [member]: key, value };
}

/** The change that would make this record. */
function changeOf(store: UserDataStore, record: Readonly<Record<string, unknown>>): UserDataChange {
  const key = String(record[keyMembers[store]]);
  if (store === 'preferences') return { store, key, value: record.value } as UserDataChange;
  if (store === 'resume') return { store, key, value: { place: String(record.place) } };
  return { store, key, value: record };
}

/** The changes that would make what a table holds. */
export async function changesOf(store: UserDataStore): Promise<readonly UserDataChange[]> {
  const records = (await tableOf(store).toArray()) as Readonly<Record<string, unknown>>[];
  return records.map((record) => changeOf(store, record));
}

/** What the tables hold, and up to which entry, at one moment. Reads every record. */
export function heldUserData(): Promise<UserDataExpectation> {
  return database.transaction('r', [...userDataStores, journalState.name], async () => {
    const digest = new UserDataDigest();
    const counts: Partial<Record<UserDataStore, number>> = {};
    for (const store of userDataStores) {
      const changes = await changesOf(store);
      if (changes.length > 0) counts[store] = changes.length;
      for (const { key, value } of changes) digest.add(store, key, JSON.stringify(value));
    }
    return { sequence: await appliedSequence(), counts, digest: digest.toString() };
  });
}

/** Whether the tables hold as many records as they must; the records are not read. */
export async function hasAllRecords({ counts }: UserDataExpectation): Promise<boolean> {
  const found = await Promise.all(userDataStores.map((store) => tableOf(store).count()));
  return userDataStores.every((store, index) => found[index] === (counts[store] ?? 0));
}
