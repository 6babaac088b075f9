import type { UserDataChange } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

/** Puts back what a change replaced; resolves once that is on disk. */
export type Undo = () => Promise<void>;

type UndoableStore = Exclude<UserDataChange['store'], 'preferences' | 'resume'>;
export type UndoableChange = UserDataChange & { readonly store: UndoableStore };

/** Saves changes and resolves, once they are on disk, with what takes them back. */
export async function saveWithUndo(changes: readonly UndoableChange[]): Promise<Undo> {
  const before = await Promise.all(
    changes.map(async ({ store, key }): Promise<UserDataChange> => {
      const value: unknown = await database.table(store).get(key);
      return { store, key, value: value ?? null };
    }),
  );
  await saveUserData(changes);
  return () => saveUserData(before.toReversed());
}
