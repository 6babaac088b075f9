import type { RestoreDifference, RestoreMode, StoreDifference } from '../archive/model/snapshot.ts';
import type { UserDataChange, UserDataStore } from '../archive/model/user-data.ts';
import type { StateRecord, UserDataState } from './user-data-state.ts';

/** The changes that restoring makes to what is held now, and their numbers. */
export interface Restoring {
  readonly changes: readonly UserDataChange[];
  readonly difference: RestoreDifference;
}

/** When a person last changed a record, in ms: its own word for it, else the journal's. */
function changedAt({ json, at }: StateRecord): number {
  const value: unknown = JSON.parse(json);
  const hasOwnWord = typeof value === 'object' && value !== null && 'modified' in value;
  const own = hasOwnWord && typeof value.modified === 'string' ? Date.parse(value.modified) : NaN;
  return Number.isNaN(own) ? Date.parse(at) : own;
}

function changeTo({ store, key, json }: StateRecord): UserDataChange {
  return { store, key, value: JSON.parse(json) as UserDataChange['value'] };
}

function isTaken(record: StateRecord, before: StateRecord, mode: RestoreMode): boolean {
  if (record.json === before.json) return false;
  return mode === 'replace' || changedAt(record) > changedAt(before);
}

/** Compares what is held with a snapshot; nothing is written. */
export function planRestoring(
  held: UserDataState,
  snapshot: UserDataState,
  mode: RestoreMode,
): Restoring {
  const changes: UserDataChange[] = [];
  const difference: Partial<Record<UserDataStore, StoreDifference>> = {};
  for (const store of new Set([...held.storeNames(), ...snapshot.storeNames()])) {
    let [added, changed, removed, same] = [0, 0, 0, 0];
    for (const record of snapshot.recordsOf(store)) {
      const before = held.find(store, record.key);
      if (before && !isTaken(record, before, mode)) {
        same++;
        continue;
      }
      if (before) changed++;
      else added++;
      changes.push(changeTo(record));
    }
    for (const { key } of held.recordsOf(store)) {
      if (snapshot.find(store, key)) continue;
      if (mode === 'merge') {
        same++;
        continue;
      }
      removed++;
      changes.push({ store, key, value: null });
    }
    difference[store] = { added, changed, removed, same };
  }
  return { changes, difference };
}
