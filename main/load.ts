import { openBag, type BagReader } from '../archive/bag/bag-reader.ts';
import { addLine } from '../archive/text/line-sum.ts';
import type { BagProgress, BagReport } from '../archive/model/bag-report.ts';
import type { LoadVerdict } from '../preload/bridge.ts';
import { BackPressuredLines } from './back-pressured-lines.ts';
import { freeDiskProblem } from './free-disk.ts';
import { systemProblem, type Library } from './library.ts';

interface Load {
  readonly abort: AbortController;
  readonly verdict: Promise<LoadVerdict>;
  /** The user gave it up, so that nothing of it is kept. */
  isGivenUp: boolean;
}

/** Milliseconds between two reports of progress. */
const progressInterval = 200;

/** The lines of a load, of whose stories the first may be left out. */
class StoryLines {
  private readonly lines: BackPressuredLines;
  private readonly skip: number;
  private skipped = 0;
  private sum = 0;

  constructor(lines: BackPressuredLines, skip: number) {
    this.lines = lines;
    this.skip = skip;
  }

  send(text: string): Promise<void> {
    return this.lines.send(text);
  }

  sendArticle(json: string): void | Promise<void> {
    if (this.skipped >= this.skip) return this.lines.send(`{"article":${json}}\n`);
    this.sum = addLine(this.sum, Buffer.from(json));
    this.skipped += 1;
    if (this.skipped < this.skip) return;
    return this.lines.send(`{"skipped":{"stories":${this.skipped},"sum":${this.sum}}}\n`);
  }

  flush(): Promise<void> {
    return this.lines.flush();
  }
}

/** The loads: each verifies its bag while it streams the accepted records. */
export class Loads {
  private readonly library: Library;
  private readonly onProgress: (bagId: string, progress: BagProgress) => void;
  private readonly profile: string;
  private readonly beforeLoad: () => Promise<unknown>;
  private readonly loads = new Map<string, Load>();

  constructor(
    library: Library,
    profile: string,
    onProgress: (bagId: string, progress: BagProgress) => void,
    beforeLoad: () => Promise<unknown>,
  ) {
    this.library = library;
    this.beforeLoad = beforeLoad;
    this.profile = profile;
    this.onProgress = onProgress;
  }

  /**
   * Begins a load and returns its NDJSON: `{"archive":…}`, then a line `{"issue":…}` each, then a
   * line `{"article":…}` each. The stream ends only when every digest matched; else it breaks off.
   * The first `skip` stories are read and hashed as all others, but in their place stands one line
   * `{"skipped":{"stories":…,"sum":…}}`. Null for an unknown bag.
   */
  start(bagId: string, skip = 0): ReadableStream<Uint8Array> | null {
    if (!this.library.find(bagId)) return null;
    this.loads.get(bagId)?.abort.abort();
    const abort = new AbortController();
    const lines = new BackPressuredLines(() => {
      abort.abort();
    });
    const load: Load = {
      abort,
      isGivenUp: false,
      verdict: this.run(bagId, new StoryLines(lines, skip), abort.signal).then(async (verdict) => {
        if (verdict.outcome === 'complete') {
          await this.library.keep(bagId);
          lines.end();
        } else {
          if (verdict.outcome === 'refused' || load.isGivenUp) await this.library.drop(bagId);
          lines.breakOff(new Error(`The load is ${verdict.outcome}`));
        }
        return verdict;
      }),
    };
    load.verdict.catch((error: unknown) => {
      lines.breakOff(error instanceof Error ? error : new Error(String(error)));
    });
    this.loads.set(bagId, load);
    return lines.stream;
  }

  /** Rejects where no load was begun. */
  async verdict(bagId: string): Promise<LoadVerdict> {
    const load = this.loads.get(bagId);
    if (!load) throw new Error(`No load of ${bagId} was begun`);
    return load.verdict;
  }

  /** Ends a load and forgets its incoming copy; without effect once it is complete. */
  async cancel(bagId: string): Promise<void> {
    const load = this.loads.get(bagId);
    if (!load) return this.library.drop(bagId);
    load.isGivenUp = true;
    load.abort.abort();
    await load.verdict.catch(() => undefined);
  }

  private async run(bagId: string, lines: StoryLines, signal: AbortSignal): Promise<LoadVerdict> {
    const held = this.library.find(bagId);
    if (!held) throw new Error(`The bag ${bagId} is gone`);
    const { path, fileName, bag: facts } = held;
    const full = freeDiskProblem(this.profile, facts.fileBytes);
    if (full) return { outcome: 'refused', fileName, problems: [full] };
    await this.beforeLoad();
    try {
      // Opened anew: what is loaded is what lies on the disk now.
      const found = await openBag(path);
      if (found.outcome === 'refused') return { ...found, fileName };
      const report = await this.read(bagId, found.bag, lines, signal).finally(() =>
        found.bag.close(),
      );
      if (signal.aborted) return { outcome: 'cancelled' };
      return report.isValid
        ? { outcome: 'complete', report }
        : { outcome: 'refused', fileName, problems: report.problems };
    } catch (error) {
      if (signal.aborted) return { outcome: 'cancelled' };
      return { outcome: 'refused', fileName, problems: [systemProblem(error)] };
    }
  }

  private async read(
    bagId: string,
    bag: BagReader,
    lines: StoryLines,
    signal: AbortSignal,
  ): Promise<BagReport> {
    let reportedAt = 0;
    await lines.send(`{"archive":${JSON.stringify(bag.description)}}\n`);
    const report = await bag.read(
      {
        issue: (_issue, json) => lines.send(`{"issue":${json}}\n`),
        article: (_article, json) => lines.sendArticle(json),
        progress: (progress) => {
          const now = Date.now();
          if (now - reportedAt < progressInterval && progress.bytes < progress.totalBytes) return;
          reportedAt = now;
          this.onProgress(bagId, progress);
        },
      },
      signal,
    );
    await lines.flush();
    return report;
  }
}
