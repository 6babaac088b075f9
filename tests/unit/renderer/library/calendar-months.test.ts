import { expect, test } from 'vitest';
import {
  leadingBlanks,
  monthDays,
  usualArticles,
  yearSummaries,
  type CoveredDay,
} from '../../../../renderer/library/calendar-months.ts';

const days: CoveredDay[] = [
  { date: '2019-05-08', issueId: 'a', articles: 10, missingPages: 0 },
  { date: '2019-05-10', issueId: 'b', articles: 20, missingPages: 1 },
  { date: '2019-05-11', issueId: 'c', articles: 4, missingPages: 0 },
];
const gaps = [
  { from: '2019-05-09', to: '2019-05-09', reason: 'not-held', note: '' },
  { from: '2019-07-01', to: '2019-08-02', reason: 'not-published', note: '' },
] as const;

test('a month shows issues by density, gaps with their reason, and days without a paper', () => {
  const month = monthDays(
    2019,
    5,
    new Map(days.map((day) => [day.date, day])),
    gaps,
    usualArticles(days),
  );
  expect(month).toHaveLength(31);
  expect(month[7]).toMatchObject({ kind: 'issue', density: 2, isIncomplete: false });
  expect(month[8]).toMatchObject({ kind: 'gap', gap: { reason: 'not-held' } });
  expect(month[9]).toMatchObject({ kind: 'issue', density: 3, isIncomplete: true });
  expect(month[10]).toMatchObject({ kind: 'issue', density: 1 });
  expect(month[11]).toMatchObject({ kind: 'none', date: '2019-05-12' });
  expect(leadingBlanks(2019, 5)).toBe(2);
});

test('years count their issues and mark months that are missing', () => {
  const years = yearSummaries(
    [...days, { date: '2018-12-31', issueId: 'd', articles: 34, missingPages: 0 }],
    gaps,
  );
  expect(years.map(({ year, issues }) => [year, issues])).toEqual([
    [2019, 3],
    [2018, 1],
  ]);
  expect(years[0]?.months[4]).toBe(3);
  expect(years[0]?.months[6]).toBe('gap');
  expect(years[0]?.months[8]).toBe(0);
});
