import type {
  ImportPlan,
  ImportRequest,
  PlannedSource,
  PlannedTable,
} from '../../archive/import/assembly/import-plan.ts';
import { neededFields } from '../../archive/import/holdings/holding-columns.ts';
import { isEdtfDate } from '../../archive/model/edtf.ts';

export interface SourceRow extends PlannedSource {
  readonly isIncluded: boolean;
}

export interface TableRow extends PlannedTable {
  readonly isIncluded: boolean;
}

/** The plan as a person has changed it. */
export interface EditedPlan {
  readonly sources: readonly SourceRow[];
  readonly tables: readonly TableRow[];
  readonly rights: string;
}

export function editedPlan({ sources, tables }: ImportPlan): EditedPlan {
  return {
    sources: sources.map((source) => ({ ...source, isIncluded: true })),
    tables: tables.map((table) => ({ ...table, isIncluded: true })),
    rights: '',
  };
}

export type RowFault = 'publication' | 'date' | 'page';

/** What a row still lacks before it can be imported. */
export function rowFaults({ publication, date, page }: SourceRow): readonly RowFault[] {
  const faults: RowFault[] = [];
  if (publication.trim() === '') faults.push('publication');
  if (!isEdtfDate(date.trim())) faults.push('date');
  if (page.trim() === '') faults.push('page');
  return faults;
}

/** Whether a table has the columns it needs, and a paper. */
export function tableFaults({ columns, publication }: TableRow): readonly string[] {
  const missing: string[] = neededFields.filter((field) => columns[field] === null);
  if (publication.trim() === '' && columns.publication === null) missing.push('publication');
  return missing;
}

/** Rows of other files that name the same page; the stories of both stand on it. */
export function samePage(rows: readonly SourceRow[]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  for (const row of rows) {
    if (!row.isIncluded || row.kind !== 'page') continue;
    const key = [row.publication, row.date, row.page].join('\n');
    const other = seen.get(key);
    if (other !== undefined) {
      twice.add(other);
      twice.add(row.path);
    } else seen.set(key, row.path);
  }
  return twice;
}

/** How many included rows and tables cannot be imported yet. */
export function openQuestions({ sources, tables }: EditedPlan): number {
  return (
    sources.filter((row) => row.isIncluded && rowFaults(row).length > 0).length +
    tables.filter((table) => table.isIncluded && tableFaults(table).length > 0).length
  );
}

/** The publication that most rows name; empty where none does. */
export function commonPublication(rows: readonly SourceRow[]): string {
  const counts = new Map<string, number>();
  for (const { publication } of rows) {
    if (publication !== '') counts.set(publication, (counts.get(publication) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

export function importRequest(plan: EditedPlan, isSample: boolean): ImportRequest {
  return {
    sources: plan.sources
      .filter(({ isIncluded }) => isIncluded)
      .map(({ path, source, kind, publication, date, page, pageName, encoding }) => ({
        path,
        source,
        kind,
        publication: publication.trim(),
        date: date.trim(),
        page: page.trim(),
        pageName: pageName.trim(),
        encoding,
      })),
    tables: plan.tables
      .filter(({ isIncluded }) => isIncluded)
      .map(({ path, source, columns, publication }) => ({ path, source, columns, publication })),
    rights: plan.rights.trim(),
    isSample,
  };
}
