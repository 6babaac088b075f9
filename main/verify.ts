import { openBag } from '../archive/bag/bag-reader.ts';
import type { BagProgress } from '../archive/model/bag-report.ts';
import type { LoadVerdict } from '../preload/bridge.ts';
import { systemProblem, type Library } from './library.ts';

/** Milliseconds between two reports of progress. */
const progressInterval = 200;

/** Verifies bags of the library again: every digest and every record, without loading anything. */
export class Verifications {
  private readonly library: Library;
  private readonly onProgress: (bagId: string, progress: BagProgress) => void;
  private readonly running = new Map<string, AbortController>();

  constructor(library: Library, onProgress: (bagId: string, progress: BagProgress) => void) {
    this.library = library;
    this.onProgress = onProgress;
  }

  /** A second call for the same bag takes the first one's place. Rejects for an unknown bag. */
  async verify(bagId: string): Promise<LoadVerdict> {
    const held = this.library.find(bagId);
    if (!held) throw new Error(`The bag ${bagId} is gone`);
    this.cancel(bagId);
    const abort = new AbortController();
    this.running.set(bagId, abort);
    try {
      const verdict = await this.read(bagId, held, abort.signal);
      // What turned out damaged must not be shown from memory.
      if (verdict.outcome !== 'cancelled') await this.library.closeBag(bagId);
      return verdict;
    } catch (error) {
      if (abort.signal.aborted) return { outcome: 'cancelled' };
      return { outcome: 'refused', fileName: held.fileName, problems: [systemProblem(error)] };
    } finally {
      if (this.running.get(bagId) === abort) this.running.delete(bagId);
    }
  }

  cancel(bagId: string): void {
    this.running.get(bagId)?.abort();
  }

  private async read(
    bagId: string,
    { path, fileName }: { readonly path: string; readonly fileName: string },
    signal: AbortSignal,
  ): Promise<LoadVerdict> {
    const found = await openBag(path);
    if (found.outcome === 'refused') return { ...found, fileName };
    let reportedAt = 0;
    const progress = (each: BagProgress): void => {
      const now = Date.now();
      if (now - reportedAt < progressInterval && each.bytes < each.totalBytes) return;
      reportedAt = now;
      this.onProgress(bagId, each);
    };
    const report = await found.bag.read({ progress }, signal).finally(() => found.bag.close());
    return report.isValid
      ? { outcome: 'complete', report }
      : { outcome: 'refused', fileName, problems: report.problems };
  }
}
