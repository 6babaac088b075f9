import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  composePage,
  estimateLines,
  type PageStory,
} from '../../../../renderer/reading/page-composition.ts';

function story(articleId: string, characters: number, more: Partial<PageStory> = {}): PageStory {
  return {
    articleId,
    characters,
    headlineCharacters: 10,
    hasKicker: false,
    hasDeck: false,
    isBrief: characters < 200,
    weight: undefined,
    figureRatio: undefined,
    boxCharacters: 0,
    ...more,
  };
}

const anyStories = fc
  .array(
    fc.record({
      characters: fc.integer({ min: 0, max: 120_000 }),
      headlineCharacters: fc.integer({ min: 0, max: 200 }),
      hasKicker: fc.boolean(),
      hasDeck: fc.boolean(),
      isBrief: fc.boolean(),
      weight: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      boxCharacters: fc.integer({ min: 0, max: 2_000 }),
      figureRatio: fc.option(fc.double({ min: 0.2, max: 3, noNaN: true }), { nil: undefined }),
    }),
    { maxLength: 60 },
  )
  .map((records) =>
    records.map((record, index) => ({ ...record, articleId: `a${String(index)}` })),
  );

describe('composePage', () => {
  test('places every story once, in reading order, in rows that fill the page', () => {
    fc.assert(
      fc.property(anyStories, fc.integer({ min: 1, max: 4 }), (stories, columns) => {
        const rows = composePage(stories, columns);
        const placed = rows
          .flat()
          .flatMap((cell) => cell.stories.map(({ articleId }) => articleId));
        expect(placed).toEqual(stories.map(({ articleId }) => articleId));
        for (const row of rows) {
          expect(row.reduce((sum, cell) => sum + cell.span, 0)).toBe(columns);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a long lead stands wide with shorter stories in the rail beside it', () => {
    const rows = composePage(
      [story('lead', 1_400, { weight: 90 }), story('b', 300), story('c', 120), story('d', 700)],
      4,
    );
    expect(rows[0]?.[0]).toEqual({ span: 3, stories: [{ articleId: 'lead', rank: 'lead' }] });
    expect(rows[0]?.[1]?.span).toBe(1);
  });

  test('a short lead without a picture does not carry the top of the page', () => {
    const rows = composePage(
      [story('lead', 60), story('b', 500), story('c', 300), story('d', 500), story('e', 200)],
      4,
    );
    const [first] = rows[0] ?? [];
    expect(first).toEqual({ span: 2, stories: [{ articleId: 'lead', rank: 'lead' }] });
    expect(rows[0]?.length).toBeGreaterThan(1);
  });

  test('a page with one story gives it the whole width', () => {
    expect(composePage([story('only', 300)], 4)).toEqual([
      [{ span: 4, stories: [{ articleId: 'only', rank: 'lead' }] }],
    ]);
  });

  test('a page without stories has no rows', () => {
    expect(composePage([], 4)).toEqual([]);
  });

  test('a table counts by its rows, and by the cells that wrap', () => {
    const rows = Array.from({ length: 12 }, () => 2);
    const bare = estimateLines(story('a', 300), 'minor', 1);
    const narrow = estimateLines(
      story('a', 300, { tables: [{ columns: 3, longestCells: rows }] }),
      'minor',
      1,
    );
    const wrapped = estimateLines(
      story('a', 300, { tables: [{ columns: 3, longestCells: rows.map(() => 12) }] }),
      'minor',
      1,
    );
    expect(narrow).toBeGreaterThanOrEqual(bare + 12);
    expect(wrapped).toBeGreaterThan(narrow + 12);
  });
});
