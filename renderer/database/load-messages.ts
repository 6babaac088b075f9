import type { BagReport } from '../../archive/model/bag-report.ts';
import type { Reanchoring } from './reanchor-archive.ts';

/** What the page tells the loading worker. */
export type LoadOrder =
  | { readonly task: 'load'; readonly bagId: string }
  | { readonly task: 'take-over'; readonly report: BagReport }
  /** Takes notes and bookmarks from a generation that is out of use to the one in use. */
  | { readonly task: 'reanchor'; readonly archiveId: string; readonly oldGeneration: number }
  /** Nothing of the load stays. */
  | { readonly task: 'discard' }
  /** Loads that can go on stay, but for those of the bags in `forgotten`. */
  | { readonly task: 'sweep'; readonly forgotten: readonly string[] };

/** What the loading worker tells the page. */
export type LoadNews =
  /** The stream was written to its end; the verdict decides what becomes of it. */
  | { readonly news: 'written' }
  /** The stream broke off, or the tables took no more. */
  | {
      readonly news: 'failed';
      readonly reason: 'stream' | 'storage-full' | 'other';
      readonly message: string;
    }
  /** The new generation is in use, on disk; the older one waits to be swept. */
  | { readonly news: 'taken-over' }
  | { readonly news: 'reanchored'; readonly reanchoring: Reanchoring }
  /** Nothing is left to do: older and unfinished generations are deleted. */
  | { readonly news: 'swept' };
