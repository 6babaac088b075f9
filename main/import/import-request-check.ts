import { holdingFields } from '../../archive/import/holdings/holding-columns.ts';
import type { ImportRequest } from '../../archive/import/assembly/import-plan.ts';
import type { ReviewRequest } from '../../archive/import/assembly/page-review.ts';
import {
  parseDecisions,
  serializeDecisions,
} from '../../archive/import/newspaper-page/page-decisions.ts';
import { isEdtfDate } from '../../archive/model/edtf.ts';

type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function haveTexts(value: unknown, names: readonly string[]): value is Members {
  return isMembers(value) && names.every((name) => typeof value[name] === 'string');
}

const encodings: readonly unknown[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];

function isSource(value: unknown): boolean {
  return (
    haveTexts(value, ['path', 'source', 'publication', 'date', 'page', 'pageName']) &&
    (value.kind === 'page' || value.kind === 'story') &&
    encodings.includes(value.encoding) &&
    value.publication !== '' &&
    value.page !== '' &&
    isEdtfDate(String(value.date))
  );
}

function isTable(value: unknown): boolean {
  if (!haveTexts(value, ['path', 'source', 'publication'])) return false;
  const { columns } = value;
  if (!isMembers(columns)) return false;
  return holdingFields.every((field) => {
    const column = columns[field];
    return column === null || (Number.isSafeInteger(column) && Number(column) >= 0);
  });
}

export function assertImportRequest(value: unknown): asserts value is ImportRequest {
  if (
    !haveTexts(value, ['rights']) ||
    typeof value.isSample !== 'boolean' ||
    !Array.isArray(value.sources) ||
    !Array.isArray(value.tables) ||
    !value.sources.every(isSource) ||
    !value.tables.every(isTable)
  ) {
    throw new TypeError('This is no request to import');
  }
}

export function assertReviewRequest(value: unknown): asserts value is ReviewRequest {
  if (
    !haveTexts(value, ['archiveId', 'date', 'page']) ||
    !Number.isSafeInteger(value.part) ||
    !(value.decisions === null || Array.isArray(value.decisions))
  ) {
    throw new TypeError('This is no request to review a page');
  }
  if (value.decisions === null) return;
  const kept = parseDecisions(serializeDecisions(value.decisions as []))?.decisions;
  if (kept?.length !== (value.decisions as unknown[]).length) {
    throw new TypeError('These are no decisions about a page');
  }
}
