import type { Preferences } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

export interface PreferenceRecord {
  readonly key: string;
  readonly value: Preferences[keyof Preferences];
}

const preferences = database.table<PreferenceRecord, string>('preferences');

/** What was chosen so far; whatever is absent has its default. */
export async function readPreferences(): Promise<Partial<Preferences>> {
  const found = await preferences.toArray();
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

/** Resolves once the choice is on disk. */
export function savePreference<Key extends keyof Preferences>(
  key: Key,
  value: Required<Preferences>[Key],
): Promise<void> {
  return saveUserData([{ store: 'preferences', key, value }]);
}
