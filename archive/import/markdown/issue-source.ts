import { isEdtfDate } from '../../model/edtf.ts';
import type { Issue, Page } from '../../model/issue.ts';
import type { SourceProblems } from './source-problem.ts';
import { YamlFields } from './yaml-fields.ts';

function pageOf(fields: YamlFields): Page {
  const facsimile = fields.optional('facsimile');
  const furniture = fields.texts('furniture');
  const page = {
    number: fields.required('number'),
    name: fields.optional('name') ?? '',
    ...(facsimile === undefined ? {} : { facsimile }),
    ...(furniture.length === 0 ? {} : { furniture }),
  };
  fields.finish();
  return page;
}

/** Reads `<date>/issue.yaml`; the folder's name is the issue's id and begins with its date. */
export function readIssue(folder: string, text: string, problems: SourceProblems): Issue | null {
  const fields = YamlFields.parse(text, problems);
  if (!fields) return null;
  const date = fields.required('date');
  if (!isEdtfDate(date)) problems.add('field-malformed', fields.line('date'), `date: ${date}`);
  if (!folder.startsWith(date)) problems.add('date-differs', fields.line('date'), date);
  const issue: Issue = {
    id: folder,
    date,
    number: fields.required('number'),
    pages: fields.list('pages').map(pageOf),
    missingPages: fields.list('missingPages').map((page) => {
      const missing = { number: page.required('number'), reason: page.optional('reason') ?? '' };
      page.finish();
      return missing;
    }),
    ear: fields.texts('ear'),
    notes: fields.texts('notes'),
  };
  if (issue.pages.length === 0) problems.add('field-missing', 1, 'pages');
  const numbers = issue.pages.map(({ number }) => number);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) problems.add('field-malformed', fields.line('pages'), twice);
  fields.finish();
  return issue;
}
