import type { EraYear } from '../i18n/era-years.ts';

/** The time that a typed place names. */
export type When =
  | { readonly kind: 'open-issue' }
  /** `YYYY-MM-DD` */
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'issue'; readonly which: 'previous' | 'next' | 'first' | 'latest' };

export type AskedPage =
  /** As typed: half-width, upper case, numerals in Arabic digits. */
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'last' };

/** One way to understand a typed place. */
export interface PlaceReading {
  readonly when: When;
  /** Null where none was named. */
  readonly page: AskedPage | null;
  /** The year as it was typed, where it was one of an era. */
  readonly era: EraYear | null;
  /** True where month and day follow the moon: only the year was understood. */
  readonly isLunar: boolean;
}

export type PlaceProblem =
  | 'empty'
  | 'not-understood'
  /** The 30th of February. */
  | 'impossible-date'
  /** The fortieth year of a reign of thirty-four. */
  | 'no-such-era-year'
  /** A lunar day without a year. */
  | 'lunar-without-year'
  /** Half of a date where no issue tells the other half. */
  | 'nothing-open';

export interface ParsedPlace {
  /** Best first; empty where nothing was understood. */
  readonly readings: readonly PlaceReading[];
  /** Why there is no reading. */
  readonly problem: PlaceProblem | null;
}

/** What incomplete and relative dates are completed from. */
export interface PlaceContext {
  /** `YYYY-MM-DD` of the issue that is open; null where none is. */
  readonly date: string | null;
  /** How the archive counts its years. */
  readonly calendar: 'gregorian' | 'republican';
  /** The archive's years, which two digits of a year are looked for in. */
  readonly years: { readonly first: number; readonly last: number } | null;
}

/** A reading of the date alone, or why there is none. */
export type DateOutcome = Omit<PlaceReading, 'page'> | { readonly problem: PlaceProblem };
