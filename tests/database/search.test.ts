import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../archive/model/article.ts';
import { makeWords } from '../../archive/search/query/make-words.ts';
import type { Query } from '../../archive/search/query/query.ts';
import { foldingOf, type Folding } from '../../renderer/database/fold-characters.ts';
import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import { database } from '../../renderer/database/database.ts';
import { takeOver } from '../../renderer/database/generations.ts';
import { SearchArchive } from '../../renderer/database/search-archive.ts';
import { SearchIndexWriting } from '../../renderer/database/search-index-writing.ts';
import { searchIndexes } from '../../renderer/database/search-indexes.ts';
import { narrow } from '../../renderer/database/search-narrowing.ts';
import { SearchRun } from '../../renderer/database/search-run.ts';
import { storageOf, sweepSearchFiles } from '../../renderer/database/search-storage.ts';
import { foundLines, foundStories } from '../../renderer/database/search-stories.ts';
import { writeGeneration } from '../../renderer/database/write-generation.ts';
import { emptySearch } from '../../renderer/location/search-place.ts';
import { emptyReport, loadStream, makeArchive, makeArticle } from './made-archive.ts';

afterEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

const dates = ['1934-09-16', '1934-09-17', '1957-10-02'];

async function folding(): Promise<Folding> {
  const response = await fetch('/out/dictionaries/fold.bin');
  return foldingOf(openFoldTable(await response.arrayBuffer()));
}

function story(date: string, order: number, text: string, change: Partial<Article> = {}): Article {
  return makeArticle(date, '1', order, {
    body: [{ id: 'b1', type: 'paragraph', text }],
    ...change,
  });
}

/** Loads some stories with their index in the tables, where a window without private files has it. */
async function load(articles: readonly Article[]): Promise<SearchArchive> {
  const how = await folding();
  const storage = await storageOf('indexeddb');
  const written = await writeGeneration(loadStream({ ...makeArchive(dates, 0), articles }), {
    beginIndex: (generation) => new SearchIndexWriting(generation, storage, how),
  });
  const record = {
    id: written.description.id,
    bagId: 'bag',
    description: written.description,
    generation: written.generation,
    loadedAt: new Date().toISOString(),
    report: emptyReport,
    coverage: written.coverage,
  };
  await takeOver(record);
  return SearchArchive.open(record, how);
}

function words(text: string, how: Folding): Query {
  const made = makeWords(text, how.foldCodePoint, { isExact: false, ignoresPunctuation: false });
  if (!made) throw new Error('No words');
  return made;
}

async function run(archive: SearchArchive, query: Query): Promise<SearchRun> {
  const made = new SearchRun(query, {
    folding: await folding(),
    pause: () => Promise.resolve(),
    onScan: () => undefined,
    isRanked: true,
  });
  if (archive.parts === null) await made.scan(archive);
  else await made.ask(archive, archive.parts);
  made.rank();
  return made;
}

const stories = [
  story(dates[0] ?? '', 1, '自上游開來之順濟輪行至東津渡口外，急令停航。渡口'),
  story(dates[0] ?? '', 2, '米價平穩。', { headline: '渡口停航' }),
  story(dates[2] ?? '', 1, '东津渡口正式开航。'),
  story(dates[2] ?? '', 2, '江水平稳。'),
];

describe('a search over stored stories', () => {
  test('finds what loading indexed, ranks it and cuts excerpts', async () => {
    const how = await folding();
    const archive = await load(stories);
    expect(archive.parts).not.toBeNull();
    const query = words('渡口', how);
    const found = await run(archive, query);
    expect(found.hits).toBe(4);
    expect(found.documents).toHaveLength(3);
    const ranked = found.documents.toSorted((a, b) => b.score - a.score);
    const [first, ...others] = await foundStories(ranked, query, how);
    expect(first?.row.headline).toBe('渡口停航');
    expect(others.map(({ excerpt }) => excerpt.marks.length)).toEqual([2, 1]);
    const lines = await foundLines(found.documents, query, how, 4);
    expect(lines.map(({ left, keyword, right }) => `${left}|${keyword}|${right}`)).toEqual([
      '行至東津|渡口|外，急令',
      '令停航。|渡口|',
      '|渡口|停航',
      '东津|渡口|正式开航',
    ]);
  });

  test('leaves out what a later version of a story replaced', async () => {
    const how = await folding();
    const old = story(dates[0] ?? '', 1, '渡口旧文');
    const archive = await load([old, ...stories.slice(1), { ...old, version: 2, body: [] }]);
    const found = await run(archive, words('渡口', how));
    expect(found.documents).toHaveLength(2);
  });

  test('counts facets and years, gaps among them, and narrows by both', async () => {
    const how = await folding();
    const archive = await load(stories);
    const found = await run(archive, words('渡口', how));
    const all = await narrow(found.documents, [archive], emptySearch.filter);
    expect(all.facets.pageNames).toEqual([{ name: '版1', count: 3 }]);
    expect(all.years.filter(({ issues }) => issues > 0)).toEqual([
      { year: 1934, stories: 2, issues: 2 },
      { year: 1957, stories: 1, issues: 1 },
    ]);
    expect(all.years).toHaveLength(24);
    const narrowed = await narrow(found.documents, [archive], {
      ...emptySearch.filter,
      from: '1935-01-01',
    });
    expect(narrowed.documents).toHaveLength(1);
    // The timeline still shows what the chosen dates leave out.
    expect(narrowed.years[0]).toEqual({ year: 1934, stories: 2, issues: 2 });
  });

  test('reads every story where the index is damaged, missing or of another version', async () => {
    const how = await folding();
    const sound = await load(stories);
    const query = words('渡口', how);
    const expected = (await run(sound, query)).documents.map(({ key }) => key);
    const record = await searchIndexes.get(sound.record.generation);
    if (!record) throw new Error('No index was recorded');
    const open = (): Promise<SearchArchive> => SearchArchive.open(sound.record, how);
    const check = async (): Promise<void> => {
      const archive = await open();
      expect(archive.parts).toBeNull();
      expect((await run(archive, query)).documents.map(({ key }) => key)).toEqual(expected);
    };
    await searchIndexes.put({ ...record, version: record.version + 1 });
    await check();
    await searchIndexes.put({ ...record, files: ['nothing'] });
    await check();
    await searchIndexes.delete(record.generation);
    await check();
    await searchIndexes.put(record);
    const pages = database.table<{ bytes: Uint8Array }>('searchPages');
    await pages.toCollection().modify((page) => {
      page.bytes = page.bytes.map((byte) => byte ^ 1);
    });
    await check();
  });

  test('sweeps the files that no index names', async () => {
    const archive = await load(stories);
    const pages = database.table('searchPages');
    expect(await pages.count()).toBeGreaterThan(0);
    await sweepSearchFiles();
    expect(await pages.count()).toBeGreaterThan(0);
    await searchIndexes.delete(archive.record.generation);
    await sweepSearchFiles();
    expect(await pages.count()).toBe(0);
  });
});
