import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotReason, StoredSnapshot } from '../archive/model/snapshot.ts';
import { copyFileDurably, unfinishedEnd as uncopiedEnd } from './copy-file.ts';
import type { Journal } from './journal.ts';
import { notesFileName, writeNotesFile } from './notes-file.ts';
import { readSnapshotHead, writeSnapshotFile } from './snapshot-file.ts';
import { keptSnapshots } from './snapshot-retention.ts';
import { unfinishedEnd } from './write-durably.ts';

const nameEnd = '.guzhi.json';

/** A name says when and why, so that the folder can be read without the program. */
const namePattern =
  /^notes-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-([a-z-]+)\.guzhi\.json$/;

function nameOf(made: string, reason: SnapshotReason): string {
  return `notes-${made.replaceAll(/[:.]/g, '-')}-${reason}${nameEnd}`;
}

function isSnapshotName(name: string): boolean {
  return namePattern.test(name);
}

const beforeChanges: readonly SnapshotReason[] = ['before-restore', 'before-upgrade'];

/** The snapshots of a profile, and their copies in a second folder where one was chosen. */
export class Snapshots {
  readonly folder: string;
  /** Null where none was chosen. */
  secondFolder: string | null;
  /** What the system said when the second folder could not be written last; null when all is well. */
  secondProblem: string | null = null;
  /** The same for the profile's own snapshots. */
  problem: string | null = null;
  private readonly journal: Journal;
  private readonly program: string;
  private latest: StoredSnapshot | null = null;
  /** The state that the latest snapshot holds. */
  private latestDigest: string | null = null;
  private making: Promise<unknown> = Promise.resolve();

  constructor(
    journal: Journal,
    places: {
      readonly folder: string;
      readonly secondFolder: string | null;
      readonly program: string;
    },
  ) {
    this.journal = journal;
    this.folder = places.folder;
    this.secondFolder = places.secondFolder;
    this.program = places.program;
  }

  /** Deletes what was not finished, and looks whether the newest snapshot holds all there is. */
  async begin(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await removeUnfinished(this.folder);
    const [newest] = await this.list();
    if (newest?.head?.sequence !== this.journal.sequence) return;
    this.latest = newest;
    this.latestDigest = this.journal.state.digest();
  }

  /** Newest first; `head` is null for a file that cannot be read as a snapshot. */
  async list(): Promise<readonly StoredSnapshot[]> {
    const names = (await namesIn(this.folder)).sort().reverse();
    return Promise.all(
      names.map(async (name) => ({ name, head: await readSnapshotHead(join(this.folder, name)) })),
    );
  }

  /** Null for a name that is not one of ours. */
  pathOf(name: string): string | null {
    return isSnapshotName(name) ? join(this.folder, name) : null;
  }

  /** Makes a snapshot if anything changed since the latest one; rejects with the system's error. */
  makeIfChanged(reason: SnapshotReason): Promise<StoredSnapshot | null> {
    return this.inTurn(async () => {
      const isEmpty = this.journal.state.storeNames().length === 0;
      if (this.latestDigest === this.journal.state.digest()) return this.latest;
      return this.latest === null && isEmpty ? null : this.makeNow(reason);
    });
  }

  /** Makes a snapshot; rejects with the system's error. */
  make(reason: SnapshotReason): Promise<StoredSnapshot> {
    return this.inTurn(() => this.makeNow(reason));
  }

  /** Deletes every snapshot of the profile; copies in the second folder stay. */
  removeAll(): Promise<void> {
    return this.inTurn(async () => {
      for (const name of [...(await namesIn(this.folder)), notesFileName]) {
        await rm(join(this.folder, name), { force: true });
      }
      this.latest = null;
      this.latestDigest = null;
    });
  }

  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.making.then(task);
    this.making = result.catch(() => undefined);
    return result;
  }

  private async makeNow(reason: SnapshotReason): Promise<StoredSnapshot> {
    await this.journal.settle();
    try {
      await mkdir(this.folder, { recursive: true });
      const digest = this.journal.state.digest();
      const name = nameOf(new Date().toISOString(), reason);
      const { sequence } = this.journal;
      const head = await writeSnapshotFile(join(this.folder, name), this.journal.state, {
        sequence,
        reason,
        program: this.program,
      });
      this.latest = { name, head };
      this.latestDigest = digest;
      this.problem = null;
      await prune(this.folder);
      await this.copyToSecond(name);
      await this.writeNotes();
      return this.latest;
    } catch (error) {
      this.problem = messageOf(error);
      throw error;
    }
  }

  /** The snapshot is made by then, and holds all of it. */
  private async writeNotes(): Promise<void> {
    try {
      await writeNotesFile(this.folder, this.journal.state);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private async copyToSecond(name: string): Promise<void> {
    if (this.secondFolder === null) return;
    try {
      await removeUnfinished(this.secondFolder);
      await copyFileDurably(
        join(this.folder, name),
        join(this.secondFolder, name),
        () => undefined,
      );
      await prune(this.secondFolder);
      this.secondProblem = null;
    } catch (error) {
      this.secondProblem = messageOf(error);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isSnapshotName);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const whole = [unfinishedEnd, uncopiedEnd]
      .filter((end) => name.endsWith(end))
      .map((end) => name.slice(0, -end.length));
    if (whole.some((each) => isSnapshotName(each) || each === notesFileName))
      await rm(join(folder, name), { force: true });
  }
}

async function prune(folder: string): Promise<void> {
  const dated = (await namesIn(folder)).map((name) => {
    const [, day = '', hour = '', minute = '', second = '', millisecond = '', reason = ''] =
      namePattern.exec(name) ?? [];
    return {
      name,
      made: `${day}T${hour}:${minute}:${second}.${millisecond}Z`,
      isBeforeChange: beforeChanges.some((each) => each === reason),
    };
  });
  const stay = keptSnapshots(dated);
  for (const { name } of dated) {
    if (!stay.has(name)) await rm(join(folder, name), { force: true });
  }
}
