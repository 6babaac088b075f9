import { expect, test } from 'vitest';
import { chineseNumber } from '../../../../renderer/i18n/dates.ts';
import { integerOf } from '../../../../renderer/library/chinese-integer.ts';

test.each([
  ['12', 12],
  ['〇', 0],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十二', 22],
  ['廿二', 22],
  ['卅', 30],
  ['卅一', 31],
  ['一九八三', 1983],
  ['二〇〇八', 2008],
  ['一百零三', 103],
  ['一百一十', 110],
  ['两', 2],
  ['元', 1],
])('%s is %i', (text, value) => {
  expect(integerOf(text)).toBe(value);
});

test.each(['', '百', '十十', '二廿', '三a', '元年', '-1', '1.5', '一二十'])(
  '%s is none',
  (text) => {
    expect(integerOf(text)).toBeNull();
  },
);

test('reads back every number that the interface writes', () => {
  for (let value = 1; value < 100; value++) expect(integerOf(chineseNumber(value))).toBe(value);
});
