import type { UserData } from './open-user-data.ts';
import type { SentinelFile } from './sentinel.ts';

const snapshotInterval = 15 * 60 * 1_000;
/** Quitting must never hang on a disk that does not answer. */
const longestEnd = 4_000;

/** Keeps the sentinel up and makes snapshots while the program runs and when it ends. */
export class SafeKeeping {
  private readonly userData: UserData;
  private readonly sentinel: SentinelFile;
  private readonly timer: NodeJS.Timeout;

  constructor(userData: UserData, sentinel: SentinelFile) {
    this.userData = userData;
    this.sentinel = sentinel;
    const { journal } = userData;
    const watch = (): void => {
      const { sequence, state } = journal;
      sentinel.update({ sequence, counts: state.counts(), digest: state.digest() });
    };
    journal.onAppend = watch;
    watch();
    this.timer = setInterval(() => void this.makeIfChanged('regular'), snapshotInterval);
    this.timer.unref();
  }

  /** Resolves when it is made, or has failed: then `safetyState` says why. */
  async makeIfChanged(reason: 'regular' | 'before-load' | 'quit'): Promise<void> {
    await this.userData.snapshots.makeIfChanged(reason).catch(() => undefined);
  }

  /** The last snapshot and the sentinel; asks nothing of the window, and takes a few seconds at most. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    let limit: NodeJS.Timeout | undefined;
    await Promise.race([
      Promise.all([this.makeIfChanged('quit'), this.sentinel.flush()]),
      new Promise((resolve) => {
        limit = setTimeout(resolve, longestEnd);
      }),
    ]);
    clearTimeout(limit);
  }
}
