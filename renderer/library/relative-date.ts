import { dayOf, daysInMonth, isoDay, type Day } from '../i18n/dates.ts';
import { integerOf, numeralCharacters } from './chinese-integer.ts';
import type { DateOutcome, PlaceContext, When } from './place-reading.ts';

const days: readonly (readonly [RegExp, number])[] = [
  [/^大前天$/, -3],
  [/^(?:前天|前日|(?:the )?day before yesterday)$/, -2],
  [/^(?:昨天|昨日|前一[天日]|上一[天日]|yesterday|(?:previous|prev) day|day before)$/, -1],
  [/^(?:今天|今日|当天|当日|本日|同日|today|same day)$/, 0],
  [/^(?:明天|明日|次日|翌日|后一[天日]|下一[天日]|第二天|tomorrow|next day|day after)$/, 1],
  [/^(?:后天|后日|(?:the )?day after tomorrow)$/, 2],
  [/^大后天$/, 3],
  [/^(?:上一?周|前一周|上个?(?:星期|礼拜)|last week|previous week|week before)$/, -7],
  [/^(?:下一?周|后一周|下个?(?:星期|礼拜)|next week|week after)$/, 7],
];

const months: readonly (readonly [RegExp, number])[] = [
  [/^(?:上个?月|前一个?月|last month|previous month)$/, -1],
  [/^(?:下个?月|后一个?月|next month)$/, 1],
  [/^前年(?:今[日天])?$/, -24],
  [/^(?:去年|上年|前一年|last year|previous year)(?:今[日天])?$/, -12],
  [/^(?:明年|来年|次年|后一年|next year)(?:今[日天])?$/, 12],
];

const issues: readonly (readonly [RegExp, 'previous' | 'next' | 'first' | 'latest'])[] = [
  [/^(?:上一?期|前一?期|上一号|previous|prev|(?:previous|prev) issue)$/, 'previous'],
  [/^(?:下一?期|后一?期|下一号|next|next issue)$/, 'next'],
  [/^(?:创刊号|第一期|首期|最早(?:一期)?|first|earliest|first issue)$/, 'first'],
  [/^(?:最新(?:一期)?|最后一期|末期|last|latest|newest|(?:last|latest|newest) issue)$/, 'latest'],
];

const counted = new RegExp(
  `^(\\d{1,3}|[${numeralCharacters}]{1,4})\\s?(?:天|日|days?)\\s?(前|后|ago|before|earlier|later|after)$`,
);

const yearNames: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 本: 0, 当: 0, 明: 1 };
const inNamedYear = new RegExp(
  `^([前去今本当明])年的?(\\d{1,2}|[${numeralCharacters}]{1,3})月(?:(\\d{1,2}|[${numeralCharacters}]{1,3})[日号]?)?$`,
);

function lookUp<Value>(
  table: readonly (readonly [RegExp, Value])[],
  text: string,
): Value | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

function plusDays({ year, month, day }: Day, by: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day + by);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or its last where it is shorter. */
function plusMonths({ year, month, day }: Day, by: number): string {
  const count = year * 12 + month - 1 + by;
  const to = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return isoDay({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) });
}

function outcome(when: When): DateOutcome {
  return { when, era: null, isLunar: false };
}

/** Days counted from the issue that is open: 昨天, 三天前, 去年5月, next issue. Empty for other words. */
export function relativeDate(text: string, { date }: PlaceContext): readonly DateOutcome[] {
  const which = lookUp(issues, text);
  if (which !== undefined) {
    const needsOpen = which === 'previous' || which === 'next';
    return [
      needsOpen && date === null ? { problem: 'nothing-open' } : outcome({ kind: 'issue', which }),
    ];
  }
  const count = counted.exec(text);
  const isBack = ['前', 'ago', 'before', 'earlier'].includes(count?.[2] ?? '');
  const byDays =
    lookUp(days, text) ??
    (count ? (integerOf(count[1] ?? '') ?? 0) * (isBack ? -1 : 1) : undefined);
  const byMonths = lookUp(months, text);
  const named = inNamedYear.exec(text);
  if (byDays === undefined && byMonths === undefined && named === null) return [];
  const open = date === null ? null : dayOf(date);
  if (open === null) return [{ problem: 'nothing-open' }];
  if (byDays !== undefined) return [outcome({ kind: 'day', date: plusDays(open, byDays) })];
  if (byMonths !== undefined) return [outcome({ kind: 'day', date: plusMonths(open, byMonths) })];
  const year = open.year + (yearNames[named?.[1] ?? ''] ?? 0);
  const month = integerOf(named?.[2] ?? '') ?? 0;
  const day = named?.[3] === undefined ? null : (integerOf(named[3]) ?? 0);
  if (month < 1 || month > 12) return [{ problem: 'impossible-date' }];
  if (day === null) return [outcome({ kind: 'month', year, month })];
  if (day < 1 || day > daysInMonth(year, month)) return [{ problem: 'impossible-date' }];
  return [outcome({ kind: 'day', date: isoDay({ year, month, day }) })];
}
