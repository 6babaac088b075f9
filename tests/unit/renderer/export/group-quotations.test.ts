import { expect, test } from 'vitest';
import {
  firstQuotations,
  groupQuotations,
  orderQuotations,
} from '../../../../renderer/export/group-quotations.ts';
import { record } from './made-quotation.ts';

const numbers = (records: readonly { annotation: { id: string } }[]): readonly number[] =>
  records.map(({ annotation }) => Number(annotation.id.slice('urn:uuid:'.length)));

test('by print: date, page as a number, place in the text', () => {
  const records = [
    record(1, { date: '1934-09-17' }),
    record(2, { page: '10' }),
    record(3, { page: '2', start: 9 }),
    record(4, { page: '2', start: 3 }),
    record(5, { date: '' }),
  ];
  expect(numbers(orderQuotations(records, 'print'))).toEqual([5, 1, 4, 3, 2]);
  expect(numbers(orderQuotations(records, 'newest'))).toEqual([4, 3, 2, 1, 5]);
  expect(numbers(orderQuotations([...records].reverse(), 'made'))).toEqual([1, 2, 3, 4, 5]);
});

test('a passage with two tags stands under both, what has none stands last', () => {
  const groups = groupQuotations(
    [record(1), record(2, { tags: ['b', 'a'] }), record(3, { tags: ['b'] })],
    'tag',
  );
  expect(groups.map(({ key, records }) => [key, numbers(records)])).toEqual([
    ['a', [2]],
    ['b', [2, 3]],
    ['', [1]],
  ]);
});

test('stories stand in the order of their first quotation', () => {
  const groups = groupQuotations(
    [record(1, { articleId: 'z' }), record(2, { articleId: 'a' }), record(3, { articleId: 'z' })],
    'article',
  );
  expect(groups.map(({ key, records }) => [key, numbers(records)])).toEqual([
    ['z', [1, 3]],
    ['a', [2]],
  ]);
  expect(firstQuotations(groups, 1).map(({ records }) => numbers(records))).toEqual([[1]]);
  expect(firstQuotations(groups, 3).map(({ records }) => numbers(records))).toEqual([[1, 3], [2]]);
});
