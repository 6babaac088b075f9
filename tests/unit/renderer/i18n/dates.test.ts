import { describe, expect, test } from 'vitest';
import {
  chineseNumber,
  dayOf,
  formatCount,
  interfaceDate,
  isoDay,
  printedDate,
  weekday,
} from '../../../../renderer/i18n/dates.ts';
import { issueDate } from '../../../../renderer/i18n/issue-date.ts';

describe('dates', () => {
  test.each([
    ['2019-05-18', 5],
    ['1934-09-16', 6],
    ['0099-12-31', 3],
    ['2000-02-28', 0],
  ])('%s falls on weekday %i, Monday being 0', (date, expected) => {
    const day = dayOf(date);
    expect(day).not.toBeNull();
    if (day !== null) {
      expect(weekday(day)).toBe(expected);
      expect(isoDay(day)).toBe(date);
    }
  });

  test.each([
    ['2019-05-18', 'zh-Hans-CN', 'gregorian', '2019年5月18日　星期六'],
    ['1934-09-16', 'zh-Hant', 'republican', '中華民國二十三年九月十六日　星期日'],
    ['1912-01-01', 'zh-Hant-TW', 'republican', '中華民國元年一月一日　星期一'],
    ['1911-12-31', 'zh-Hant', 'republican', '1911年12月31日　星期日'],
    ['1934-09', 'zh-Hant', 'republican', '1934-09'],
  ] as const)('prints %s for %s, %s', (date, language, calendar, expected) => {
    expect(printedDate(date, language, calendar)).toBe(expected);
  });

  test('the interface writes dates in its own language', () => {
    expect(interfaceDate('1934-09-16', 'zh-Hans')).toBe('1934年9月16日');
    expect(interfaceDate('2019-05-18', 'en')).toBe('18 May 2019');
    expect(interfaceDate('1934-09', 'en')).toBe('1934-09');
  });

  test.each([
    ['1934-09-16', 'zh-Hans', 'republican', '1934年9月16日（民国二十三年）'],
    ['1934-09-16', 'zh-Hant', 'gregorian', '1934年9月16日（民國二十三年）'],
    ['1934-09-16', 'en', 'gregorian', '16 September 1934 (Minguo 23)'],
    ['1904-02-01', 'zh-Hans', 'gregorian', '1904年2月1日（光绪三十年）'],
    ['1958-02-01', 'zh-Hans', 'gregorian', '1958年2月1日'],
    ['1958-02-01', 'zh-Hant', 'republican', '1958年2月1日（民國四十七年）'],
    ['193X', 'zh-Hans', 'republican', '193X'],
  ] as const)('an issue of %s is dated in %s, %s: %s', (date, language, calendar, expected) => {
    expect(issueDate(date, language, calendar)).toBe(expected);
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (value, expected) => {
    expect(chineseNumber(value)).toBe(expected);
  });

  test('counts are grouped', () => {
    expect([7, 1926, 1_234_567].map(formatCount)).toEqual(['7', '1 926', '1 234 567']);
  });
});
