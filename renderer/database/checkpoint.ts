import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { SearchStorage } from './search-files.ts';

/** The finished part of a search index that is being written. */
export interface WrittenIndex {
  readonly storage: SearchStorage['kind'];
  readonly files: readonly string[];
  readonly bytes: number;
  /** Stories in these files, counted as they came. */
  readonly stories: number;
}

/** How far a load has come in the tables; written in one transaction with its stories. */
export interface Checkpoint {
  /** Stories of the stream that are stored, replaced ones among them. */
  readonly stories: number;
  /** Blocks of bodies, all of them closed. */
  readonly blocks: number;
  /** Keys of rows that a later version of their story replaced. */
  readonly removed: readonly number[];
  /** Null where the index could not be written; it is begun anew then. */
  readonly index: WrittenIndex | null;
}

/** A load that was broken off and can go on. */
export interface UnfinishedLoad {
  readonly generation: number;
  readonly description: ArchiveDescription;
  readonly checkpoint: Checkpoint;
}

/** What is stored of a load is not what the bag has: it has to begin anew. */
export class CannotResumeError extends Error {
  override readonly name = 'CannotResumeError';
}
