import type { BagProblem } from '../../model/bag-report.ts';
import archiveSchema from '../../schema/archive.schema.json' with { type: 'json' };
import articleSchema from '../../schema/article.schema.json' with { type: 'json' };
import { problem } from '../problem-list.ts';

/** The values of a list that a later minor version may lengthen, and what those unknown are taken for. */
interface ListedValues {
  readonly known: readonly string[];
  readonly general: string;
}

const { genre, byline, provenance } = articleSchema.properties;
const { defaults, gaps, glossary } = archiveSchema.properties;

const genres: ListedValues = { known: genre.enum, general: 'news' };
const roles: ListedValues = { known: byline.items.properties.role.enum, general: 'other' };
const methods: ListedValues = {
  known: provenance.properties.method.enum,
  general: 'unknown',
};
const writingModes: ListedValues = {
  known: defaults.properties.writingMode.enum,
  general: 'horizontal-tb',
};
const calendars: ListedValues = {
  known: defaults.properties.calendar.enum,
  general: 'gregorian',
};
const reasons: ListedValues = { known: gaps.items.properties.reason.enum, general: 'not-held' };
const scripts = glossary.items.properties.to.items.enum;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** One record whose unknown values are replaced; anything that is no text is left to the schema. */
class LaterValues {
  readonly remarks: BagProblem[] = [];
  readonly #path: string;
  readonly #line: number | undefined;

  constructor(path: string, line?: number) {
    this.#path = path;
    this.#line = line;
  }

  remark(field: string, found: string, taken: string): void {
    // One value is told once a record: a list of a hundred people may hold a hundred new roles.
    if (this.remarks.some(({ details }) => details.found === found)) return;
    const details = { field, found, taken };
    this.remarks.push(problem('unknown-value', this.#path, details, this.#line));
  }

  replace(holder: unknown, member: string, place: string, { known, general }: ListedValues): void {
    if (!isObject(holder)) return;
    const found = holder[member];
    if (typeof found !== 'string' || known.includes(found)) return;
    holder[member] = general;
    this.remark(`${place}/${member}`, found.slice(0, 200), general);
  }
}

/** Takes what this version does not know in a record for the most general it knows. */
export function knownArticleValues(
  value: unknown,
  path: string,
  line: number,
): readonly BagProblem[] {
  if (!isObject(value)) return [];
  const later = new LaterValues(path, line);
  later.replace(value, 'genre', '', genres);
  for (const [index, person] of items(value.byline).entries()) {
    later.replace(person, 'role', `/byline/${String(index)}`, roles);
  }
  later.replace(value.provenance, 'method', '/provenance', methods);
  return later.remarks;
}

/** The same for archive.json. A word for scripts that are all unknown counts for none. */
export function knownDescriptionValues(value: unknown, path: string): readonly BagProblem[] {
  if (!isObject(value)) return [];
  const later = new LaterValues(path);
  later.replace(value.defaults, 'writingMode', '/defaults', writingModes);
  later.replace(value.defaults, 'calendar', '/defaults', calendars);
  for (const [index, gap] of items(value.gaps).entries()) {
    later.replace(gap, 'reason', `/gaps/${String(index)}`, reasons);
  }
  for (const [index, word] of items(value.glossary).entries()) {
    if (!isObject(word) || !Array.isArray(word.to)) continue;
    const isUnknown = (script: unknown): script is string =>
      typeof script === 'string' && !scripts.includes(script);
    for (const script of word.to.filter(isUnknown)) {
      later.remark(`/glossary/${String(index)}/to`, script.slice(0, 200), '');
    }
    word.to = word.to.filter((script) => !isUnknown(script));
  }
  return later.remarks;
}
