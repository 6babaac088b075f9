import { afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  readArticle,
  readArticles,
  articleBodies,
} from '../../renderer/database/article-bodies.ts';
import {
  articleRows,
  findRow,
  listIssueRows,
  listPage,
  listRows,
} from '../../renderer/database/article-rows.ts';
import { contents } from '../../renderer/database/contents.ts';
import { archives, findArchive, listArchives } from '../../renderer/database/archives.ts';
import { database } from '../../renderer/database/database.ts';
import {
  beginGeneration,
  generations,
  retireArchive,
  sweepGenerations,
} from '../../renderer/database/generations.ts';
import {
  findIssueByDate,
  issues,
  latestIssue,
  listIssues,
  neighbourIssues,
} from '../../renderer/database/issues.ts';
import { writeGeneration } from '../../renderer/database/write-generation.ts';
import {
  archiveId,
  articleId,
  loadMade,
  loadStream,
  makeArchive,
  makeArticle,
  type MadeArchive,
} from './made-archive.ts';

afterEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

const dates = ['2019-05-04', '2019-05-05', '2019-05-07'];

/** How many records of any kind the tables hold. */
async function recordCounts(): Promise<Record<string, number>> {
  const tables = [archives, generations, issues, articleRows, articleBodies, contents];
  const counts = await Promise.all(tables.map((table) => table.count()));
  return Object.fromEntries(tables.map(({ name }, index) => [name, counts[index] ?? 0]));
}

describe('a load', () => {
  test('keeps every story as the stream had it, wherever the chunks end', async () => {
    const made = makeArchive(dates, 7);
    for (const chunkBytes of [1, 17, 1000]) {
      const archive = await loadMade(made, chunkBytes);
      const rows = await listRows(archive, { limit: 1000 });
      expect(rows).toHaveLength(made.articles.length);
      const stored = await readArticles(rows);
      expect(stored).toEqual(made.articles);
    }
  });

  test('stories in any order come out by date, page and order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(makeArchive(dates, 4).articles as never[], { minLength: 24 }),
        async (articles: MadeArchive['articles'][number][]) => {
          const made = makeArchive(dates.toReversed(), 4);
          const archive = await loadMade({ ...made, articles });
          expect((await listIssues(archive)).map(({ date }) => date)).toEqual(dates);
          for (const date of dates) {
            const rows = await listIssueRows(archive, `issue-${date}`);
            expect(rows.map(({ id }) => id)).toEqual(
              ['1', '2'].flatMap((page) => [1, 2, 3, 4].map((n) => articleId(date, page, n))),
            );
          }
          const all = await listRows(archive, { limit: 100 });
          expect(all.map(({ date }) => date)).toEqual(all.map(({ date }) => date).toSorted());
        },
      ),
      { numRuns: 5 },
    );
  });

  test('counts each page and the coverage', async () => {
    const made = makeArchive(dates, 3);
    const extra = makeArticle('2019-05-05', '增刊', 1);
    const archive = await loadMade({ ...made, articles: [...made.articles, extra] });
    const issue = await findIssueByDate(archive, '2019-05-05');
    expect(issue?.pages.map(({ number, name, articles }) => [number, name, articles])).toEqual([
      ['1', '版1', 3],
      ['2', '版2', 3],
      ['增刊', '版增刊', 1],
    ]);
    expect(issue?.pages.at(-1)?.characters).toBe(`${extra.headline}\n江水平稳，渡船1艘。`.length);
    expect(archive.coverage).toEqual([
      { date: '2019-05-04', issueId: 'issue-2019-05-04', articles: 6, pages: 2, missingPages: 0 },
      { date: '2019-05-05', issueId: 'issue-2019-05-05', articles: 7, pages: 3, missingPages: 0 },
      { date: '2019-05-07', issueId: 'issue-2019-05-07', articles: 6, pages: 2, missingPages: 0 },
    ]);
  });

  test('a row counts code points and cuts the lead between them', async () => {
    const text = '𠮷'.repeat(130);
    const made = makeArchive(['2019-05-04'], 0);
    const article = makeArticle('2019-05-04', '1', 1, {
      headline: '𠮷',
      byline: ['甲', '乙', '丙', '丁'].map((name) => ({ name, role: 'reporter', label: '' })),
      body: [
        {
          id: 'f',
          type: 'figure',
          media: 'media/a.png',
          width: 3,
          height: 2,
          caption: '',
          credit: '',
        },
        { id: 'p', type: 'paragraph', text },
      ],
    });
    const archive = await loadMade({ ...made, articles: [article] });
    const row = await findRow(archive, article.id);
    expect(row).toMatchObject({
      lead: '𠮷'.repeat(120),
      characters: 1 + 1 + '甲　乙　丙　丁'.length + 1 + 130,
      figure: { media: 'media/a.png', width: 3, height: 2 },
      byline: ['甲', '乙', '丙'],
      bylineCount: 4,
    });
    expect(row && (await readArticle(archive, row))).toEqual(article);
  });

  test('many stories cross batches and blocks', async () => {
    const made = makeArchive(dates, 500);
    const archive = await loadMade(made);
    expect(await articleBodies.count()).toBe(Math.ceil(made.articles.length / 16));
    const sample = made.articles.filter((_, index) => index % 97 === 0);
    for (const article of sample) {
      const row = await findRow(archive, article.id);
      expect(row && (await readArticle(archive, row))).toEqual(article);
    }
  });
});

describe('a newer version in the same stream', () => {
  test.each([0, 2_500])('replaces the earlier one, %i stories later', async (between) => {
    const made = makeArchive(['2019-05-04', '2019-05-05'], 1);
    const others = Array.from({ length: between }, (_, n) => makeArticle('2019-05-05', '2', n + 9));
    const newer = makeArticle('2019-05-04', '1', 1, {
      version: 2,
      headline: '更正',
      page: { number: '2', name: '版2' },
    });
    const newest = { ...newer, version: 3, headline: '再更正' };
    const articles = [...made.articles, ...others, newer, newest];
    const archive = await loadMade({ ...made, articles });
    expect(await listPage(archive, 'issue-2019-05-04', '1')).toEqual([]);
    const rows = await listPage(archive, 'issue-2019-05-04', '2');
    expect(rows.map(({ headline }) => headline).toSorted()).toEqual(
      ['再更正', '2019-05-04 第2版 第1条'].toSorted(),
    );
    const row = await findRow(archive, newer.id);
    expect(row && (await readArticle(archive, row))).toEqual(newest);
    expect(await articleRows.count()).toBe(made.articles.length + between);
    const issue = await findIssueByDate(archive, '2019-05-04');
    expect(issue?.pages.map((page) => page.articles)).toEqual([0, 2]);
    expect(issue?.characters).toBe(rows.reduce((sum, { characters }) => sum + characters, 0));
    expect(archive.coverage.map((day) => day.articles)).toEqual([2, 2 + between]);
  });
});

describe('looking up', () => {
  test('issues by date, neighbours of held and missing dates, the latest', async () => {
    const archive = await loadMade(makeArchive(dates));
    const around = async (date: string): Promise<(string | undefined)[]> => {
      const { previous, next } = await neighbourIssues(archive, date);
      return [previous?.date, next?.date];
    };
    expect(await around('2019-05-05')).toEqual(['2019-05-04', '2019-05-07']);
    expect(await around('2019-05-06')).toEqual(['2019-05-05', '2019-05-07']);
    expect(await around('2019-05-04')).toEqual([undefined, '2019-05-05']);
    expect(await around('2020')).toEqual(['2019-05-07', undefined]);
    expect((await latestIssue(archive))?.date).toBe('2019-05-07');
    expect(await findIssueByDate(archive, '2019-05-06')).toBeUndefined();
  });

  test('pages and rows of unknown issues are empty, not an error', async () => {
    const archive = await loadMade(makeArchive(dates));
    expect(await listPage(archive, 'issue-2019-05-04', '9')).toEqual([]);
    expect(await listPage(archive, 'nowhere', '1')).toEqual([]);
    expect(await findRow(archive, 'urn:uuid:nobody')).toBeUndefined();
  });

  test('paging by key meets every row once, in both directions', async () => {
    const archive = await loadMade(makeArchive(dates, 5));
    for (const newestFirst of [false, true]) {
      const seen: number[] = [];
      for (;;) {
        const after = seen.at(-1);
        const page = await listRows(archive, {
          limit: 7,
          newestFirst,
          ...(after !== undefined && { after }),
        });
        if (page.length === 0) break;
        seen.push(...page.map(({ key }) => key));
      }
      expect(seen).toHaveLength(30);
      const ascending = seen.toSorted((a, b) => a - b);
      expect(seen).toEqual(newestFirst ? ascending.toReversed() : ascending);
    }
  });
});

describe('generations', () => {
  test('an update takes over at once and leaves nothing of the old one after sweeping', async () => {
    const first = await loadMade(makeArchive(dates));
    const update = makeArchive([...dates, '2019-05-08'], 2, { revision: 2 });
    const written = await writeGeneration(loadStream(update));
    // Until it takes over, everything is answered from the first.
    expect((await findArchive(archiveId))?.generation).toBe(first.generation);
    expect(await listIssues(first)).toHaveLength(3);
    expect((await findRow(first, articleId('2019-05-04', '1', 1)))?.key).toBeLessThan(
      written.generation * 2 ** 40,
    );
    await sweepGenerations();
    const second = await loadMade(update);
    expect(await listArchives()).toEqual([second]);
    await sweepGenerations();
    expect(await recordCounts()).toEqual({
      archives: 1,
      generations: 1,
      issues: 4,
      articleRows: 16,
      articleBodies: 1,
      contents: 1,
    });
    expect(await listRows(second, { limit: 99 })).toHaveLength(16);
  });

  test('two archives stand side by side', async () => {
    const other = 'urn:uuid:00000000-0000-4000-8000-00000000ffff';
    const one = await loadMade(makeArchive(dates, 2));
    const two = await loadMade(makeArchive(['1934-01-01'], 1, { id: other }));
    await sweepGenerations();
    expect(await listIssues(one)).toHaveLength(3);
    expect((await latestIssue(two))?.date).toBe('1934-01-01');
    await retireArchive(other);
    await sweepGenerations();
    expect(await listArchives()).toHaveLength(1);
    expect(await listIssues(two)).toEqual([]);
    expect(await listRows(one, { limit: 99 })).toHaveLength(12);
  });

  test('a stream that breaks off leaves nothing after sweeping, at any byte', async () => {
    const made = makeArchive(dates, 400);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 20 }), async (chunks) => {
        const reader = loadStream(made, 40_000).getReader();
        let left = chunks;
        const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
          async pull(controller) {
            const { value } = await reader.read();
            if (left-- === 0 || !value) controller.error(new TypeError('pulled out'));
            else controller.enqueue(value);
          },
        });
        await expect(writeGeneration(broken)).rejects.toThrow('pulled out');
        await sweepGenerations();
        expect(Object.values(await recordCounts())).toEqual([0, 0, 0, 0, 0, 0]);
      }),
      { numRuns: 6 },
    );
  });

  test('a generation that was left loading is swept and its number used again', async () => {
    const written = await writeGeneration(loadStream(makeArchive(dates)));
    expect(written.generation).toBe(1);
    expect(await beginGeneration('urn:uuid:other')).toBe(2);
    await sweepGenerations();
    expect(Object.values(await recordCounts())).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await beginGeneration(archiveId)).toBe(1);
  });

  test('a stream that is not what main sends is refused', async () => {
    const made = makeArchive(dates);
    const unknown = makeArticle('2020-01-01', '1', 1);
    await expect(
      writeGeneration(loadStream({ ...made, articles: [...made.articles, unknown] })),
    ).rejects.toThrow(/unknown issue/);
    const empty = new Blob(['']).stream();
    await expect(writeGeneration(empty)).rejects.toThrow(/empty/);
  });
});
