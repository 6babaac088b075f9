import type { UserDataChange, UserDataStore } from '../archive/model/user-data.ts';

const stores: Readonly<Record<UserDataStore, true>> = {
  preferences: true,
  history: true,
  positions: true,
  resume: true,
  annotations: true,
  bookmarks: true,
  bookmarkFolders: true,
  glossary: true,
  savedSearches: true,
};

const longestKey = 1_024;
const largestValue = 1 << 20;

/** Throws for anything that is not a list of changes; nothing else may reach the journal. */
export function assertUserDataChanges(value: unknown): asserts value is readonly UserDataChange[] {
  if (!Array.isArray(value)) throw new TypeError('User data changes must be a list');
  for (const change of value as Partial<Record<keyof UserDataChange, unknown>>[]) {
    const { store, key, value: content } = change;
    if (typeof store !== 'string' || !Object.hasOwn(stores, store)) {
      throw new TypeError('A change names no store of user data');
    }
    if (typeof key !== 'string' || key === '' || key.length > longestKey) {
      throw new TypeError(`A change of ${store} has no fitting key`);
    }
    if (content === undefined || JSON.stringify(content).length > largestValue) {
      throw new TypeError(`The value of ${store} ${key} does not fit the journal`);
    }
  }
}
