import { placeText } from './place-text.ts';
import type {
  DateOutcome,
  ParsedPlace,
  PlaceContext,
  PlaceProblem,
  PlaceReading,
} from './place-reading.ts';
import { readDate } from './read-date.ts';
import { barePage, explicitPage, trailingPage, type PageCut } from './read-page.ts';

/** Which explanation helps most where nothing was understood. */
const telling: readonly PlaceProblem[] = [
  'no-such-era-year',
  'lunar-without-year',
  'impossible-date',
  'nothing-open',
];

function isReading(outcome: DateOutcome): outcome is Extract<DateOutcome, { when: object }> {
  return 'when' in outcome;
}

function isWholeDay({ when, page }: PlaceReading): boolean {
  return when.kind === 'day' && page === null;
}

/** Every way to cut the text into date and page, best first. */
function cuts(text: string): readonly PageCut[] {
  const explicit = explicitPage(text);
  if (explicit !== null) return [explicit];
  const bare = barePage(text);
  const whole: PageCut = { rest: text, page: null };
  const trailing = trailingPage(text);
  const asDay = /^\d{1,2}$/.test(text) ? [{ rest: `${text}日`, page: null }] : [];
  return [...(bare ? [bare] : []), whole, ...(trailing ? [trailing] : []), ...asDay];
}

/**
 * Reads a typed date, page or both, in Chinese or English, in any of the forms papers and readers
 * use; half dates and relative ones are completed from the issue that is open. Dates of the lunar
 * calendar are not converted: their year is.
 */
export function parsePlace(typed: string, context: PlaceContext): ParsedPlace {
  const text = placeText(typed);
  if (text === '') return { readings: [], problem: 'empty' };
  const readings = new Map<string, PlaceReading>();
  const problems = new Set<PlaceProblem>();
  for (const { rest, page } of cuts(text)) {
    // A whole date needs no other way to cut it.
    if (page?.kind === 'number' && [...readings.values()].some(isWholeDay)) continue;
    for (const outcome of readDate(rest, context)) {
      if (!isReading(outcome)) {
        problems.add(outcome.problem);
        continue;
      }
      const reading = { ...outcome, page };
      const needsOpen = outcome.when.kind === 'open-issue' && context.date === null;
      if (needsOpen) problems.add('nothing-open');
      else readings.set(JSON.stringify([outcome.when, page]), reading);
    }
  }
  if (readings.size > 0) return { readings: [...readings.values()], problem: null };
  return {
    readings: [],
    problem: telling.find((problem) => problems.has(problem)) ?? 'not-understood',
  };
}
