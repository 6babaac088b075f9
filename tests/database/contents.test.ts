import { afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import { Dexie } from 'dexie';
import type { Article, Genre } from '../../archive/model/article.ts';
import { schemaVersion } from '../../archive/model/schema-version.ts';
import type { ArchiveRecord } from '../../renderer/database/archives.ts';
import { listRows, readRows, type ArticleRow } from '../../renderer/database/article-rows.ts';
import { completeContents } from '../../renderer/database/complete-contents.ts';
import { contents } from '../../renderer/database/contents.ts';
import { facetName } from '../../renderer/database/contents-builder.ts';
import {
  ContentsIndex,
  type ContentsAnswer,
  type ContentsQuestion,
} from '../../renderer/database/contents-query.ts';
import { database } from '../../renderer/database/database.ts';
import {
  facets,
  wholeContents,
  type ContentsFilter,
} from '../../renderer/location/contents-filter.ts';
import { loadMade, makeArchive, makeArticle, type MadeArchive } from './made-archive.ts';

afterEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

const dates = ['1934-09-16', '1934-09-17', '1934-09-20'];
const names = ['白露', '柳　汀', '孟小满', '闻一舟', '邵长庚'];
const sections = ['', '本埠', '副 刊'];
const genres: readonly Genre[] = ['news', 'brief', 'letter'];

function byline(...authors: readonly string[]): Pick<Article, 'byline'> {
  return { byline: authors.map((name) => ({ name, role: 'reporter', label: '' })) };
}

/** Stories with every mixture of facets, in an order of their own. */
function mixedArchive(): MadeArchive {
  const made = makeArchive(dates, 0);
  const articles = dates.flatMap((date, day) =>
    ['1', '2'].flatMap((page, leaf) =>
      Array.from({ length: 12 }, (_, index) =>
        makeArticle(date, page, index + 1, {
          section: sections[(day + index) % 3] ?? '',
          genre: genres[(leaf + index) % 3] ?? 'news',
          ...byline(...names.filter((_name, place) => ((index + day) >> place) % 2 === 1)),
        }),
      ),
    ),
  );
  return {
    ...made,
    articles: articles.toSorted((a, b) => ((a.order * 7) % 11) - ((b.order * 7) % 11)),
  };
}

async function indexOf(archive: ArchiveRecord): Promise<ContentsIndex> {
  const record = await completeContents(archive, () => undefined);
  const table = await fetch('/out/dictionaries/fold.bin');
  const { fold } = openFoldTable(await table.arrayBuffer());
  return new ContentsIndex(
    record,
    archive.coverage.map(({ date }) => date),
    fold,
  );
}

const plain: Omit<ContentsQuestion, 'filter'> = { order: 'count', needles: {}, limit: 100 };

function ask(index: ContentsIndex, filter: Partial<ContentsFilter> = {}): ContentsAnswer {
  return index.answer({ ...plain, filter: { ...wholeContents, ...filter } });
}

async function rowsOf(keys: Iterable<number>): Promise<readonly ArticleRow[]> {
  const rows = await readRows([...keys]);
  return rows.map((row) => {
    if (!row) throw new Error('A key of the contents has no row');
    return row;
  });
}

/** The values that a story has in each facet, told from the story itself. */
function valuesOf(article: Article): Record<(typeof facets)[number], readonly string[]> {
  return {
    pageNames: [facetName(article.page.name)],
    sections: [facetName(article.section)].filter((name) => name !== ''),
    genres: [article.genre],
    authors: article.byline.map(({ name }) => facetName(name)),
  };
}

function meets(article: Article, filter: ContentsFilter, except: string | null): boolean {
  const { date } = article.issue;
  if (filter.from !== null && date < filter.from) return false;
  if (filter.to !== null && date > filter.to) return false;
  const values = valuesOf(article);
  return facets.every((facet) => {
    const chosen: readonly string[] = filter[facet];
    return (
      facet === except || chosen.length === 0 || values[facet].some((name) => chosen.includes(name))
    );
  });
}

/** The tables as the first version had them. */
const versionOne = {
  archives: 'id',
  generations: 'generation',
  issues: 'key, [generation+id], [generation+date]',
  articleRows: 'key, id',
  articleBodies: 'key',
  preferences: 'key',
  history: 'at',
  positions: 'articleId',
  resume: 'key',
  journalState: 'name',
};

describe('the contents of an archive', () => {
  test('list every story by date, page and order, however it came', async () => {
    const made = mixedArchive();
    const archive = await loadMade(made);
    const rows = await rowsOf(ask(await indexOf(archive)).keys);
    expect(rows.map(({ id }) => id)).toEqual(
      made.articles
        .toSorted(
          (a, b) =>
            a.issue.date.localeCompare(b.issue.date) ||
            a.page.number.localeCompare(b.page.number) ||
            a.order - b.order,
        )
        .map(({ id }) => id),
    );
    const newest = await rowsOf(ask(await indexOf(archive), { newestFirst: true }).keys);
    expect(newest.map(({ date, page, order }) => [date, page, order])).toEqual(
      rows
        .toSorted(
          (a, b) =>
            b.date.localeCompare(a.date) || a.page.localeCompare(b.page) || a.order - b.order,
        )
        .map(({ date, page, order }) => [date, page, order]),
    );
  });

  test('answer every filter as a look at every story would', async () => {
    const made = mixedArchive();
    const archive = await loadMade(made);
    const index = await indexOf(archive);
    const filter = fc.record({
      pageNames: fc.subarray(['版1', '版2']),
      sections: fc.subarray(['本埠', '副刊', '没有']),
      genres: fc.subarray([...genres]),
      authors: fc.subarray(names.map(facetName)),
      from: fc.option(fc.constantFrom(...dates, '1934-09-18')),
      to: fc.option(fc.constantFrom(...dates, '1934-09-18')),
      newestFirst: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(filter, async (chosen) => {
        const answer = ask(index, chosen);
        const rows = await rowsOf(answer.keys);
        expect(new Set(rows.map(({ id }) => id))).toEqual(
          new Set(made.articles.filter((each) => meets(each, chosen, null)).map(({ id }) => id)),
        );
        expect(rows.map(({ page }) => `版${page}`)).toEqual(
          [...answer.pageNumbers].map((page) => answer.pageNames[page]),
        );
        for (const facet of facets) {
          const expected = new Map<string, number>();
          for (const article of made.articles) {
            if (!meets(article, chosen, facet)) continue;
            for (const name of valuesOf(article)[facet]) {
              expected.set(name, (expected.get(name) ?? 0) + 1);
            }
          }
          for (const name of chosen[facet]) expected.set(name, expected.get(name) ?? 0);
          const found = answer.facets[facet].values;
          expect(new Map(found.map(({ name, count }) => [name, count]))).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('count a name once a story and with its spaces closed', async () => {
    const made = makeArchive(['1934-09-16'], 0);
    const article = makeArticle('1934-09-16', '1', 1, byline('柳　汀', '柳汀', 'Ann  Lee'));
    const answer = ask(await indexOf(await loadMade({ ...made, articles: [article] })));
    expect(answer.facets.authors.values).toEqual([
      { name: '柳汀', count: 1 },
      { name: 'Ann Lee', count: 1 },
    ]);
    expect(answer.facets.sections).toEqual({ values: [], found: 0, distinct: 0 });
  });

  test('sort names by count, sound and strokes, and find them by their characters', async () => {
    const made = makeArchive(['1934-09-16'], 0);
    const authors = ['赵一', '丁二', '欧阳三', '一丁', '赵一'];
    const articles = authors.map((name, index) =>
      makeArticle('1934-09-16', '1', index + 1, byline(name)),
    );
    const index = await indexOf(await loadMade({ ...made, articles }));
    const listed = (change: Partial<ContentsQuestion>): readonly string[] =>
      index
        .answer({ ...plain, filter: wholeContents, ...change })
        .facets.authors.values.map(({ name }) => name);
    expect(listed({ order: 'count' })).toEqual(['赵一', '丁二', '欧阳三', '一丁']);
    expect(listed({ order: 'pinyin' })).toEqual(['丁二', '欧阳三', '一丁', '赵一']);
    expect(listed({ order: 'stroke' })).toEqual(['一丁', '丁二', '欧阳三', '赵一']);
    expect(listed({ needles: { authors: '一' } })).toEqual(['赵一', '一丁']);
    expect(listed({ needles: { authors: '歐陽' } })).toEqual(['欧阳三']);
    expect(listed({ limit: 2 })).toEqual(['赵一', '丁二']);
    const limited = index.answer({
      ...plain,
      limit: 1,
      filter: { ...wholeContents, authors: ['欧阳三'] },
    });
    expect(limited.facets.authors.values.map(({ name }) => name)).toEqual(['赵一', '欧阳三']);
    expect(limited.facets.authors.distinct).toBe(4);
  });

  test('leave out what a newer version replaced', async () => {
    const made = makeArchive(['1934-09-16'], 1);
    const [first] = made.articles;
    if (!first) throw new Error('The archive is empty');
    const newer = { ...first, version: 2, section: '更正' };
    const many = Array.from({ length: 2_100 }, (_, n) => makeArticle('1934-09-16', '2', n + 9));
    const archive = await loadMade({ ...made, articles: [...made.articles, ...many, newer] });
    const answer = ask(await indexOf(archive));
    expect(answer.keys).toHaveLength(2_102);
    expect((await rowsOf(answer.keys.slice(0, 1)))[0]?.section).toBe('更正');
    expect(answer.facets.sections.values).toEqual([{ name: '更正', count: 1 }]);
  });
});

describe('a generation of an earlier version', () => {
  test('is completed from its rows as a load would have written it', async () => {
    const archive = await loadMade(mixedArchive());
    const loaded = ask(await indexOf(archive));
    await contents.clear();
    const steps: number[] = [];
    await completeContents(archive, (done) => steps.push(done));
    expect(steps).toEqual([72]);
    const completed = ask(await indexOf(archive));
    expect([...completed.keys]).toEqual([...loaded.keys]);
    for (const facet of facets) {
      expect(
        new Map(completed.facets[facet].values.map((each) => [each.name, each.count])),
      ).toEqual(new Map(loaded.facets[facet].values.map((each) => [each.name, each.count])));
    }
    expect(await contents.count()).toBe(1);
  });

  test('version 1 of the tables is kept whole', async () => {
    const archive = await loadMade(mixedArchive());
    await database.table('preferences').put({ key: 'theme', value: 'sepia' });
    const before = await Promise.all(
      database.tables
        .filter(({ name }) => name in versionOne)
        .map(async (table) => [table.name, await table.toArray()] as const),
    );
    const rows = await listRows(archive, { limit: 100 });
    database.close();
    await Dexie.delete('guzhi');

    const old = new Dexie('guzhi');
    old.version(1).stores(versionOne);
    for (const [name, records] of before) await old.table(name).bulkPut(records as object[]);
    old.close();

    await database.open();
    expect(database.verno).toBe(schemaVersion);
    for (const [name, records] of before) {
      expect(await database.table(name).toArray(), name).toEqual(records);
    }
    expect(ask(await indexOf(archive)).keys).toHaveLength(rows.length);
  });
});
