import { basename, relative } from 'node:path';
import { holdingOrders } from '../bag/sources/holding-orders.ts';
import { inspectSource, isTableSource } from '../bag/sources/inspect-source.ts';
import { listSources } from '../bag/sources/list-sources.ts';
import { readTable } from '../bag/sources/read-table.ts';
import { recogniseColumns, neededFields } from '../import/holdings/holding-columns.ts';
import { readHoldingRows } from '../import/holdings/holding-rows.ts';
import type { SourceOrder } from '../import/assembly/import-order.ts';
import type { SourceRemark } from '../import/assembly/source-report.ts';
import { isEdtfDate } from '../model/edtf.ts';
import { textOption, textsOption } from './command.ts';
import type { OptionValues } from './command.ts';
import { UsageError } from './terminal.ts';

export interface FoundSources {
  readonly publication: string;
  readonly orders: readonly SourceOrder[];
  readonly remarks: readonly { readonly source: string; readonly remark: SourceRemark }[];
}

async function tableOrders(
  file: string,
  source: string,
): Promise<Omit<FoundSources, 'remarks'> & { remarks: readonly SourceRemark[] }> {
  const rows = await readTable(file, null);
  const columns = recogniseColumns(rows[0] ?? []);
  const missing = neededFields.filter((field) => columns[field] === null);
  if (missing.length > 0) {
    const heads = (rows[0] ?? []).join(' | ');
    throw new UsageError(`${file} has no column for ${missing.join(' and ')}; its heads: ${heads}`);
  }
  const read = readHoldingRows(rows, columns);
  const { orders, remarks } = await holdingOrders(file, source, read);
  const publication = read.find((row) => row.publication !== '')?.publication ?? '';
  return { publication, orders, remarks };
}

/** The sources named on the command line, with what options, front matter and file names say of them. */
export async function findSources(
  operands: readonly string[],
  options: OptionValues,
): Promise<FoundSources> {
  const files = await listSources(operands);
  const pages = textsOption(options, 'page');
  const names = textsOption(options, 'page-name');
  const date = textOption(options, 'date');
  if (date !== undefined && !isEdtfDate(date)) throw new UsageError(`--date ${date} is no date`);
  if (files.length === 0) throw new UsageError('there are no pages, stories or tables here');
  if (pages.length > 0 && pages.length !== files.length) {
    throw new UsageError('every page needs its own --page');
  }
  const orders: SourceOrder[] = [];
  const remarks: { source: string; remark: SourceRemark }[] = [];
  let publication = textOption(options, 'publication') ?? '';
  for (const [index, file] of files.entries()) {
    const way = relative(operands[0] ?? '', file);
    const source = operands.length === 1 && way !== '' ? way : basename(file);
    if (isTableSource(file)) {
      const table = await tableOrders(file, source);
      orders.push(...table.orders);
      remarks.push(...table.remarks.map((remark) => ({ source, remark })));
      if (publication === '') publication = table.publication;
      continue;
    }
    const seen = await inspectSource(file, textOption(options, 'pattern') ?? '');
    const day = date ?? seen.date;
    if (day === '') throw new UsageError(`${file}: which day? Name it with --date`);
    const number = pages[index] ?? seen.page;
    if (number === '') throw new UsageError(`${file}: which page? Name it with --page`);
    if (publication === '') ({ publication } = seen);
    orders.push({
      path: file,
      source,
      kind: seen.kind,
      encoding: null,
      date: day,
      issueNumber: textOption(options, 'number') ?? '',
      page: { number, name: names[index] ?? seen.pageName },
    });
  }
  if (publication === '') throw new UsageError('which newspaper? Name it with --publication');
  return { publication, orders, remarks };
}
