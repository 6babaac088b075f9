import { searchFields } from '../../archive/search/text/search-fields.ts';
import type { CommandStep } from '../../preload/bridge.ts';
import { askSearch } from '../database/asking-search.ts';
import type { SearchTasks } from '../database/search-messages.ts';
import { loadFolding } from '../database/fold-characters.ts';
import { emptySearch } from '../location/search-place.ts';
import { loadEngine } from '../script/script-conversion.tsx';
import { makeQuery } from '../search/make-query.ts';
import { readDates } from './read-dates.ts';
import { printError, printOut, StepFailure, type StepOutcome } from './step.ts';

interface PrintedHit {
  readonly article: string;
  readonly field: string;
  readonly start: number;
  readonly length: number;
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text)) throw new StepFailure('--limit needs a whole number');
  return Number(text);
}

/** The first places of what was found, in the order of the stories and of their texts. */
async function firstHits(limit: number): Promise<readonly PrintedHit[]> {
  const hits: PrintedHit[] = [];
  for (let from: number | null = 0; from !== null && hits.length < limit;) {
    const part: SearchTasks['lines']['answer'] | 'superseded' = await askSearch('lines', {
      from,
      width: 0,
    });
    if (part === 'superseded') break;
    for (const { articleId, field, start, length } of part.lines) {
      if (hits.length === limit) break;
      hits.push({ article: articleId, field: searchFields[field] ?? '', start, length });
    }
    from = part.next;
  }
  return hits;
}

/** `--search QUERY`: prints where a query is found, in code points of the canonical texts. */
export async function searchStep({ value, options }: CommandStep): Promise<StepOutcome> {
  const limit = limitOf(options.limit);
  const search = {
    ...emptySearch,
    typed: value,
    isExact: 'exact' in options,
    ignoresPunctuation: 'ignore-punctuation' in options,
    usesVariants: 'variants' in options,
  };
  const engine = search.usesVariants ? await loadEngine() : null;
  const made = makeQuery(search, await loadFolding(), engine, readDates);
  const { problems } = made.reading;
  for (const { code, start, end, isMended } of problems) {
    const where = `characters ${start} to ${end}`;
    await printError(`--search: ${code}, ${where}${isMended ? '; answered without it' : ''}`);
  }
  if (made.query === null) {
    const codes = problems.map(({ code }) => code).join(', ');
    throw new StepFailure(`there is nothing to look for${codes === '' ? '' : ` (${codes})`}`);
  }
  const { filter } = search;
  const answer = await askSearch('search', { query: made.query, filter, order: 'oldest' });
  if (answer === 'superseded') throw new StepFailure('the search was given up');
  await printOut({ count: answer.hits, stories: answer.stories, hits: await firstHits(limit) });
  return 'done';
}
