import type { BagReport } from '../../archive/model/bag-report.ts';

/** What the page tells the loading worker. */
export type LoadOrder =
  | { readonly task: 'load'; readonly bagId: string }
  | { readonly task: 'take-over'; readonly report: BagReport }
  | { readonly task: 'discard' }
  | { readonly task: 'sweep' };

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
  /** The new generation is in use, on disk. */
  | { readonly news: 'taken-over' }
  /** Nothing is left to do: older and unfinished generations are deleted. */
  | { readonly news: 'swept' };
