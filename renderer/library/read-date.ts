import { dayOf, daysInMonth, isoDay } from '../i18n/dates.ts';
import { eraNames, isLunarYear, westernYear, type EraYear } from '../i18n/era-years.ts';
import { integerOf, numeralCharacters } from './chinese-integer.ts';
import type { DateOutcome, PlaceContext } from './place-reading.ts';
import { relativeDate } from './relative-date.ts';

type Reader = (match: RegExpExecArray, context: PlaceContext) => readonly DateOutcome[];

const plain = { era: null, isLunar: false } as const;

/** A day, a month or a year, whichever is complete. */
export function dateOutcome(
  year: number,
  month: number | null,
  day: number | null,
  era: EraYear | null = null,
): DateOutcome {
  if (year < 1 || year > 9999) return { problem: 'impossible-date' };
  if (month === null) return { when: { kind: 'year', year }, era, isLunar: false };
  if (month < 1 || month > 12) return { problem: 'impossible-date' };
  if (day === null) return { when: { kind: 'month', year, month }, era, isLunar: false };
  if (day < 1 || day > daysInMonth(year, month)) return { problem: 'impossible-date' };
  return { when: { kind: 'day', date: isoDay({ year, month, day }) }, era, isLunar: false };
}

const months: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** True for words that only the lunar calendar has: 正月, 闰五月, 初五. */
function isLunarWord(
  leap: string | undefined,
  month: string | undefined,
  beginning: string | undefined,
): boolean {
  return leap === '闰' || beginning === '初' || (month !== undefined && month in months);
}

function monthOf(text: string | undefined): number | null {
  return text === undefined ? null : (months[text] ?? integerOf(text));
}

function dayNumber(text: string | undefined): number | null {
  return text === undefined ? null : integerOf(text.replace('初', ''));
}

/** Within the open issue's year or month. */
function inOpenIssue(
  context: PlaceContext,
  complete: (open: { readonly year: number; readonly month: number }) => readonly DateOutcome[],
): readonly DateOutcome[] {
  const open = context.date === null ? null : dayOf(context.date);
  return open === null ? [{ problem: 'nothing-open' }] : complete(open);
}

/** The western years that two digits may mean, likeliest first. */
function shortYears(
  short: number,
  context: PlaceContext,
): readonly { readonly year: number; readonly era: EraYear | null }[] {
  const first = context.years?.first ?? dayOf(context.date ?? '')?.year ?? 1900;
  const last = context.years?.last ?? first;
  const century = Math.floor(first / 100) * 100;
  const western = [century, century + 100, century - 100].map((start) => start + short);
  const held = western.find((year) => first <= year && year <= last);
  const year = held ?? western[0] ?? short;
  const era = { era: 'minguo', year: short } as const;
  const republican = { year: 1911 + short, era };
  const isRepublicanHeld = first <= republican.year && republican.year <= last;
  const readings = [{ year, era: null }, ...(short > 0 ? [republican] : [])];
  const prefersEra = context.calendar === 'republican' || (held === undefined && isRepublicanHeld);
  return prefersEra ? readings.toReversed() : readings;
}

function inShortYear(
  short: number | null,
  month: number | null,
  day: number | null,
  context: PlaceContext,
): readonly DateOutcome[] {
  if (short === null) return [];
  return shortYears(short, context).map(({ year, era }) => dateOutcome(year, month, day, era));
}

const number = `(?:\\d{1,2}|[${numeralCharacters}]{1,4})`;
const monthAndDay = `(闰?)(${number}|正|冬|腊)月(?:(初?)(${number})(?:日|号)?)?`;
const englishMonth =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
const englishDay = '(\\d{1,2})(?:st|nd|rd|th)?';
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function englishDate(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  context: PlaceContext,
): readonly DateOutcome[] {
  const numbers = [englishMonths.indexOf(month ?? '') + 1, day ? Number(day) : null] as const;
  if (year !== undefined) return [dateOutcome(Number(year), ...numbers)];
  return inOpenIssue(context, (open) => [dateOutcome(open.year, ...numbers)]);
}

/** Which of two numbers is the month; the likelier way first. */
function bothWays(year: number, first: number, second: number): readonly DateOutcome[] {
  return [dateOutcome(year, first, second), dateOutcome(year, second, first)];
}

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    // 1983-5-12, 1983.5, 1983 5 12
    /^(\d{4})\s?[-/.\s]\s?(\d{1,2})(?:\s?[-/.\s]\s?(\d{1,2}))?$/,
    ([, year, month, day]) => [
      dateOutcome(Number(year), Number(month), day === undefined ? null : Number(day)),
    ],
  ],
  [
    /^(\d{4})(\d{2})(\d{2})?$/,
    ([, year, month, day]) => [
      dateOutcome(Number(year), Number(month), day === undefined ? null : Number(day)),
    ],
  ],
  [
    /^(?:公元|西元|西历|公历|阳历|新历|国历)?(\d{4}|[〇零一二三四五六七八九]{4})年?$/,
    ([, year]) => [dateOutcome(integerOf(year ?? '') ?? 0, null, null)],
  ],
  [
    new RegExp(
      `^(?:公元|西元|西历|公历|阳历|新历|国历)?(\\d{1,4}|[${numeralCharacters}]{1,5})年(?:${monthAndDay})?$`,
    ),
    ([, year = '', leap, month, beginning, day], context) => {
      const value = integerOf(year);
      if (value === null) return [];
      if (isLunarWord(leap, month, beginning)) {
        return value < 1000
          ? [{ problem: 'lunar-without-year' }]
          : [{ when: { kind: 'year', year: value }, era: null, isLunar: true }];
      }
      return value < 1000
        ? inShortYear(value, monthOf(month), dayNumber(day), context)
        : [dateOutcome(value, monthOf(month), dayNumber(day))];
    },
  ],
  [
    // 83-5-12, 22.5.12; or, read from the other end, 12.5.22
    /^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/,
    ([, a, , b, c = ''], context) => [
      ...inShortYear(Number(a), Number(b), Number(c), context),
      ...(c.length === 2
        ? shortYears(Number(c), context)
            .filter(({ era }) => era === null)
            .map(({ year }) => dateOutcome(year, Number(b), Number(a)))
        : []),
    ],
  ],
  [
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/,
    ([, month, , day, year]) => bothWays(Number(year), Number(month), Number(day)),
  ],
  [
    /^(\d{1,2})\s?[-/.\s]\s?(\d{1,2})$/,
    ([, month, day], context) =>
      inOpenIssue(context, (open) => bothWays(open.year, Number(month), Number(day))),
  ],
  [
    new RegExp(`^${monthAndDay}$`),
    ([, leap, month, beginning, day], context) =>
      isLunarWord(leap, month, beginning)
        ? [{ problem: 'lunar-without-year' }]
        : inOpenIssue(context, (open) => [dateOutcome(open.year, monthOf(month), dayNumber(day))]),
  ],
  [
    new RegExp(`^(${number})(?:日|号)$`),
    ([, day], context) =>
      inOpenIssue(context, (open) => [dateOutcome(open.year, open.month, dayNumber(day))]),
  ],
  [
    new RegExp(`^${englishDay} (?:of )?${englishMonth}(?: (\\d{4}))?$`),
    ([, day, month, year], context) => englishDate(day, month, year, context),
  ],
  [
    new RegExp(`^${englishMonth} (\\d{4})$`),
    ([, month, year], context) => englishDate(undefined, month, year, context),
  ],
  [
    new RegExp(`^${englishMonth}(?: ${englishDay})?(?: (\\d{4}))?$`),
    ([, month, day, year], context) => englishDate(day, month, year, context),
  ],
  [
    new RegExp(`^(\\d{4}) ${englishMonth}(?: ${englishDay})?$`),
    ([, year, month, day], context) => englishDate(day, month, year, context),
  ],
];

const eraDate = new RegExp(
  `^(?:中华)?(${[...eraNames.keys(), '民', 'minguo', 'roc'].join('|')})\\s?(\\d{1,3}|[${numeralCharacters}]{1,5})(?:年|$|(?=[-/.\\s]))` +
    `(?:${monthAndDay}|[-/.\\s](\\d{1,2})(?:[-/.\\s](\\d{1,2}))?)?$`,
);

function readEraDate(match: RegExpExecArray): readonly DateOutcome[] {
  const [, name = '', counted = '', leap, month, beginning, day, plainMonth, plainDay] = match;
  const era: EraYear = { era: eraNames.get(name) ?? 'minguo', year: integerOf(counted) ?? 0 };
  const year = westernYear(era);
  if (year === null) return [{ problem: 'no-such-era-year' }];
  const asked = month ?? plainMonth;
  if (isLunarWord(leap, month, beginning) || (asked !== undefined && isLunarYear(era.era, year))) {
    return [{ when: { kind: 'year', year }, era, isLunar: true }];
  }
  return [dateOutcome(year, monthOf(asked), dayNumber(day ?? plainDay), era)];
}

const lunarMark = /农历|阴历|旧历|夏历/;

function withoutMoon(outcome: DateOutcome): DateOutcome {
  if ('problem' in outcome) return outcome;
  const { when, era } = outcome;
  if (when.kind === 'year') return outcome;
  if (when.kind !== 'day' && when.kind !== 'month') return { problem: 'not-understood' };
  const year = when.kind === 'month' ? when.year : Number(when.date.slice(0, 4));
  return { when: { kind: 'year', year }, era, isLunar: true };
}

/** Every way to read the words of a date, best first; empty for words that are none. */
export function readDate(text: string, context: PlaceContext): readonly DateOutcome[] {
  if (text === '') return [{ when: { kind: 'open-issue' }, ...plain }];
  if (lunarMark.test(text)) {
    const rest = text.replace(lunarMark, '').trim();
    const years = rest.includes('年') || /\d{4}/.test(rest);
    return years ? readDate(rest, context).map(withoutMoon) : [{ problem: 'lunar-without-year' }];
  }
  const era = eraDate.exec(text);
  if (era !== null) return readEraDate(era);
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text);
    if (match !== null) return read(match, context);
  }
  return relativeDate(text, context);
}
