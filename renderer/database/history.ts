import type { HistoryEntry } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
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

/** Resolves once the removal is on disk. */
export async function clearHistory(): Promise<void> {
  const keys = await history.toCollection().primaryKeys();
  await saveUserData(keys.map((key) => ({ store: 'history', key, value: null })));
}
