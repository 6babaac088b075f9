import type { JournalEntry, UserDataChange } from '../../archive/model/user-data.ts';
import type { MainRequests } from '../../preload/bridge.ts';

type JournalRequests = Pick<MainRequests, 'saveUserData' | 'journalAfter'>;

/** The main process's part of saving, without a disk: what the bridge promises, kept in memory. */
export class JournalInMemory implements JournalRequests {
  entries: JournalEntry[] = [];
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

  journalAfter(sequence: number): Promise<readonly JournalEntry[]> {
    return Promise.resolve(this.entries.filter((entry) => entry.sequence > sequence));
  }

  get start(): { readonly journalSequence: number } {
    return { journalSequence: this.entries.at(-1)?.sequence ?? 0 };
  }

  /** Puts it where the preload puts the bridge. */
  install(): void {
    Object.assign(window, { guzhi: { request: this } });
  }
}
