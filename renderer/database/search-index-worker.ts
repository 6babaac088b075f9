import { DamagedIndexError, indexVersion } from '../../archive/search/format/index-layout.ts';
import { IndexReader } from '../../archive/search/format/index-reader.ts';
import { mergeIndexes } from '../../archive/search/index/merge-indexes.ts';
import { archives } from './archives.ts';
import { readArticles } from './article-bodies.ts';
import { listRows } from './article-rows.ts';
import { database } from './database.ts';
import { loadFolding } from './fold-characters.ts';
import { indexFileName, SearchIndexWriting } from './search-index-writing.ts';
import { findSearchIndex, searchIndexes, type SearchIndexRecord } from './search-indexes.ts';
import { SegmentThread } from './segment-thread.ts';
import type { IndexFileToRead } from './search-files.ts';
import {
  openSearchStorage,
  storageOf,
  sweepSearchFiles,
  whileWritingIndexes,
} from './search-storage.ts';

/**
 * Keeps the indexes of the archives in use whole: makes those that are missing, damaged or of
 * another version from the stories, and merges those in several parts. Searching goes on meanwhile.
 */
export type IndexNews =
  | {
      readonly news: 'progress';
      readonly generation: number;
      readonly done: number;
      readonly total: number;
    }
  /** Another set of files is in use. */
  | { readonly news: 'changed'; readonly generation: number }
  | { readonly news: 'failed'; readonly generation: number; readonly message: string }
  | { readonly news: 'finished' };

const rowsAtOnce = 512;

function tell(news: IndexNews): void {
  self.postMessage(news);
}

/** Whether all files of an index can be opened; damage within them shows when they are asked. */
async function isSound(record: SearchIndexRecord): Promise<boolean> {
  const storage = await storageOf(record.storage);
  for (const name of record.files) {
    const file = await storage.open(name);
    if (!file) return false;
    try {
      await IndexReader.open(file);
    } catch (error) {
      if (error instanceof DamagedIndexError) return false;
      throw error;
    } finally {
      file.close();
    }
  }
  return true;
}

/** Makes the index of a generation from its stories. */
async function rebuild(generation: number, total: number): Promise<void> {
  const [storage, folding] = await Promise.all([openSearchStorage(), loadFolding()]);
  const writing = new SearchIndexWriting(generation, storage, folding, null, new SegmentThread());
  let after: number | undefined;
  for (let done = 0; ;) {
    const rows = await listRows(
      { generation },
      { limit: rowsAtOnce, ...(after !== undefined && { after }) },
    );
    if (rows.length === 0) break;
    const articles = await readArticles(rows);
    for (const [index, { key }] of rows.entries()) {
      const article = articles[index];
      if (article) await writing.add(key, article);
    }
    after = rows.at(-1)?.key;
    tell({ news: 'progress', generation, done: (done += rows.length), total });
  }
  const failure = await writing.finish();
  if (failure !== null) throw failure;
  tell({ news: 'changed', generation });
}

/** Puts the parts of an index together into one file. */
async function merge(record: SearchIndexRecord): Promise<void> {
  const storage = await storageOf(record.storage);
  const files: IndexFileToRead[] = [];
  const name = indexFileName(record.generation);
  try {
    const indexes: IndexReader[] = [];
    for (const each of record.files) {
      const file = await storage.open(each);
      if (!file) throw new DamagedIndexError('A file of the index is missing');
      files.push(file);
      indexes.push(await IndexReader.open(file));
    }
    const merged = await storage.create(name);
    try {
      await mergeIndexes(indexes, merged, () => Promise.resolve());
    } finally {
      await merged.close();
    }
    const isInUse = await database.transaction('rw', searchIndexes, async () => {
      const now = await searchIndexes.get(record.generation);
      if (now?.files.join() !== record.files.join()) return false;
      await searchIndexes.put({ ...record, files: [name], bytes: merged.written });
      return true;
    });
    if (isInUse) tell({ news: 'changed', generation: record.generation });
  } finally {
    for (const file of files) file.close();
  }
}

async function keep(distrusted: readonly number[]): Promise<void> {
  for (const { generation, coverage } of await archives.toArray()) {
    try {
      const record = await findSearchIndex(generation);
      if (!record || distrusted.includes(generation) || !(await isSound(record))) {
        await searchIndexes.delete(generation);
        const total = coverage.reduce((sum, { articles }) => sum + articles, 0);
        await rebuild(generation, total);
      }
      const whole = await findSearchIndex(generation);
      if (whole?.version === indexVersion && whole.files.length > 1) await merge(whole);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      tell({ news: 'failed', generation, message });
    }
  }
}

async function keepWhole(distrusted: readonly number[]): Promise<void> {
  await whileWritingIndexes(() => keep(distrusted));
  await sweepSearchFiles();
}

self.addEventListener('message', ({ data }: MessageEvent<readonly number[]>) => {
  keepWhole(data)
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      tell({ news: 'failed', generation: 0, message });
    })
    .finally(() => {
      tell({ news: 'finished' });
    });
});
