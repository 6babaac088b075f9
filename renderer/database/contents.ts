import type { Facet } from '../location/contents-filter.ts';
import { database } from './database.ts';

/** What a facet's values are called, and which of them every story has. */
export interface FacetColumn {
  readonly names: readonly string[];
  /**
   * Numbers of the values. Without `starts` one a story, `names.length` where it has none; with
   * `starts` those of story n stand from `starts[n]` to `starts[n + 1]`.
   */
  readonly values: Uint16Array | Uint32Array;
  readonly starts?: Uint32Array;
}

/**
 * The contents of one generation: the keys of all rows by date, page and order, and a column for
 * each facet in the same order. Made while loading, so that nobody ever counts over the rows.
 */
export interface ContentsRecord {
  readonly generation: number;
  readonly layout: typeof contentsLayout;
  readonly keys: Float64Array;
  readonly columns: Readonly<Record<Facet, FacetColumn>>;
}

/** Counts up when the columns change; records of another layout are made again from the rows. */
export const contentsLayout = 1;

export const contents = database.table<ContentsRecord, number>('contents');
