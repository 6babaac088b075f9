import type { UserDataStore } from './user-data.ts';

/** Records of each store; a store without any is absent. */
export type UserDataCounts = Readonly<Partial<Record<UserDataStore, number>>>;

/** Why a snapshot was made. */
export type SnapshotReason =
  | 'regular'
  | 'quit'
  | 'asked'
  | 'before-load'
  | 'before-restore'
  | 'before-upgrade'
  | 'before-compacting'
  | 'taken-along';

/** What a snapshot says of itself. */
export interface SnapshotHead {
  /** RFC 3339, UTC. */
  readonly made: string;
  readonly reason: SnapshotReason;
  /** The version of the program that made it. */
  readonly program: string;
  /** The journal's last entry that it holds. */
  readonly sequence: number;
  readonly counts: UserDataCounts;
}

export interface StoredSnapshot {
  /** Names the file in every later request. */
  readonly name: string;
  /** Null for a file that cannot be read as a snapshot. */
  readonly head: SnapshotHead | null;
}

/** Why a file cannot be taken in. */
export type SnapshotProblem =
  /** The system's word for what kept it from being read. */
  | { readonly code: 'unreadable'; readonly reason: string }
  /** `damaged`: its digest does not fit. `newer`: a later version of the program made it. */
  | { readonly code: 'damaged' | 'no-snapshot' | 'newer' };

/** A snapshot of the profile, or the file that was chosen last. */
export type RestoreSource =
  { readonly kind: 'snapshot'; readonly name: string } | { readonly kind: 'file' };

/**
 * `merge` adds what is missing and takes the later of two versions; `replace` leaves exactly what
 * the snapshot holds.
 */
export type RestoreMode = 'merge' | 'replace';

/** What restoring would do to one store. */
export interface StoreDifference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}

export type RestoreDifference = Readonly<Partial<Record<UserDataStore, StoreDifference>>>;

export type RestorePreview =
  | {
      readonly outcome: 'ready';
      readonly source: RestoreSource;
      /** The file's name. */
      readonly fileName: string;
      readonly head: SnapshotHead;
      readonly differences: Readonly<Record<RestoreMode, RestoreDifference>>;
    }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'refused'; readonly fileName: string; readonly problem: SnapshotProblem };

export type RestoreOutcome =
  /** `undo` names the snapshot that was made before. */
  | { readonly outcome: 'restored'; readonly undo: string }
  | { readonly outcome: 'refused'; readonly fileName: string; readonly problem: SnapshotProblem };

/** What became of a file that was to be written; it was read again and compared before `written`. */
export type WriteOutcome =
  | { readonly outcome: 'written'; readonly path: string; readonly head: SnapshotHead }
  | { readonly outcome: 'cancelled' }
  /** The system's words, or `verification` where what was read again was not what was written. */
  | { readonly outcome: 'failed'; readonly path: string; readonly reason: string };

/** Where user data lives, and how safe it is. */
export interface SafetyState {
  /** The profile. */
  readonly folder: string;
  /** RFC 3339, UTC: when the last entry was synced; null for an empty journal. */
  readonly lastSaved: string | null;
  readonly counts: UserDataCounts;
  /** Newest first. */
  readonly snapshots: readonly StoredSnapshot[];
  /** What the system said when the last snapshot failed; null when all is well. */
  readonly snapshotProblem: string | null;
  readonly secondFolder: string | null;
  readonly secondProblem: string | null;
}

/** What the journal says the tables must hold. */
export interface UserDataExpectation {
  /** The last entry's number. */
  readonly sequence: number;
  readonly counts: UserDataCounts;
  /** See `user-data-digest.ts`. */
  readonly digest: string;
}

/** What became of a journal that had lost entries. */
export type JournalRepair =
  | { readonly outcome: 'sound' }
  | {
      /** `healed`: a snapshot held all that was lost. `incomplete`: the tables may hold the rest. */
      readonly outcome: 'healed' | 'incomplete';
      /** RFC 3339, UTC; null where no snapshot could help. */
      readonly snapshotMade: string | null;
    };

/** An archive that the tables hold. */
export interface LoadedArchive {
  readonly id: string;
  readonly title: string;
  readonly articles: number;
}
