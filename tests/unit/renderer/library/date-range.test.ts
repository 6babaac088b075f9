import { expect, test } from 'vitest';
import { dayOfRange } from '../../../../renderer/library/date-range.tsx';
import type { PlaceContext } from '../../../../renderer/library/place-reading.ts';

const context: PlaceContext = {
  date: '2019-05-18',
  calendar: 'gregorian',
  years: { first: 1957, last: 2019 },
};

test.each([
  ['1983', '1983-01-01', '1983-12-31'],
  ['1983年2月', '1983-02-01', '1983-02-28'],
  ['1984-2', '1984-02-01', '1984-02-29'],
  ['民国二十二年', '1933-01-01', '1933-12-31'],
  ['1983-5-12', '1983-05-12', '1983-05-12'],
  ['昨天', '2019-05-17', '2019-05-17'],
  ['第三版', undefined, undefined],
  ['渡口', undefined, undefined],
  ['上一期', undefined, undefined],
])('%s runs from %s to %s', (typed, from, to) => {
  expect(dayOfRange(typed, 'from', context)).toBe(from);
  expect(dayOfRange(typed, 'to', context)).toBe(to);
});
