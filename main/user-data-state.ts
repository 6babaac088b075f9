import { UserDataDigest } from '../archive/model/user-data-digest.ts';
import type { JournalEntry, UserDataStore } from '../archive/model/user-data.ts';
import type { UserDataCounts } from '../archive/model/snapshot.ts';

/** A record as the journal last set it; `json` is its value. */
export interface StateRecord {
  readonly store: UserDataStore;
  readonly key: string;
  readonly json: string;
  /** RFC 3339, UTC: when it was set. */
  readonly at: string;
  /** The entry that set it. */
  readonly sequence: number;
}

/** What all entries of a journal leave behind, with its counts and digest at every moment. */
export class UserDataState {
  private readonly stores = new Map<UserDataStore, Map<string, StateRecord>>();
  private readonly sum = new UserDataDigest();

  apply({ store, key, value, at, sequence }: JournalEntry): void {
    if (value === null) this.remove(store, key);
    else this.set({ store, key, json: JSON.stringify(value), at, sequence });
  }

  set(record: StateRecord): void {
    const { store, key, json } = record;
    this.remove(store, key);
    const records = this.stores.get(store) ?? new Map<string, StateRecord>();
    this.stores.set(store, records);
    records.set(key, record);
    this.sum.add(store, key, json);
  }

  remove(store: UserDataStore, key: string): void {
    const records = this.stores.get(store);
    const before = records?.get(key);
    if (!before) return;
    records?.delete(key);
    this.sum.remove(store, key, before.json);
  }

  find(store: UserDataStore, key: string): StateRecord | undefined {
    return this.stores.get(store)?.get(key);
  }

  /** The stores that hold something, by name. */
  storeNames(): readonly UserDataStore[] {
    return [...this.stores]
      .filter(([, records]) => records.size > 0)
      .map(([store]) => store)
      .sort();
  }

  /** By the entry that set them, earliest first. */
  recordsOf(store: UserDataStore): readonly StateRecord[] {
    return [...(this.stores.get(store)?.values() ?? [])].sort((a, b) => a.sequence - b.sequence);
  }

  /** All records by the entry that set them, earliest first. */
  records(): readonly StateRecord[] {
    return [...this.stores.values()]
      .flatMap((records) => [...records.values()])
      .sort((a, b) => a.sequence - b.sequence);
  }

  /** A list of `JournalEntry`, earliest first; the values stay the text they are. */
  entriesAsJson(): string {
    const entries = this.records().map(
      ({ json, ...rest }) => `${JSON.stringify(rest).slice(0, -1)},"value":${json}}`,
    );
    return `[${entries.join()}]`;
  }

  counts(): UserDataCounts {
    return Object.fromEntries(
      this.storeNames().map((store) => [store, this.stores.get(store)?.size ?? 0]),
    );
  }

  digest(): string {
    return this.sum.toString();
  }

  copy(): UserDataState {
    const copied = new UserDataState();
    for (const records of this.stores.values()) {
      for (const record of records.values()) copied.set(record);
    }
    return copied;
  }
}
