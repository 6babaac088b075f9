import type { SavedSearch } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

const savedSearches = database.table<SavedSearch, string>('savedSearches');

/** Latest first. */
export async function listSavedSearches(): Promise<SavedSearch[]> {
  const found = await savedSearches.toArray();
  return found.sort((a, b) => (a.created < b.created ? 1 : -1));
}

/** Resolves once the search is on disk. */
export function saveSearch(name: string, place: string): Promise<void> {
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const created = new Date().toISOString();
  return saveUserData([{ store: 'savedSearches', key: id, value: { id, name, place, created } }]);
}

/** Resolves once the removal is on disk. */
export function removeSavedSearch(id: string): Promise<void> {
  return saveUserData([{ store: 'savedSearches', key: id, value: null }]);
}

/** Resolves once it is there again. */
export function restoreSavedSearch(search: SavedSearch): Promise<void> {
  return saveUserData([{ store: 'savedSearches', key: search.id, value: search }]);
}
