import type { ReadDates } from '../../archive/search/query/parsed-query.ts';
import { dayOfRange } from '../library/date-range.tsx';
import { parsePlace } from '../library/parse-place.ts';
import type { PlaceContext } from '../library/place-reading.ts';

const context: PlaceContext = { date: null, calendar: 'gregorian', years: null };

/** Dates in a query are read as those that one goes to; half of one, which an open issue would complete, is none. */
export const readDates: ReadDates = (text) => {
  const from = dayOfRange(text, 'from', context);
  const to = dayOfRange(text, 'to', context);
  if (from === undefined || to === undefined) return null;
  const reading = parsePlace(text, context).readings.find(({ page }) => page === null);
  return { from, to, isEra: reading?.era != null };
};
