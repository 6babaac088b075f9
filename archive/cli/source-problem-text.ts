import type { SourceProblem, SourceProblemCode } from '../import/markdown/source-problem.ts';

const sentences: Readonly<Record<SourceProblemCode, string>> = {
  'file-missing': 'this file is needed and is not there',
  'file-unexpected': 'this file has no place in a source folder',
  'not-utf8': 'the file is not UTF-8',
  'bad-yaml': 'the YAML cannot be read',
  'field-missing': 'a needed member is missing',
  'field-unknown': 'there is no member of this name',
  'field-malformed': 'the member does not have the form it must have',
  'front-matter-missing': 'a story begins with front matter between two lines of ---',
  'bad-file-name': 'a story is called <page>-<order>-<slug>.md, its order in two digits from 01',
  'date-differs': "the folder's name does not begin with this date",
  'page-unknown': 'issue.yaml lists no page of this number',
  'place-taken': 'another story has the same page and order',
  'id-taken': 'another story has the same id',
  'empty-story': 'the story has neither a headline nor a body',
  'not-in-subset': 'this lies outside the Markdown that a story may use',
  'paragraph-over-lines': 'a paragraph is one line of source; this continues one',
  'escape-needed': 'markers that stand for themselves need a backslash before them',
  'picture-missing': 'there is no such picture in the source folder',
  'picture-not-an-image': 'the file is no JPEG, PNG, GIF, WebP, AVIF or SVG with a size',
  'picture-unused': 'no story uses this picture; it is left out of the bag',
  'continuation-missing': 'no story of this issue stands at this place',
  'continuation-one-sided': 'the other part does not name this one in return',
};

/** One line about a problem of a source, beginning with its place. */
export function sourceProblemText({ code, file, line, found, isWarning }: SourceProblem): string {
  const kind = isWarning ? 'warning' : 'error';
  const shown = found === '' ? '' : `: ${found}`;
  return `${file}:${String(line)}: ${kind}: ${sentences[code]} [${code}]${shown}`;
}
