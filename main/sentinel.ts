import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedArchive, UserDataCounts } from '../archive/model/snapshot.ts';
import { writeDurably } from './write-durably.ts';

/**
 * What must be there: written outside IndexedDB and OPFS, which both may empty themselves without an
 * error. It may lag behind the journal, never run ahead of it.
 */
export interface Sentinel {
  /** The journal's last entry, and what its entries left behind then. */
  readonly sequence: number;
  readonly counts: UserDataCounts;
  readonly digest: string;
  /** The archives that the tables held. */
  readonly archives: readonly LoadedArchive[];
}

const fileName = 'sentinel.json';

const nothing: Sentinel = { sequence: 0, counts: {}, digest: '', archives: [] };

/** Nothing expected where the file is missing or unreadable: it can only find losses. */
async function readSentinel(profile: string): Promise<Sentinel> {
  try {
    const found: unknown = JSON.parse(await readFile(join(profile, fileName), 'utf8'));
    if (typeof found !== 'object' || found === null) return nothing;
    const { sequence, counts, digest, archives } = found as Partial<Sentinel>;
    if (!Number.isSafeInteger(sequence) || !Array.isArray(archives)) return nothing;
    return {
      sequence: sequence ?? 0,
      counts: counts ?? {},
      digest: digest ?? '',
      archives: archives as readonly LoadedArchive[],
    };
  } catch {
    return nothing;
  }
}

const pause = 2_000;

/** Keeps the sentinel of a profile up, shortly after each change. */
export class SentinelFile {
  /** As it stood at the start. */
  readonly atStart: Sentinel;
  private current: Sentinel;
  private readonly profile: string;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  private constructor(profile: string, atStart: Sentinel) {
    this.profile = profile;
    this.atStart = atStart;
    this.current = atStart;
  }

  static async open(profile: string): Promise<SentinelFile> {
    return new SentinelFile(profile, await readSentinel(profile));
  }

  /** Writes soon; changes that come together share one write. */
  update(change: Partial<Sentinel>): void {
    this.current = { ...this.current, ...change };
    this.timer ??= setTimeout(() => {
      void this.flush();
    }, pause);
  }

  /** Writes what waits. A failure is left for the next change: the sentinel may lag. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(async () => {
      const text = `${JSON.stringify(this.current, null, 1)}\n`;
      await writeDurably(join(this.profile, fileName), [text]).catch(() => undefined);
    });
    return this.writing;
  }
}
