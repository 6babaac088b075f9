import { expect, test } from 'vitest';
import type { CoverageGap } from '../../../../archive/model/archive-description.ts';
import type { CoveredDay } from '../../../../renderer/library/calendar-months.ts';
import type { When } from '../../../../renderer/library/place-reading.ts';
import { resolvePlace } from '../../../../renderer/library/resolve-place.ts';

const days: readonly CoveredDay[] = [
  '1933-11',
  '1934-09-16',
  '1934-09-17',
  '1934-09-17',
  '1934-09-21',
  '1936-01-01',
].map((date, index) => ({ date, issueId: `i${index}`, articles: 4, missingPages: 0 }));
const gaps: readonly CoverageGap[] = [
  { from: '1934-09-18', to: '1934-09-20', reason: 'not-published', note: '大水' },
  { from: '1935-01-01', to: '1935-12-31', reason: 'not-held', note: '' },
];

const day = (date: string): When => ({ kind: 'day', date });

test.each<[name: string, when: When, targets: string[], reason: string | null]>([
  ['a day that is held', day('1934-09-16'), ['exact i1'], null],
  ['both issues of a day', day('1934-09-17'), ['exact i2', 'exact i3'], null],
  ['a day in a gap', day('1934-09-19'), ['before i3', 'after i4'], 'not-published'],
  ['a day nobody explains', day('1934-10-01'), ['before i4', 'after i5'], null],
  ['a day before everything', day('1900-01-01'), ['after i0'], null],
  ['a day after everything', day('1950-01-01'), ['before i5'], null],
  ['a day of a month that is all that is known', day('1933-11-08'), ['exact i0'], null],
  ['a month', { kind: 'month', year: 1934, month: 9 }, ['first i1'], null],
  ['a month without', { kind: 'month', year: 1934, month: 8 }, ['before i0', 'after i1'], null],
  ['a year', { kind: 'year', year: 1936 }, ['first i5'], null],
  ['a missing year', { kind: 'year', year: 1935 }, ['before i4', 'after i5'], 'not-held'],
  ['the issue before', { kind: 'issue', which: 'previous' }, ['exact i1'], null],
  ['the issue after', { kind: 'issue', which: 'next' }, ['exact i3'], null],
  ['the first', { kind: 'issue', which: 'first' }, ['exact i0'], null],
  ['the latest', { kind: 'issue', which: 'latest' }, ['exact i5'], null],
  ['the open one', { kind: 'open-issue' }, ['exact i2'], null],
])('%s', (_name, when, targets, reason) => {
  const resolved = resolvePlace(when, days, gaps, 'i2');
  expect(resolved.targets.map((each) => `${each.relation} ${each.day.issueId}`)).toEqual(targets);
  expect(resolved.gap?.reason ?? null).toBe(reason);
  expect(resolved.isMissing).toBe(targets.some((each) => /^(before|after)/.test(each)));
});

test('steps beyond the ends and from nowhere lead nowhere', () => {
  expect(resolvePlace({ kind: 'issue', which: 'previous' }, days, gaps, 'i0').targets).toEqual([]);
  expect(resolvePlace({ kind: 'issue', which: 'next' }, days, gaps, 'i5').targets).toEqual([]);
  expect(resolvePlace({ kind: 'open-issue' }, days, gaps, null).isMissing).toBe(true);
  expect(resolvePlace(day('1934-09-17'), [], [], null)).toEqual({
    targets: [],
    gap: null,
    isMissing: true,
  });
});
