import { describe, expect, it } from 'vitest';
import { citedDate, isoDate } from '../../../../archive/citation/cited-date.ts';
import {
  chineseNumber,
  inRepublicanYears,
  republicanDate,
} from '../../../../archive/citation/republican-date.ts';
import { by, testItem } from './story.ts';

describe('dates in EDTF', () => {
  it.each([
    ['2000-11-20', '2000-11-20'],
    ['1934-09', '1934-09'],
    ['1934-09-XX', '1934-09'],
    ['1934-XX-XX', '1934'],
    ['1934', '1934'],
    ['193X', '193X'],
    ['1934-21', '1934'],
    ['1934-09-16?', '1934-09-16'],
  ])('%s', (edtf, expected) => {
    const date = citedDate(edtf);
    expect(date === null ? null : isoDate(date)).toBe(expected);
  });

  it.each(['', '1934-13-45', '1933-02-29', 'n.d.', '1934/1935', '20001120'])(
    '%s is no date',
    (edtf) => {
      expect(citedDate(edtf)).toBeNull();
    },
  );
});

describe('dates of the Republic', () => {
  it.each([
    ['中華民國二十三年九月十六日　星期日', '中華民國二十三年九月十六日', '1934-09-16'],
    ['民国廿三年九月十六號', '民国廿三年九月十六號', '1934-09-16'],
    ['民國23年9月16日', '民國23年9月16日', '1934-09-16'],
    ['民國元年一月一日', '民國元年一月一日', '1912-01-01'],
    ['民國二三年十月', '民國二三年十月', '1934-10'],
    ['民國三十八年', '民國三十八年', '1949'],
    ['民國一百零一年十二月三十日', '民國一百零一年十二月三十日', '2012-12-30'],
    ['民國２３年９月１６日', '民國２３年９月１６日', '1934-09-16'],
  ])('%s', (line, printed, edtf) => {
    expect(republicanDate(line)).toEqual({ printed, edtf });
  });

  it.each(['廢曆甲戌年八月初八日', '光緒三十年九月一日', '民國二十三年十三月一日', '民國報館', ''])(
    '%s is none',
    (line) => {
      expect(republicanDate(line)).toBeNull();
    },
  );

  it('does not take a lunar day for a western one', () => {
    expect(republicanDate('民國廿三年八月初八日')?.edtf).toBe('1934-08');
  });

  it('reckons them from western dates, and back', () => {
    const words = inRepublicanYears({ year: '1934', month: 9, day: 16 }, 'Hant');
    expect(words).toBe('民國二十三年九月十六日');
    for (let year = 1912; year <= 2030; year += 1) {
      for (const [month, day] of [
        [1, 1],
        [10, 10],
        [12, 31],
      ] as const) {
        const text = inRepublicanYears({ year: String(year), month, day }, 'Hant') ?? '';
        const edtf = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(republicanDate(text)?.edtf).toBe(edtf);
      }
    }
    expect(inRepublicanYears({ year: '1911' }, 'Hant')).toBeNull();
    expect(inRepublicanYears({ year: '193X' }, 'Hant')).toBeNull();
  });

  it('reads numerals', () => {
    expect(
      ['十', '二十', '廿一', '卅', '一百零三', '一百二十', '〇', '一二三', ''].map(chineseNumber),
    ).toEqual([10, 20, 21, 30, 103, 120, 0, 123, null]);
  });
});

describe('the date of a story', () => {
  const printed = ['中華民國二十三年九月十六日'];
  it('is the archive’s, with the printed form kept', () => {
    const item = testItem({ byline: by('甲'), date: '1934-09-16', issueNotes: printed });
    expect(item.date?.edtf).toBe('1934-09-16');
    expect(item.calendarDate).toEqual({ text: printed[0], source: 'printed' });
  });

  it('is read from the page where the archive’s stops short of it', () => {
    expect(testItem({ date: '1934-09', issueNotes: printed }).date?.edtf).toBe('1934-09-16');
    expect(testItem({ date: '', issueNotes: printed }).date?.edtf).toBe('1934-09-16');
  });

  it('is not read from the page against the archive', () => {
    expect(testItem({ date: '1935', issueNotes: printed }).date?.edtf).toBe('1935');
    expect(testItem({ date: '1934-09-17', issueNotes: printed }).date?.edtf).toBe('1934-09-17');
  });

  it('is reckoned in years of the Republic where the archive asks for them', () => {
    expect(
      testItem({ date: '1934-09-16', language: 'zh-Hant', isRepublican: true }).calendarDate,
    ).toEqual({
      text: '民國二十三年九月十六日',
      source: 'computed',
    });
    expect(testItem({ date: '1934-09-16' }).calendarDate).toBeNull();
  });

  it('is kept as it stands where it does not exist', () => {
    expect(testItem({ date: '1934-13-45' })).toMatchObject({
      date: null,
      unreadDate: '1934-13-45',
    });
  });
});
