import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { ArchiveDescription } from '../../model/archive-description.ts';
import type { Article } from '../../model/article.ts';
import type { BagProblem } from '../../model/bag-report.ts';
import { isEdtfDate, isEdtfDateOrInterval } from '../../model/edtf.ts';
import type { Issue } from '../../model/issue.ts';
import archiveSchema from '../../schema/archive.schema.json' with { type: 'json' };
import articleSchema from '../../schema/article.schema.json' with { type: 'json' };
import issueSchema from '../../schema/issue.schema.json' with { type: 'json' };
import { problem } from '../problem-list.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
ajv.addFormat('edtf', isEdtfDate);
ajv.addFormat('edtf-interval', isEdtfDateOrInterval);

/** The published schemas, as they check a parsed value. */
export const isArticle: ValidateFunction<Article> = ajv.compile<Article>(articleSchema);
export const isIssue: ValidateFunction<Issue> = ajv.compile<Issue>(issueSchema);
export const isArchiveDescription: ValidateFunction<ArchiveDescription> =
  ajv.compile<ArchiveDescription>(archiveSchema);

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 200);
}

/** The value an error's JSON pointer leads to. */
function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** Puts the first thing a schema found wrong into the words of a report. */
export function schemaProblem(
  errors: readonly ErrorObject[] | null | undefined,
  value: unknown,
  path: string,
  line?: number,
): BagProblem {
  const error = errors?.[0];
  if (!error) return problem('wrong-field', path, { field: '/' }, line);
  const field = error.instancePath;
  if (error.keyword === 'required') {
    const missing = String(error.params.missingProperty);
    return problem('missing-field', path, { field: `${field}/${missing}` }, line);
  }
  const found = shown(valueAt(value, field));
  if (error.keyword === 'format') return problem('impossible-date', path, { field, found }, line);
  const expected = error.message ?? error.keyword;
  return problem('wrong-field', path, { field: field === '' ? '/' : field, expected, found }, line);
}
