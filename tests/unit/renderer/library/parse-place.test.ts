import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlace } from '../../../../renderer/library/parse-place.ts';
import type {
  PlaceContext,
  PlaceProblem,
  PlaceReading,
} from '../../../../renderer/library/place-reading.ts';

const modern: PlaceContext = {
  date: '2019-05-18',
  calendar: 'gregorian',
  years: { first: 1957, last: 2019 },
};
const republican: PlaceContext = {
  date: '1934-09-17',
  calendar: 'republican',
  years: { first: 1912, last: 1937 },
};
const nothingOpen: PlaceContext = { date: null, calendar: 'gregorian', years: null };

/** `1983-05-12 p3 minguo22 moon`: every part of a reading that is there. */
function words({ when, page, era, isLunar }: PlaceReading): string {
  const time =
    when.kind === 'day'
      ? when.date
      : when.kind === 'month'
        ? `${when.year}-${String(when.month).padStart(2, '0')}`
        : when.kind === 'year'
          ? String(when.year)
          : when.kind === 'issue'
            ? when.which
            : 'open';
  const asked =
    page === null
      ? null
      : page.kind === 'number'
        ? `p${page.number}`
        : page.kind === 'step'
          ? `page${page.by > 0 ? '+' : '-'}1`
          : 'page-last';
  return [time, asked, era && `${era.era}${era.year}`, isLunar && 'moon'].filter(Boolean).join(' ');
}

function understood(typed: string, context: PlaceContext): readonly string[] {
  return parsePlace(typed, context).readings.map(words);
}

describe('from a paper of 2019', () => {
  test.each<[typed: string, best: string, ...alternatives: string[]]>([
    // Western dates in every writing
    ['1983-5-12', '1983-05-12'],
    ['1983-05-12', '1983-05-12'],
    ['1983/5/12', '1983-05-12'],
    ['1983.5.12', '1983-05-12'],
    ['1983年5月12日', '1983-05-12'],
    ['1983 年 5 月 12 日', '1983-05-12'],
    ['1983年5月12号', '1983-05-12'],
    ['1983年5月12號', '1983-05-12'],
    ['公元1983年5月12日', '1983-05-12'],
    ['西元一九八三年五月十二日', '1983-05-12'],
    ['一九八三年五月十二日', '1983-05-12'],
    ['一九八三年十月廿二日', '1983-10-22'],
    ['二〇〇八年十二月三十一日', '2008-12-31'],
    ['二○○八年十二月卅一日', '2008-12-31'],
    ['１９８３－５－１２', '1983-05-12'],
    ['１９８３年５月１２日', '1983-05-12'],
    ['1983—5—12', '1983-05-12'],
    ['19830512', '1983-05-12'],
    ['2000-2-29', '2000-02-29'],
    // Parts of dates
    ['1983年5月', '1983-05'],
    ['1983-5', '1983-05'],
    ['198305', '1983-05'],
    ['1983年', '1983'],
    ['1983', '1983'],
    ['5月12日', '2019-05-12'],
    ['五月十二日', '2019-05-12'],
    ['5月', '2019-05'],
    ['5/12', '2019-05-12', '2019-12-05'],
    ['12/25', '2019-12-25'],
    ['25/12', '2019-12-25'],
    ['12日', '2019-05-12'],
    ['十二日', '2019-05-12'],
    ['12号', '2019-05-12'],
    // Two ways to read, the likelier first
    ['5/12/1983', '1983-05-12', '1983-12-05'],
    ['25/12/1983', '1983-12-25'],
    ['83-5-12', '1983-05-12', '1994-05-12 minguo83'],
    ['22年5月12日', '1922-05-12', '1933-05-12 minguo22'],
    ['1983 5 12', '1983-05-12'],
    ['1983 5', '1983-05', '1983 p5'],
    // With a page
    ['1983-5-12 3', '1983-05-12 p3'],
    ['1983-5-12 第3版', '1983-05-12 p3'],
    ['1983-5-12,3', '1983-05-12 p3'],
    ['1983年5月12日第三版', '1983-05-12 p3'],
    ['1983年5月12日3版', '1983-05-12 p3'],
    ['1983年5月12日 三', '1983-05-12 p3'],
    ['1983年5月12日的第十二版', '1983-05-12 p12'],
    ['1983-5-12 A03', '1983-05-12 pA03'],
    ['1983年5月12日A3版', '1983-05-12 pA3'],
    ['第三版 1983-5-12', '1983-05-12 p3'],
    ['5月12日二版', '2019-05-12 p2'],
    ['五月十二 二版', '2019-05-12 p2'],
    ['12日3版', '2019-05-12 p3'],
    ['昨天头版', '2019-05-17 p1'],
    ['昨日 頭版', '2019-05-17 p1'],
    ['5月12日末版', '2019-05-12 page-last'],
    ['上一期 4版', 'previous p4'],
    // A page alone
    ['第三版', 'open p3'],
    ['3版', 'open p3'],
    ['第３版', 'open p3'],
    ['第三張', 'open p3'],
    ['第3頁', 'open p3'],
    ['３', 'open p3', '2019-05-03'],
    ['12', 'open p12', '2019-05-12'],
    ['A03', 'open pA03'],
    ['a03版', 'open pA03'],
    ['B-2', 'open pB2'],
    ['page 4', 'open p4'],
    ['p.4', 'open p4'],
    ['下一版', 'open page+1'],
    ['previous page', 'open page-1'],
    // From the issue that is open
    ['昨天', '2019-05-17'],
    ['前天', '2019-05-16'],
    ['明天', '2019-05-19'],
    ['後天', '2019-05-20'],
    ['次日', '2019-05-19'],
    ['前一天', '2019-05-17'],
    ['三天前', '2019-05-15'],
    ['10 days later', '2019-05-28'],
    ['上周', '2019-05-11'],
    ['上個月', '2019-04-18'],
    ['去年', '2018-05-18'],
    ['去年今日', '2018-05-18'],
    ['去年12月3日', '2018-12-03'],
    ['前年5月', '2017-05'],
    ['上一期', 'previous'],
    ['下期', 'next'],
    ['previous', 'previous'],
    ['next issue', 'next'],
    ['previous day', '2019-05-17'],
    ['yesterday', '2019-05-17'],
    ['创刊号', 'first'],
    ['最新一期', 'latest'],
    // Eras
    ['民国二十二年五月十二日', '1933-05-12 minguo22'],
    ['民國二十二年五月十二日', '1933-05-12 minguo22'],
    ['民國22年5月12日', '1933-05-12 minguo22'],
    ['民国22年5月12日第三版', '1933-05-12 p3 minguo22'],
    ['中华民国廿二年五月', '1933-05 minguo22'],
    ['民国元年', '1912 minguo1'],
    ['民22', '1933 minguo22'],
    ['民国22-5-12', '1933-05-12 minguo22'],
    ['昭和八年五月十二日', '1933-05-12 showa8'],
    ['昭和8年', '1933 showa8'],
    ['大正十二年九月一日', '1923-09-01 taisho12'],
    ['明治三十八年五月二十七日', '1905-05-27 meiji38'],
    ['康德元年三月一日', '1934-03-01 kangde1'],
    ['光绪三十年', '1904 guangxu30'],
    ['光緒三十年', '1904 guangxu30'],
    ['宣统元年', '1909 xuantong1'],
    // The moon's months are not converted
    ['光绪三十年三月初五', '1904 guangxu30 moon'],
    ['宣統三年八月十九日', '1911 xuantong3 moon'],
    ['明治五年十二月二日', '1872 meiji5 moon'],
    ['民国二十二年正月初一', '1933 minguo22 moon'],
    ['民国二十二年农历四月十八日', '1933 minguo22 moon'],
    ['1933年闰五月', '1933 moon'],
    // English
    ['12 May 1983 p3', '1983-05-12 p3'],
    ['12th of May 1983', '1983-05-12'],
    ['May 12, 1983, page 3', '1983-05-12 p3'],
    ['Sept. 3 1945', '1945-09-03'],
    ['May 1983', '1983-05'],
    ['12 December', '2019-12-12'],
    ['1983 May 12', '1983-05-12'],
    ['p3 12 May 1983', '1983-05-12 p3'],
  ])('%s', (typed, ...expected) => {
    expect(understood(typed, modern)).toEqual(expected);
  });
});

test.each<[typed: string, ...expected: string[]]>([
  ['22年5月12日', '1933-05-12 minguo22', '1922-05-12'],
  ['廿二年五月十二日', '1933-05-12 minguo22', '1922-05-12'],
  ['23-9-16', '1934-09-16 minguo23', '1923-09-16', '1916-09-23'],
  ['9月16日', '1934-09-16'],
  ['昨日', '1934-09-16'],
])('in a paper that counts the years of the Republic: %s', (typed, ...expected) => {
  expect(understood(typed, republican)).toEqual(expected);
});

test.each<[typed: string, context: PlaceContext, problem: PlaceProblem]>([
  ['', modern, 'empty'],
  ['　 ', modern, 'empty'],
  ['渡口', modern, 'not-understood'],
  ['2019-5-18-3-7', modern, 'not-understood'],
  ['2月30日', modern, 'impossible-date'],
  ['1983-13-1', modern, 'impossible-date'],
  ['1983年5月32日', modern, 'impossible-date'],
  ['2019年2月29日', modern, 'impossible-date'],
  ['光绪四十年', modern, 'no-such-era-year'],
  ['宣统四年', modern, 'no-such-era-year'],
  ['民国零年', modern, 'no-such-era-year'],
  ['正月初一', modern, 'lunar-without-year'],
  ['农历五月初五', modern, 'lunar-without-year'],
  ['5月12日', nothingOpen, 'nothing-open'],
  ['昨天', nothingOpen, 'nothing-open'],
  ['第三版', nothingOpen, 'nothing-open'],
  ['下一期', nothingOpen, 'nothing-open'],
])('%s is not a place', (typed, context, problem) => {
  expect(parsePlace(typed, context)).toEqual({ readings: [], problem });
});

test('without an open issue whole dates are read', () => {
  expect(understood('1983-5-12 3', nothingOpen)).toEqual(['1983-05-12 p3']);
  expect(understood('最新', nothingOpen)).toEqual(['latest']);
});

test('a relative day at the end of a month or a year stays a day that exists', () => {
  expect(understood('上个月', { ...modern, date: '2019-03-31' })).toEqual(['2019-02-28']);
  expect(understood('去年', { ...modern, date: '2020-02-29' })).toEqual(['2019-02-28']);
  expect(understood('明天', { ...modern, date: '2019-12-31' })).toEqual(['2020-01-01']);
});

test('every day is found again however it is written', () => {
  const day = fc.date({
    min: new Date('1912-01-01T00:00:00Z'),
    max: new Date('2030-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (date, page) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split('-').map(Number) as [number, number, number];
      const writings = [
        iso,
        `${year}年${month}月${dayOfMonth}日`,
        `民国${year - 1911}年${month}月${dayOfMonth}日`,
        `${dayOfMonth} ${date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })} ${year}`,
        iso.replaceAll('-', ''),
      ];
      for (const writing of writings) {
        for (const [suffix, number] of [
          ['', null],
          [` 第${page}版`, page],
          [` p${page}`, page],
        ] as const) {
          const [best] = parsePlace(`${writing}${suffix}`, modern).readings;
          expect(best?.when).toEqual({ kind: 'day', date: iso });
          expect(best?.page).toEqual(
            number === null ? null : { kind: 'number', number: String(number) },
          );
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever is typed is answered, with a reading or a reason', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(...Array.from('0123456789一二十廿元年月日版第民国光绪初闰上下前后-/. pA')),
        {
          maxLength: 14,
        },
      )
      .map((letters) => letters.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const { readings, problem } = parsePlace(text, modern);
      expect(readings.length > 0).toBe(problem === null);
      for (const { when } of readings) {
        if (when.kind !== 'day') continue;
        const [year, month, day] = when.date.split('-').map(Number) as [number, number, number];
        expect(new Date(`${when.date}T00:00:00Z`).getUTCDate()).toBe(day);
        expect([year, month].every((part) => part > 0)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
