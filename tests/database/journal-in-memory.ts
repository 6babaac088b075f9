import type { UserDataExpectation } from '../../archive/model/snapshot.ts';
import type { JournalEntry, UserDataChange } from '../../archive/model/user-data.ts';
import { UserDataState } from '../../main/user-data-state.ts';
import type { JournalPart, MainRequests } from '../../preload/bridge.ts';
import type { JournalStart } from '../../renderer/database/reconciling.ts';

type JournalRequests = Pick<MainRequests, 'saveUserData' | 'journalAfter' | 'expectedUserData'>;

/** The main process's part of saving, without a disk: what the bridge promises, kept in memory. */
export class JournalInMemory implements JournalRequests {
  entries: JournalEntry[] = [];
  /** Up to this entry only the last one for each key is there. */
  compacted = 0;
  /** Set to make the next appends fail, as on a full disk. */
  failure: Error | undefined;

  saveUserData(changes: readonly UserDataChange[]): Promise<number> {
    if (this.failure) return Promise.reject(this.failure);
    for (const change of changes) {
      const sequence = (this.entries.at(-1)?.sequence ?? 0) + 1;
      this.entries.push({ ...change, sequence, at: new Date().toISOString() });
    }
    return Promise.resolve(this.entries.at(-1)?.sequence ?? 0);
  }

  journalAfter(sequence: number): Promise<JournalPart> {
    return Promise.resolve({
      isWhole: sequence === 0 || sequence < this.compacted,
      entries: JSON.stringify(this.entries.filter((entry) => entry.sequence > sequence)),
    });
  }

  expectedUserData(): Promise<UserDataExpectation> {
    return Promise.resolve(this.start.expected);
  }

  get start(): JournalStart {
    const state = new UserDataState();
    for (const entry of this.entries) state.apply(entry);
    const sequence = this.entries.at(-1)?.sequence ?? 0;
    return {
      journalSequence: sequence,
      expected: { sequence, counts: state.counts(), digest: state.digest() },
      journalRepair: { outcome: 'sound' },
    };
  }

  /** Puts it where the preload puts the bridge. */
  install(): void {
    Object.assign(window, { guzhi: { request: this } });
  }
}
