/**
 * Dates in the Extended Date/Time Format (ISO 8601-2) as far as newspapers need it: years, months
 * and days, seasons, digits not known (`193X`, `1934-09-XX`), and the marks `?`, `~`, `%`.
 */

function daysInMonth(year: string, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  // An unknown year may have been a leap year.
  if (year.includes('X')) return 29;
  const number = Number(year);
  return number % 4 === 0 && (number % 100 !== 0 || number % 400 === 0) ? 29 : 28;
}

/** The numbers from 1 to `last` that a two-digit pattern with `X` can stand for. */
function matches(pattern: string, last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1).filter((number) =>
    String(number)
      .padStart(2, '0')
      .split('')
      .every((digit, place) => pattern[place] === 'X' || pattern[place] === digit),
  );
}

/** True for a date that exists in the Gregorian calendar, or may, where digits are not known. */
export function isEdtfDate(text: string): boolean {
  const found = /^(\d{2}(?:\d{2}|\dX|XX))(?:-([\dX]{2})(?:-([\dX]{2}))?)?[?~%]?$/u.exec(text);
  const [, year, month, day] = found ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  if (day === undefined && /^2[1-4]$/u.test(month)) return true;
  const months = matches(month, 12);
  if (day === undefined) return months.length > 0;
  return months.some((number) => matches(day, daysInMonth(year, number)).length > 0);
}

/** True for one date, or two with `/` between them; `..` or nothing leaves an end open. */
export function isEdtfDateOrInterval(text: string): boolean {
  const parts = text.split('/');
  if (parts.length > 2) return false;
  if (parts.length === 1) return isEdtfDate(text);
  const isOpen = (part: string): boolean => part === '' || part === '..';
  return parts.every((part) => isOpen(part) || isEdtfDate(part)) && !parts.every(isOpen);
}
