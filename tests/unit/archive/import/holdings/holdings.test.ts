import { describe, expect, test } from 'vitest';
import {
  isHeadRow,
  neededFields,
  recogniseColumns,
} from '../../../../../archive/import/holdings/holding-columns.ts';
import { readHoldingRows } from '../../../../../archive/import/holdings/holding-rows.ts';
import { parseCsv } from '../../../../../archive/import/holdings/parse-csv.ts';

describe('tables of holdings', () => {
  test.each([
    ['题名,见报日期,版次,作者,全文路径', { title: 0, date: 1, page: 2, author: 3, path: 4 }],
    ['序号;報紙;日期;版;標題;作者', { publication: 1, date: 2, page: 3, title: 4, author: 5 }],
    ['Date\tPage\tHeadline\tBy\tFile', { date: 0, page: 1, title: 2, author: 3, path: 4 }],
    ['篇名（正题名）,出版日期（年月日）,版号,版名', { title: 0, date: 1, page: 2, pageName: 3 }],
  ])('the heads %s are recognised', (heads, expected) => {
    const [row = []] = parseCsv(`${heads}\n`);
    expect(recogniseColumns(row)).toMatchObject(expected);
    expect(isHeadRow(row)).toBe(true);
  });

  test('a table without a column for the date says which is missing', () => {
    const columns = recogniseColumns(['题名', '作者', '备注']);
    expect(neededFields.filter((field) => columns[field] === null)).toEqual(['date']);
  });

  test('rows are read with their lines; what lacks a title or a date says so', () => {
    const rows = parseCsv('题名,日期,版次\n渡口,2019年5月18日,第03版\n,2019-05-19,1\n桥,不详,1\n');
    const read = readHoldingRows(rows, recogniseColumns(rows[0] ?? []));
    expect(read.map(({ line, date, page, lacking }) => [line, date, page, lacking])).toEqual([
      [2, '2019-05-18', '3', []],
      [3, '2019-05-19', '1', ['title']],
      [4, '', '1', ['date']],
    ]);
  });

  test('months and years alone are dates too; quoted cells keep their line ends', () => {
    const rows = parseCsv('title,date\n"一\n二",1934-09\n三,1934\n');
    const read = readHoldingRows(rows, recogniseColumns(rows[0] ?? []));
    expect(read.map(({ title, date }) => [title, date])).toEqual([
      ['一\n二', '1934-09'],
      ['三', '1934'],
    ]);
  });
});
