import type {
  Article,
  BylinePerson,
  BylineRole,
  Dateline,
  Genre,
  Provenance,
} from '../../model/article.ts';
import { isEdtfDate } from '../../model/edtf.ts';
import type { Block } from '../../model/block.ts';
import type { SourceProblems } from './source-problem.ts';
import { storyBlocks } from './story-blocks.ts';
import type { PictureSize } from './story-blocks.ts';
import { YamlFields } from './yaml-fields.ts';

const genres: readonly Genre[] = [
  'news',
  'brief',
  'feature',
  'interview',
  'commentary',
  'literature',
  'letter',
  'notice',
  'table',
  'advertisement',
];

const roles: readonly BylineRole[] = [
  'reporter',
  'chief-reporter',
  'trainee',
  'intern',
  'correspondent',
  'photographer',
  'author',
  'host',
  'editor',
  'translator',
  'other',
];

const methods: readonly Provenance['method'][] = [
  'ocr',
  'typed',
  'corrected-ocr',
  'born-digital',
  'unknown',
];

/** A story as its file tells it, before it is placed in an issue. */
export interface Story {
  /** Path of the file below the source folder. */
  readonly file: string;
  /** `urn:uuid:…` where the front matter gives one. */
  readonly id: string | undefined;
  readonly version: number;
  readonly page: string;
  readonly order: number;
  readonly continues: Place | undefined;
  readonly continued: Place | undefined;
  readonly language: string | undefined;
  readonly rights: string;
  readonly method: Provenance['method'];
  readonly printed: Pick<
    Article,
    'kicker' | 'headline' | 'deck' | 'section' | 'genre' | 'byline' | 'body'
  > & { readonly dateline?: Dateline; readonly weight?: number };
}

/** A page-order in the same issue, e.g. `2-04`. */
export interface Place {
  readonly page: string;
  readonly order: number;
  /** Where the source says so. */
  readonly line: number;
}

function byline(fields: YamlFields): readonly BylinePerson[] {
  return fields.list('byline').map((person) => {
    const name = person.required('name');
    const role = person.choice('role', roles) ?? 'other';
    const label = person.optional('label') ?? '';
    person.finish();
    return { name, role, label };
  });
}

function dateline(fields: YamlFields, problems: SourceProblems): Dateline | undefined {
  const found = fields.fields('dateline');
  if (!found) return undefined;
  const text = found.required('text');
  const place = found.optional('place');
  const date = found.optional('date');
  if (date !== undefined && !isEdtfDate(date)) {
    problems.add('field-malformed', found.line('date'), date);
  }
  found.finish();
  return {
    text,
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
  };
}

function placeIn(fields: YamlFields, name: string, problems: SourceProblems): Place | undefined {
  const text = fields.optional(name);
  if (text === undefined) return undefined;
  const [, page, order] = /^(.+)-(\d{2})$/u.exec(text) ?? [];
  if (page !== undefined) return { page, order: Number(order), line: fields.line(name) };
  problems.add('field-malformed', fields.line(name), `${name}: ${text}`);
  return undefined;
}

function positive(fields: YamlFields, name: string, problems: SourceProblems): number | undefined {
  const number = fields.number(name);
  if (number === undefined || (Number.isInteger(number) && number > 0)) return number;
  problems.add('field-malformed', fields.line(name), name);
  return undefined;
}

function weightOf(fields: YamlFields, problems: SourceProblems): number | undefined {
  const weight = fields.number('weight');
  if (weight === undefined || (weight >= 0 && weight <= 100)) return weight;
  problems.add('field-malformed', fields.line('weight'), 'weight');
  return undefined;
}

/** Front matter and body apart; null (and reported) where there is no front matter. */
function split(
  text: string,
  problems: SourceProblems,
): { readonly head: string; readonly body: string; readonly linesAbove: number } | null {
  const found = /^---\n([\s\S]*?\n)---(?:\n|$)/u.exec(text);
  if (!found) {
    problems.add('front-matter-missing', 1);
    return null;
  }
  const linesAbove = found[0].split('\n').length - 1;
  return { head: found[1] ?? '', body: text.slice(found[0].length), linesAbove };
}

/** Reads `<page>-<order>-<slug>.md`; null (and reported) where it cannot be read as a story. */
export function readStory(
  text: string,
  problems: SourceProblems,
  pictureSize: PictureSize,
): Story | null {
  const name = problems.file.slice(problems.file.lastIndexOf('/') + 1);
  const [, page, order] = /^(.+?)-(\d{2})-[^/]+\.md$/u.exec(name) ?? [];
  if (page === undefined || Number(order) === 0) {
    problems.add('bad-file-name', 1, name);
    return null;
  }
  const parts = split(text.replaceAll('\r\n', '\n'), problems);
  const fields = parts && YamlFields.parse(parts.head, problems, 2);
  if (!fields) return null;
  const weight = weightOf(fields, problems);
  const line = dateline(fields, problems);
  const body: readonly Block[] = storyBlocks(parts.body, problems, parts.linesAbove, pictureSize);
  const story: Story = {
    file: problems.file,
    id: fields.optional('id'),
    version: positive(fields, 'version', problems) ?? 1,
    page,
    order: Number(order),
    continues: placeIn(fields, 'continues', problems),
    continued: placeIn(fields, 'continued', problems),
    language: fields.optional('language'),
    rights: fields.optional('rights') ?? '',
    method: fields.choice('method', methods) ?? 'born-digital',
    printed: {
      kicker: fields.texts('kicker').join('\n'),
      headline: fields.texts('headline').join('\n'),
      deck: fields.texts('deck').join('\n'),
      section: fields.optional('section') ?? '',
      genre: fields.choice('genre', genres) ?? 'news',
      byline: byline(fields),
      ...(line === undefined ? {} : { dateline: line }),
      body,
      ...(weight === undefined ? {} : { weight }),
    },
  };
  fields.finish();
  if (story.printed.headline === '' && body.length === 0) problems.add('empty-story', 1);
  return story;
}
