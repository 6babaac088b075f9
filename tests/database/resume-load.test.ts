import { afterEach, describe, expect, test } from 'vitest';
import { makeWords } from '../../archive/search/query/make-words.ts';
import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import { articleBodies, readArticles } from '../../renderer/database/article-bodies.ts';
import type { ArchiveRecord } from '../../renderer/database/archives.ts';
import { articleRows, listRows } from '../../renderer/database/article-rows.ts';
import { CannotResumeError, type UnfinishedLoad } from '../../renderer/database/checkpoint.ts';
import { contents } from '../../renderer/database/contents.ts';
import { database } from '../../renderer/database/database.ts';
import { foldingOf, type Folding } from '../../renderer/database/fold-characters.ts';
import {
  findUnfinished,
  generations,
  sweepGenerations,
  unfinishedBags,
} from '../../renderer/database/generations.ts';
import { issues } from '../../renderer/database/issues.ts';
import { SearchArchive } from '../../renderer/database/search-archive.ts';
import { SearchIndexWriting } from '../../renderer/database/search-index-writing.ts';
import { searchIndexes } from '../../renderer/database/search-indexes.ts';
import { storageOf } from '../../renderer/database/search-storage.ts';
import { writeGeneration, type WriteOptions } from '../../renderer/database/write-generation.ts';
import { loadStream, makeArchive, makeArticle, type MadeArchive } from './made-archive.ts';

afterEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

const dates = ['2019-05-04', '2019-05-05', '2019-05-07'];
const bagId = 'stick';

async function folding(): Promise<Folding> {
  const response = await fetch('/out/dictionaries/fold.bin');
  return foldingOf(openFoldTable(await response.arrayBuffer()));
}

/**
 * Stories for several batches, with what is hard to take up again: long bylines, pages that no issue
 * announces, and later versions of stories of the same and of an earlier batch.
 */
function hardArchive(): MadeArchive {
  const made = makeArchive(dates, 520);
  const byline = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({
    name,
    role: 'author',
    label: '',
  }));
  const articles = made.articles.map((article, index) =>
    index % 97 === 0 ? { ...article, byline } : article,
  );
  const [first, second] = articles;
  const extra = makeArticle(dates[1] ?? '', '增刊', 1);
  articles.splice(1_300, 0, extra as (typeof articles)[number]);
  const revised = [first, second].map((each) => ({
    ...each,
    version: 2,
    headline: '更正：渡口停航',
  }));
  articles.splice(1_200, 0, revised[0] as (typeof articles)[number]);
  articles.splice(5, 0, revised[1] as (typeof articles)[number]);
  return { ...made, articles: articles as MadeArchive['articles'] };
}

/** The stream until so many stories have come; then the reader is killed. */
function brokenStream(
  made: MadeArchive,
  stories: number,
  skip = 0,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const part = { ...made, articles: made.articles.slice(0, stories) };
  const whole = loadStream(part, 1 << 16, skip).getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await whole.read();
      if (done) controller.error(new Error('killed'));
      else controller.enqueue(value);
    },
  });
}

async function optionsOf(unfinished: UnfinishedLoad | null = null): Promise<WriteOptions> {
  const [how, storage] = await Promise.all([folding(), storageOf('indexeddb')]);
  return {
    bagId,
    unfinished,
    beginIndex: (generation, written) => new SearchIndexWriting(generation, storage, how, written),
  };
}

async function unfinishedLoad(): Promise<UnfinishedLoad> {
  const found = await findUnfinished(bagId);
  if (!found) throw new Error('Nothing can go on');
  return found;
}

/** Everything that a load leaves in the tables, and what its index finds. */
async function everything(): Promise<unknown> {
  const [rows, bodies, days, columns] = await Promise.all([
    articleRows.toArray(),
    articleBodies.toArray(),
    issues.toArray(),
    contents.toArray(),
  ]);
  return { rows, bodies, days, columns, found: await foundKeys(['更正', '渡船1', '第2版']) };
}

/** The keys of the rows that the index alone finds. */
async function foundKeys(typed: readonly string[]): Promise<unknown> {
  const [generation] = await searchIndexes.toCollection().primaryKeys();
  const how = await folding();
  const record = { generation: generation ?? 0 } as ArchiveRecord;
  const archive = await SearchArchive.open(record, how);
  const found: unknown[] = [];
  for (const text of typed) {
    const words = makeWords(text, how.foldCodePoint, { isExact: false, ignoresPunctuation: false });
    if (!words) throw new Error('No words');
    const keys: number[] = [];
    for (const { index, lookup } of archive.parts ?? []) {
      const { documents } = await lookup.find(words, false);
      for (const document of documents) keys.push(index.table.keys[document] ?? 0);
    }
    found.push(keys.filter((key) => !archive.removed.has(key)).sort((a, b) => a - b));
  }
  archive.close();
  return found;
}

describe('a load that was broken off', () => {
  const made = hardArchive();

  test('goes on with what was stored and comes to the same, wherever it broke off', async () => {
    const written = await writeGeneration(loadStream(made), await optionsOf());
    expect(written.generation).toBe(1);
    const expected = await everything();
    await Promise.all(database.tables.map((table) => table.clear()));
    for (const breaks of [[1_030], [2_100, 2_500], [made.articles.length]]) {
      let skip = 0;
      let unfinished: UnfinishedLoad | null = null;
      for (const stories of breaks) {
        const broken = brokenStream(made, stories, skip);
        await expect(writeGeneration(broken, await optionsOf(unfinished))).rejects.toThrow(
          'killed',
        );
        // What other loads sweep away is not this one's.
        await sweepGenerations();
        unfinished = await unfinishedLoad();
        skip = unfinished.checkpoint.stories;
        expect(skip).toBeGreaterThan(0);
        expect(await articleRows.count()).toBe(skip - unfinished.checkpoint.removed.length);
      }
      const rest = loadStream(made, 1 << 16, skip);
      const taken = await writeGeneration(rest, await optionsOf(unfinished));
      expect(taken).toEqual(written);
      expect(await everything()).toEqual(expected);
      await Promise.all(database.tables.map((table) => table.clear()));
    }
  });

  test('that had come to its end only has to be put in use', async () => {
    await writeGeneration(loadStream(made), await optionsOf());
    const expected = await everything();
    const unfinished = await unfinishedLoad();
    const { stories } = unfinished.checkpoint;
    expect(stories).toBe(made.articles.length);
    await writeGeneration(loadStream(made, 1 << 16, stories), await optionsOf(unfinished));
    expect(await everything()).toEqual(expected);
  });

  test('begins anew where what is stored is not what the bag has', async () => {
    await expect(writeGeneration(brokenStream(made, 2_100), await optionsOf())).rejects.toThrow(
      'killed',
    );
    const unfinished = await unfinishedLoad();
    const skip = unfinished.checkpoint.stories;
    const resume = async (other: MadeArchive, skipped = skip): Promise<unknown> =>
      writeGeneration(loadStream(other, 1 << 16, skipped), await optionsOf(unfinished));
    const altered = made.articles.map((each, at) =>
      at === 7 ? { ...each, section: '号外' } : each,
    );
    await expect(resume({ ...made, articles: altered })).rejects.toThrow(CannotResumeError);
    await expect(resume(made, skip - 1)).rejects.toThrow(CannotResumeError);
    await expect(resume(made, 0)).rejects.toThrow(CannotResumeError);
    await expect(
      resume({ ...made, description: { ...made.description, revision: 2 } }),
    ).rejects.toThrow(CannotResumeError);
    await expect(resume({ ...made, articles: [] }, 0)).rejects.toThrow(CannotResumeError);
    const block = await articleBodies.toCollection().first();
    if (block) await articleBodies.put({ ...block, deflated: block.deflated.map((byte) => ~byte) });
    await expect(resume(made)).rejects.toThrow(CannotResumeError);
    if (block) await articleBodies.put(block);
    const [row] = await listRows({ generation: unfinished.generation }, { limit: 1 });
    if (row) await articleRows.delete(row.key);
    await expect(resume(made)).rejects.toThrow(CannotResumeError);
    // Nothing of the tries was written.
    if (row) await articleRows.put(row);
    expect(await unfinishedLoad()).toEqual(unfinished);
    await resume(made);
    expect(await articleRows.count()).toBe(made.articles.length - 2);
    const rows = await listRows({ generation: unfinished.generation }, { limit: 5_000 });
    expect(await readArticles(rows)).toHaveLength(rows.length);
  });

  test('is forgotten with its bag', async () => {
    await expect(writeGeneration(brokenStream(made, 2_100), await optionsOf())).rejects.toThrow(
      'killed',
    );
    await sweepGenerations((bag) => bag !== bagId);
    expect(await unfinishedBags()).toEqual([bagId]);
    await sweepGenerations((bag) => bag === bagId);
    expect(await unfinishedBags()).toEqual([]);
    expect(await generations.count()).toBe(0);
    expect(await articleRows.count()).toBe(0);
  });
});
