import { basename, dirname, relative } from 'node:path';
import {
  inspectSource,
  isTableSource,
  isTextSource,
} from '../../archive/bag/sources/inspect-source.ts';
import { listSources } from '../../archive/bag/sources/list-sources.ts';
import { readTable } from '../../archive/bag/sources/read-table.ts';
import { recogniseColumns } from '../../archive/import/holdings/holding-columns.ts';
import { readHoldingRows } from '../../archive/import/holdings/holding-rows.ts';
import type {
  ImportPlan,
  PlannedSource,
  PlannedTable,
  RefusedSource,
} from '../../archive/import/assembly/import-plan.ts';
import { systemErrorCode } from '../system-error.ts';

const shownRows = 4;

async function planTable(path: string, source: string): Promise<PlannedTable> {
  const rows = await readTable(path, null);
  const heads = rows[0] ?? [];
  const columns = recogniseColumns(heads);
  const read = readHoldingRows(rows, columns);
  return {
    path,
    source,
    heads,
    firstRows: rows.slice(1, 1 + shownRows),
    rows: Math.max(0, rows.length - 1),
    columns,
    publication: read.find(({ publication }) => publication !== '')?.publication ?? '',
  };
}

/** The name a file is shown by: with its folders where a folder was chosen. */
function nameOf(path: string, chosen: readonly string[]): string {
  const folder = chosen.find((one) => path.startsWith(one) && path !== one);
  return folder === undefined ? basename(path) : relative(dirname(folder), path);
}

/** Looks at files and folders: what each is, and what its name and its beginning say of it. */
export async function planImport(
  paths: readonly string[],
  isSample: boolean,
  pattern = '',
): Promise<ImportPlan> {
  const sources: PlannedSource[] = [];
  const tables: PlannedTable[] = [];
  const refused: RefusedSource[] = [];
  const files: string[] = [];
  for (const chosen of paths) {
    try {
      files.push(...(await listSources([chosen])));
    } catch (error) {
      // One that has gone, or may not be read, must not keep the others back.
      refused.push({ source: basename(chosen), code: systemErrorCode(error) ?? 'unknown-kind' });
    }
  }
  for (const path of files) {
    const source = nameOf(path, paths);
    try {
      if (isTableSource(path)) {
        tables.push(await planTable(path, source));
        continue;
      }
      if (!isTextSource(path)) {
        refused.push({ source, code: 'unknown-kind' });
        continue;
      }
      const { problem, ...seen } = await inspectSource(path, pattern);
      if (problem === null) sources.push({ path, source, ...seen });
      else refused.push({ source, code: problem });
    } catch (error) {
      // A workbook that is none has no system's code.
      refused.push({ source, code: systemErrorCode(error) ?? 'unreadable-table' });
    }
  }
  return { sources, tables, refused, isSample };
}
