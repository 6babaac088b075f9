import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { parseCsv } from '../../import/holdings/parse-csv.ts';
import type { PageEncoding } from '../../import/newspaper-page/decode-text.ts';
import { decodeSource } from './read-source-text.ts';

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** The rows of a table, as texts: the first sheet of an Excel workbook, else CSV in any encoding. */
export async function readTable(
  file: string,
  encoding: PageEncoding | null,
): Promise<readonly (readonly string[])[]> {
  if (extname(file).toLowerCase() === '.xlsx') {
    const rows = await readSheet(file);
    return rows
      .map((row) => row.map(cellText))
      .filter((row) => row.some((cell) => cell.trim() !== ''));
  }
  return parseCsv(decodeSource(await readFile(file), encoding).text);
}
