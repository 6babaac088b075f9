import type { HistoryEntry } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveWithUndo, type Undo } from './saving-with-undo.ts';
import { saveUserData } from './user-data.ts';

const history = database.table<HistoryEntry, string>('history');

/** Latest first. */
export function listHistory(limit: number): Promise<HistoryEntry[]> {
  return history.orderBy('at').reverse().limit(limit).toArray();
}

/** Resolves once the visit is on disk. */
export function recordVisit(entry: HistoryEntry): Promise<void> {
  return saveUserData([{ store: 'history', key: entry.at, value: entry }]);
}

function forget(keys: readonly string[]): Promise<Undo> {
  return saveWithUndo(keys.map((key) => ({ store: 'history', key, value: null })));
}

/** Resolves once the removal is on disk. */
export function forgetVisit({ at }: HistoryEntry): Promise<Undo> {
  return forget([at]);
}

/** Resolves once the removal of all visits is on disk. */
export async function clearHistory(): Promise<Undo> {
  return forget(await history.toCollection().primaryKeys());
}
