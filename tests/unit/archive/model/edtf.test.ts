import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEdtfDate, isEdtfDateOrInterval } from '../../../../archive/model/edtf.ts';

test('whole days are those of the calendar', () => {
  const part = (last: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: last });
  fc.assert(
    fc.property(part(9999), part(14), part(33), (year, month, day) => {
      const text = [
        String(year).padStart(4, '0'),
        ...[month, day].map((n) => String(n).padStart(2, '0')),
      ].join('-');
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      const exists =
        date.getUTCFullYear() === year &&
        date.getUTCMonth() === month - 1 &&
        date.getUTCDate() === day;
      expect(isEdtfDate(text)).toBe(exists);
      expect(isEdtfDate(`${text}?`)).toBe(exists);
    }),
  );
});

test.each([
  '1934',
  '1934-09',
  '193X',
  '1934-XX',
  '1934-XX-XX',
  '1934-09-1X',
  '1934-21',
  '1934?',
  '1934-09~',
  '1934-09-16%',
  '19XX',
  '19XX-02-29',
])('%s is a date', (text) => {
  expect(isEdtfDate(text)).toBe(true);
});

test.each([
  '',
  '934',
  '19345',
  '1934-9',
  '1934-25',
  '1934-13',
  '1934-02-3X',
  '1934-2X-01',
  '1933-02-29',
  'X934',
  '1934-09-16T00:00',
  '1934/09',
  '1934-09-16 ',
  '1934-21-01',
])('%j is none', (text) => {
  expect(isEdtfDate(text)).toBe(false);
});

test.each([
  ['1934-09-16/1934-09-17', true],
  ['1934-09-16', true],
  ['1934/..', true],
  ['/1934', true],
  ['/', false],
  ['../..', false],
  ['1934/1935/1936', false],
  ['1934-02-30/1935', false],
])('%s as an interval: %s', (text, expected) => {
  expect(isEdtfDateOrInterval(text)).toBe(expected);
});
