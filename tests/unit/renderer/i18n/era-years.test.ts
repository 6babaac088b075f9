import { expect, test } from 'vitest';
import {
  chineseEraYear,
  eraYearWords,
  isLunarYear,
  shortEraYear,
  shownEraYear,
  westernYear,
  type EraName,
} from '../../../../renderer/i18n/era-years.ts';

test.each<[era: EraName, year: number, western: number | null]>([
  ['minguo', 1, 1912],
  ['minguo', 22, 1933],
  ['guangxu', 1, 1875],
  ['guangxu', 34, 1908],
  ['guangxu', 35, null],
  ['xuantong', 3, 1911],
  ['xuantong', 4, null],
  ['meiji', 45, 1912],
  ['taisho', 15, 1926],
  ['showa', 1, 1926],
  ['showa', 64, 1989],
  ['kangde', 12, 1945],
  ['qianlong', 60, 1795],
  ['minguo', 0, null],
])('%s %i is %s', (era, year, western) => {
  expect(westernYear({ era, year })).toBe(western);
});

test.each([
  [1933, 'zh-Hans', '民国二十二年', '民22'],
  [1933, 'zh-Hant', '民國二十二年', '民22'],
  [1933, 'en', 'Minguo 22', 'M22'],
  [1912, 'zh-Hans', '民国元年', '民1'],
  [1904, 'zh-Hant', '光緒三十年', '光30'],
  [1911, 'zh-Hans', '宣统三年', '宣3'],
  [2019, 'zh-Hant', '民國108年', '民108'],
] as const)('%i in %s', (western, language, words, short) => {
  const era = chineseEraYear(western);
  expect(era && eraYearWords(era, language)).toBe(words);
  expect(era && shortEraYear(era, language)).toBe(short);
  expect(era && westernYear(era)).toBe(western);
});

test('the months of the Qing and of early Meiji are lunar', () => {
  expect(isLunarYear('guangxu', 1904)).toBe(true);
  expect(isLunarYear('meiji', 1872)).toBe(true);
  expect(isLunarYear('meiji', 1873)).toBe(false);
  expect(isLunarYear('minguo', 1912)).toBe(false);
});

test('beside western years until 1949, and further where the paper itself goes on counting', () => {
  expect(shownEraYear(1949, 'gregorian')).toEqual({ era: 'minguo', year: 38 });
  expect(shownEraYear(1950, 'gregorian')).toBeNull();
  expect(shownEraYear(1950, 'republican')).toEqual({ era: 'minguo', year: 39 });
  expect(shownEraYear(1700, 'republican')).toBeNull();
});
