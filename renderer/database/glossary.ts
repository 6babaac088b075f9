import type { GlossaryRecord, UserDataChange } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

/** All that the reader has settled, in no order. */
export function readGlossary(): Promise<GlossaryRecord[]> {
  return database.table<GlossaryRecord, string>('glossary').toArray();
}

/** Entries by key, as they are to be from now on; null takes one away. */
export type GlossaryChanges = ReadonlyMap<string, GlossaryRecord | null>;

/** Resolves, once the changes are on disk, with the changes that would undo them. */
export async function saveGlossary(changes: GlossaryChanges): Promise<GlossaryChanges> {
  const keys = [...changes.keys()];
  const before = await database.table<GlossaryRecord, string>('glossary').bulkGet(keys);
  await saveUserData(
    keys.map((key): UserDataChange<'glossary'> => ({
      store: 'glossary',
      key,
      value: changes.get(key) ?? null,
    })),
  );
  return new Map(keys.map((key, index) => [key, before[index] ?? null]));
}
