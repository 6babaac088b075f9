import type { UserDataCounts } from '../../archive/model/snapshot.ts';
import type { UserDataChange } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { appliedSequence, setAppliedSequence } from './journal-state.ts';
import { mainBridge } from './main-bridge.ts';
import { followJournal, rebuildTables } from './user-data.ts';
import { changesOf, hasAllRecords, heldUserData, userDataStores } from './user-data-records.ts';

export type Reconciliation =
  | { readonly outcome: 'in-step' }
  /** The tables were a little behind, as after a crash, and have caught up. */
  | { readonly outcome: 'replayed'; readonly entries: number }
  /** The tables had lost records, or all of them, and were filled from the journal. */
  | { readonly outcome: 'rebuilt'; readonly counts: UserDataCounts }
  /** The journal lacked what the tables hold, which was written to it again. */
  | { readonly outcome: 'rejournaled'; readonly entries: number };

/** What of the start state says how tables and journal stand to each other. */
export type JournalStart = Pick<StartState, 'journalSequence' | 'expected' | 'journalRepair'>;

/** Brings tables and journal in step; call it once at start, before any user data is read. */
export async function reconcileUserData(start: JournalStart): Promise<Reconciliation> {
  const applied = await appliedSequence();
  const { expected, journalSequence } = start;
  const isIncomplete = start.journalRepair.outcome === 'incomplete';
  if (isIncomplete || applied > journalSequence) return rejournal(journalSequence);
  if (applied === 0 && journalSequence > 0) return rebuild(expected.counts);
  const entries = applied < journalSequence ? await followJournal() : 0;
  if (!(await hasAllRecords(expected))) return rebuild(expected.counts);
  return entries > 0 ? { outcome: 'replayed', entries } : { outcome: 'in-step' };
}

async function rebuild(counts: UserDataCounts): Promise<Reconciliation> {
  await rebuildTables();
  return { outcome: 'rebuilt', counts };
}

/** Both may hold what the other lacks: the journal gets what the tables hold, then they get it all. */
async function rejournal(sequence: number): Promise<Reconciliation> {
  const changes: UserDataChange[] = [];
  for (const store of userDataStores) changes.push(...(await changesOf(store)));
  const last = changes.length > 0 ? await mainBridge().request.saveUserData(changes) : sequence;
  await rebuildTables();
  await setAppliedSequence(last);
  return { outcome: 'rejournaled', entries: changes.length };
}

const attempts = 5;

/**
 * Reads all user data once and compares it with the journal's digest; where they differ, the tables
 * are filled from the journal. False only where records had changed by themselves.
 */
export async function verifyUserData(): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const held = await heldUserData();
    const expected = await mainBridge().request.expectedUserData();
    if (held.sequence === expected.sequence) {
      if (held.digest === expected.digest) return true;
      await rebuildTables();
      const rebuilt = await heldUserData();
      return rebuilt.digest === held.digest;
    }
    // Something was saved meanwhile; it reaches the tables before the next look.
    await followJournal();
  }
  return true;
}
