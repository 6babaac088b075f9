import { pageNumber, readDay } from '../newspaper-page/page-identity.ts';
import { neededFields } from './holding-columns.ts';
import type { HoldingColumns, HoldingField } from './holding-columns.ts';

/** A row of a table of holdings; texts are trimmed, empty where the table says nothing. */
export interface HoldingRow {
  /** Line of the table, from 1, the heads included. */
  readonly line: number;
  readonly title: string;
  /** EDTF; empty where what the table says is no date. */
  readonly date: string;
  readonly page: string;
  readonly pageName: string;
  readonly author: string;
  readonly section: string;
  readonly publication: string;
  readonly issue: string;
  readonly path: string;
  /** Fields that are needed and missing, or a date that cannot be read. */
  readonly lacking: readonly HoldingField[];
}

function edtfOf(text: string): string {
  const day = readDay(text);
  if (day !== '') return day;
  const [, year, month] = /^(\d{4})(?:[-./年](0?[1-9]|1[0-2])月?)?年?$/u.exec(text) ?? [];
  if (year === undefined) return '';
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
}

/** Reads the rows below the heads by the columns as they were recognised or chosen. */
export function readHoldingRows(
  rows: readonly (readonly string[])[],
  columns: HoldingColumns,
): readonly HoldingRow[] {
  return rows.slice(1).map((cells, index) => {
    const cell = (field: HoldingField): string => {
      const column = columns[field];
      return column === null ? '' : (cells[column] ?? '').trim();
    };
    const row = {
      line: index + 2,
      title: cell('title'),
      date: edtfOf(cell('date')),
      page: pageNumber(cell('page').replace(/^第|版$/gu, '')),
      pageName: cell('pageName'),
      author: cell('author'),
      section: cell('section'),
      publication: cell('publication'),
      issue: cell('issue'),
      path: cell('path'),
    };
    return { ...row, lacking: neededFields.filter((field) => row[field as 'title'] === '') };
  });
}
