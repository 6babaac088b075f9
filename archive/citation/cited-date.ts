import { isEdtfDate } from '../model/edtf.ts';

/** A date as far as it is known. */
export interface CitedDate {
  /** Four characters; `X` for a digit that is not known. */
  readonly year: string;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** 1 (spring) to 4 (winter). */
  readonly season?: number;
  /** Marked in EDTF with `?`, `~` or `%`, or with digits of the year not known. */
  readonly isUncertain: boolean;
  readonly edtf: string;
}

/** Reads one EDTF date; null for anything else, days that do not exist among it. */
export function citedDate(edtf: string): CitedDate | null {
  if (!isEdtfDate(edtf)) return null;
  const isMarked = /[?~%]$/u.test(edtf);
  const [year = '', month, day] = edtf.replace(/[?~%]$/u, '').split('-');
  const isUncertain = isMarked || year.includes('X');
  // What stands below a part that is not known says nothing.
  if (month === undefined || month.includes('X')) return { year, isUncertain, edtf };
  const monthNumber = Number(month);
  if (monthNumber > 20) return { year, season: monthNumber - 20, isUncertain, edtf };
  if (day === undefined || day.includes('X')) {
    return { year, month: monthNumber, isUncertain, edtf };
  }
  return { year, month: monthNumber, day: Number(day), isUncertain, edtf };
}

/** `YYYY-MM-DD`, as much of it as is known. */
export function isoDate(date: CitedDate): string {
  const parts = [date.year];
  if (date.month !== undefined) parts.push(String(date.month).padStart(2, '0'));
  if (date.day !== undefined) parts.push(String(date.day).padStart(2, '0'));
  return parts.join('-');
}
