import { indexVersion } from '../../archive/search/format/index-layout.ts';
import { database } from './database.ts';

/** The search index of one generation: derived data, made again where it is missing or damaged. */
export interface SearchIndexRecord {
  readonly generation: number;
  readonly version: number;
  readonly storage: 'opfs' | 'indexeddb';
  /** Names of its files; several until they are merged. */
  readonly files: readonly string[];
  /** Keys of rows that a later version of the story replaced. */
  readonly removed: readonly number[];
  /** Bytes of all files. */
  readonly bytes: number;
}

export const searchIndexes = database.table<SearchIndexRecord, number>('searchIndexes');

/** Undefined where there is none of this version. */
export async function findSearchIndex(generation: number): Promise<SearchIndexRecord | undefined> {
  const found = await searchIndexes.get(generation);
  return found?.version === indexVersion ? found : undefined;
}
