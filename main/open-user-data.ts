import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalRepair } from '../archive/model/snapshot.ts';
import { Journal } from './journal.ts';
import type { Sentinel, SentinelFile } from './sentinel.ts';
import { readSnapshotFile } from './snapshot-file.ts';
import { Snapshots } from './snapshots.ts';
import type { UserDataState } from './user-data-state.ts';
import { writeDurably } from './write-durably.ts';

/** The user data of a profile, as found and, where it had to be, repaired. */
export interface UserData {
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly repair: JournalRepair;
}

/** Above this many bytes a journal is looked at, and compacted when most of it is superseded. */
const longJournal = 4 << 20;
const liveShare = 0.5;

/**
 * Opens journal and snapshots. Where the journal lost entries, as its own damage or the sentinel
 * tells, the newest snapshot that is whole fills in; what neither holds may stand in the tables.
 */
export async function openUserData(
  profile: string,
  sentinel: SentinelFile,
  places: { readonly secondFolder: string | null; readonly program: string },
): Promise<UserData> {
  const journal = await Journal.open(profile);
  const snapshots = new Snapshots(journal, { folder: join(profile, 'snapshots'), ...places });
  await snapshots.begin().catch(() => undefined);
  const repair = await repairJournal(profile, journal, snapshots, sentinel);
  if (repair.outcome === 'sound') await compactIfLong(journal, snapshots);
  return { journal, snapshots, repair };
}

/**
 * Stands in the profile from the moment a journal is known to lack entries until the tables have
 * given what they hold of them; no start in between may take the journal for the whole truth.
 */
function incompleteMark(profile: string): string {
  return join(profile, 'journal-incomplete');
}

/** The tables have given what they hold: the journal is the whole truth again. */
export function forgetIncomplete(profile: string): Promise<void> {
  return rm(incompleteMark(profile), { force: true });
}

async function repairJournal(
  profile: string,
  journal: Journal,
  snapshots: Snapshots,
  { atStart }: SentinelFile,
): Promise<JournalRepair> {
  const neededUpTo = Math.max(journal.damagedUpTo, lostAtEnd(journal, atStart));
  if (neededUpTo === 0) {
    return existsSync(incompleteMark(profile))
      ? { outcome: 'incomplete', snapshotMade: null }
      : { outcome: 'sound' };
  }
  const base = await newestWhole(snapshots);
  const outcome = base !== null && base.sequence >= neededUpTo ? 'healed' : 'incomplete';
  if (outcome === 'incomplete') await writeDurably(incompleteMark(profile), ['\n']);
  if (base !== null) {
    for (const entry of await journal.after(base.sequence)) base.state.apply(entry);
    // The numbers of what was lost are not given out again: the tables may know them.
    const sequence = Math.max(base.sequence, journal.sequence, atStart.sequence);
    await journal.replace(base.state, sequence);
  } else if (atStart.sequence > journal.sequence) {
    await journal.replace(journal.state.copy(), atStart.sequence);
  }
  return { outcome, snapshotMade: base?.made ?? null };
}

/** The last entry that the sentinel knows of, where the journal ends before it; else 0. */
function lostAtEnd(journal: Journal, expected: Sentinel): number {
  if (expected.sequence > journal.sequence) return expected.sequence;
  const isAltered =
    expected.sequence === journal.sequence &&
    expected.sequence > 0 &&
    expected.digest !== journal.state.digest();
  return isAltered ? expected.sequence : 0;
}

async function newestWhole(
  snapshots: Snapshots,
): Promise<{ state: UserDataState; sequence: number; made: string } | null> {
  for (const { name } of await snapshots.list()) {
    const path = snapshots.pathOf(name);
    if (path === null) continue;
    const read = await readSnapshotFile(path);
    if (read.outcome === 'read') {
      return { state: read.state, sequence: read.head.sequence, made: read.head.made };
    }
  }
  return null;
}

/** The start must not take the longer the longer somebody reads. */
async function compactIfLong(journal: Journal, snapshots: Snapshots): Promise<void> {
  if (journal.bytes < longJournal) return;
  const live = journal.state.records().reduce((sum, { json }) => sum + json.length, 0);
  if (live > journal.bytes * liveShare) return;
  try {
    await snapshots.make('before-compacting');
    await journal.compact();
  } catch {
    // No room, say: the long journal stays as it is.
  }
}
