import type { SourceOrder } from '../../import/assembly/import-order.ts';
import type { SourceRemark } from '../../import/assembly/source-report.ts';
import type { HoldingRow } from '../../import/holdings/holding-rows.ts';
import { fileBeside } from './page-pictures.ts';

export interface HoldingOrders {
  readonly orders: readonly SourceOrder[];
  /** Rows that cannot be placed, and texts that are not there. */
  readonly remarks: readonly SourceRemark[];
}

/** Makes the rows of a table into orders; the texts lie below the table's folder. */
export async function holdingOrders(
  table: string,
  tableName: string,
  rows: readonly HoldingRow[],
): Promise<HoldingOrders> {
  const orders: SourceOrder[] = [];
  const remarks: SourceRemark[] = [];
  const remark = (code: string, row: HoldingRow, after: string): void => {
    const before = String(row.line);
    remarks.push({ code, headline: row.title, before, after, confidence: null });
  };
  for (const row of rows) {
    if (row.lacking.length > 0) {
      remark('row-lacks', row, row.lacking.join(' '));
      continue;
    }
    const path = row.path === '' ? null : await fileBeside(table, row.path);
    if (row.path !== '' && path === null) remark('row-text-missing', row, row.path);
    orders.push({
      path,
      source: row.path === '' ? `${tableName}:${String(row.line)}` : row.path,
      kind: 'story',
      encoding: null,
      date: row.date,
      issueNumber: row.issue,
      page: { number: row.page === '' ? '1' : row.page, name: row.pageName },
      holding: { title: row.title, author: row.author, section: row.section },
    });
  }
  return { orders, remarks };
}
