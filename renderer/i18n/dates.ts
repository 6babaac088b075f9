import type { InterfaceLanguage } from '../../archive/model/user-data.ts';

export interface Day {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

/** The day an EDTF date names, or null where it names none exactly. */
export function dayOf(edtf: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(edtf);
  if (match === null) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** `YYYY-MM-DD` */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 for Monday to 6 for Sunday, as Chinese calendars begin the week. */
export function weekday({ year, month, day }: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return (date.getUTCDay() + 6) % 7;
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese words: 二十三. */
export function chineseNumber(value: number): string {
  if (value < 10) return digits[value] ?? String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${ones > 0 ? (digits[ones] ?? '') : ''}`;
}

/** The year of the Republic, 元 for its first; null before 1912. */
function republicanYear(year: number): string | null {
  if (year < 1912) return null;
  return year === 1912 ? '元' : chineseNumber(year - 1911);
}

const weekdayWords = ['一', '二', '三', '四', '五', '六', '日'];

/** The date as the paper itself prints it under its masthead, in its own script and calendar. */
export function printedDate(
  edtf: string,
  language: string,
  calendar: 'gregorian' | 'republican',
): string {
  const day = dayOf(edtf);
  if (day === null) return edtf;
  const isTraditional = new Intl.Locale(language).maximize().script === 'Hant';
  const week = `星期${weekdayWords[weekday(day)] ?? ''}`;
  const year = republicanYear(day.year);
  if (calendar === 'republican' && year !== null && day.year < 2011) {
    const republic = isTraditional ? '中華民國' : '中华民国';
    return `${republic}${year}年${chineseNumber(day.month)}月${chineseNumber(day.day)}日　${week}`;
  }
  return `${day.year}年${day.month}月${day.day}日　${week}`;
}

// Making a format takes longer than all its use: a calendar has hundreds of days.
const englishDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const englishMonth = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const mediumDates = new Map<string, Intl.DateTimeFormat>();

/** The day of an RFC 3339 moment in a language, in this computer's time zone. */
export function dayOfMoment(moment: string, language: string): string {
  let format = mediumDates.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    mediumDates.set(language, format);
  }
  return format.format(new Date(moment));
}

/** The date in the interface's language. */
export function interfaceDate(edtf: string, language: InterfaceLanguage): string {
  const day = dayOf(edtf);
  if (day === null) return edtf;
  if (language === 'en') {
    return englishDate.format(new Date(Date.UTC(day.year, day.month - 1, day.day)));
  }
  return `${day.year}年${day.month}月${day.day}日`;
}

/** A month's name in the interface's language. */
export function interfaceMonth(year: number, month: number, language: InterfaceLanguage): string {
  if (language === 'en') {
    return englishMonth.format(new Date(Date.UTC(year, month - 1, 1)));
  }
  return `${year}年${month}月`;
}

/** Names of the weekdays from Monday, as short as a calendar needs them. */
export function weekdayNames(language: InterfaceLanguage): readonly string[] {
  return language === 'en' ? ['M', 'T', 'W', 'T', 'F', 'S', 'S'] : weekdayWords;
}

/** 12 345 with thin groups, as newspapers and libraries of every language read it. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

/** An RFC 3339 moment as date and time to the minute, in this computer's time zone. */
export function interfaceTime(moment: string, language: InterfaceLanguage): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    date,
  );
}
