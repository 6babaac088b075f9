import Papa from 'papaparse';
import { fieldNames, type QuotationFields } from './quotation-fields.ts';

const byteOrderMark = '\ufeff';

/**
 * A table that opens right in Excel: UTF-8 with a byte order mark, CRLF. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
export function csvTable(
  rows: readonly QuotationFields[],
  heads: Readonly<Record<keyof QuotationFields, string>>,
): string {
  const table = Papa.unparse(
    {
      fields: fieldNames.map((name) => heads[name]),
      data: rows.map((row) => fieldNames.map((name) => row[name])),
    },
    { newline: '\r\n', escapeFormulae: true },
  );
  return `${byteOrderMark}${table}\r\n`;
}
