import { isEdtfDate } from '../model/edtf.ts';

/** The year before the first of the Republic. */
const epoch = 1911;

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A Chinese or Arabic numeral up to 199 (二十三, 廿三, 二三, 23, 元); null for anything else. */
export function chineseNumber(numeral: string): number | null {
  const text = numeral
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/廿/gu, '二十')
    .replace(/卅/gu, '三十');
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  if (text === '元') return 1;
  if (text !== '' && Array.from(text).every((character) => character in digits)) {
    return Number(Array.from(text, (character) => digits[character]).join(''));
  }
  const found = /^(一?百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
    text,
  );
  if (text === '' || !found) return null;
  const [, hundred, , tens, ten, ones] = found;
  return (
    (hundred === undefined ? 0 : 100) +
    (ten === undefined ? 0 : 10 * (tens === undefined ? 1 : (digits[tens] ?? 0))) +
    (ones === undefined ? 0 : (digits[ones] ?? 0))
  );
}

/** A date of the Republic in print and the day it means. */
export interface RepublicanDate {
  /** As printed, from 中華民國 or 民國 on. */
  readonly printed: string;
  /** EDTF. */
  readonly edtf: string;
}

const numeral = '[元〇零○一二三四五六七八九十百廿卅0-9０-９]+';
const pattern = new RegExp(
  `(?:中[華华])?民[國国]\\s*(${numeral})\\s*年(?:\\s*(${numeral})\\s*月(?:\\s*(${numeral})\\s*[日號号])?)?`,
  'u',
);

/** The first date of the Republic in a line of print; null where there is none that exists. */
export function republicanDate(line: string): RepublicanDate | null {
  const found = pattern.exec(line);
  if (!found) return null;
  const [printed, ...numerals] = found;
  const numbers = numerals
    .filter((part: string | undefined) => part !== undefined)
    .map(chineseNumber);
  const [year, month, day] = numbers;
  if (numbers.includes(null) || year === undefined || year === null || year < 1) return null;
  const edtf = [
    String(year + epoch).padStart(4, '0'),
    ...[month, day]
      .filter((part) => typeof part === 'number')
      .map((n) => String(n).padStart(2, '0')),
  ].join('-');
  return isEdtfDate(edtf) ? { printed: printed.trim(), edtf } : null;
}

function inChinese(number: number): string {
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor(number / 10) % 10;
  const one = ones[number % 10] ?? '';
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : (ones[tens] ?? '')}十`;
  if (hundreds === 0) return `${ten}${one}`;
  return `${ones[hundreds] ?? ''}百${tens === 0 && one !== '' ? '零' : ''}${ten}${one}`;
}

/** A western date in years of the Republic, e.g. 民國二十三年九月十六日; null before 1912. */
export function inRepublicanYears(
  date: { readonly year: string; readonly month?: number; readonly day?: number },
  script: 'Hans' | 'Hant' | 'Latn',
): string | null {
  const year = Number(date.year) - epoch;
  if (!Number.isInteger(year) || year < 1) return null;
  const era = script === 'Hans' ? '民国' : '民國';
  const month = date.month === undefined ? '' : `${inChinese(date.month)}月`;
  const day = date.day === undefined ? '' : `${inChinese(date.day)}日`;
  return `${era}${year === 1 ? '元' : inChinese(year)}年${month}${day}`;
}
