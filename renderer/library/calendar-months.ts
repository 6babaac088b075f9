import type { CoverageGap } from '../../archive/model/archive-description.ts';
import { dayOf, daysInMonth, isoDay, weekday } from '../i18n/dates.ts';

/** What the calendar knows of one day that has an issue. */
export interface CoveredDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly issueId: string;
  readonly articles: number;
  readonly missingPages: number;
}

export type DayState =
  | {
      readonly kind: 'issue';
      readonly date: string;
      readonly day: number;
      readonly issueId: string;
      readonly articles: number;
      readonly density: 1 | 2 | 3;
      readonly isIncomplete: boolean;
    }
  | {
      readonly kind: 'gap';
      readonly date: string;
      readonly day: number;
      readonly gap: CoverageGap;
    }
  | { readonly kind: 'none'; readonly date: string; readonly day: number };

/** One to three by how a day compares with the usual one of the paper. */
function densityOf(articles: number, usual: number): 1 | 2 | 3 {
  if (articles < usual * 0.75) return 1;
  return articles <= usual * 1.25 ? 2 : 3;
}

/** The middle number of articles an issue has. */
export function usualArticles(days: readonly CoveredDay[]): number {
  const counts = days.map(({ articles }) => articles).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** Empty cells before the first of the month, Monday first. */
export function leadingBlanks(year: number, month: number): number {
  return weekday({ year, month, day: 1 });
}

/** Every day of a month with what the archive has, lacks, or never had. */
export function monthDays(
  year: number,
  month: number,
  days: ReadonlyMap<string, CoveredDay>,
  gaps: readonly CoverageGap[],
  usual: number,
): readonly DayState[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, index): DayState => {
    const day = index + 1;
    const date = isoDay({ year, month, day });
    const covered = days.get(date);
    if (covered !== undefined) {
      return {
        kind: 'issue',
        date,
        day,
        issueId: covered.issueId,
        articles: covered.articles,
        density: densityOf(covered.articles, usual),
        isIncomplete: covered.missingPages > 0,
      };
    }
    const gap = gaps.find(({ from, to }) => from <= date && date <= to);
    if (gap !== undefined) return { kind: 'gap', date, day, gap };
    return { kind: 'none', date, day };
  });
}

/** The dates of the issues before and after a day, which need not have one; `days` by date. */
export function neighboursOf(
  days: readonly CoveredDay[],
  date: string,
): { readonly before: string | null; readonly after: string | null } {
  return {
    before: days.findLast((day) => day.date.slice(0, 10) < date)?.date ?? null,
    after: days.find((day) => day.date.slice(0, 10) > date)?.date ?? null,
  };
}

export interface YearSummary {
  readonly year: number;
  readonly issues: number;
  /** Twelve months: 0 without an issue to 4 for a heavy month; `gap` where issues are known to be missing. */
  readonly months: readonly (0 | 1 | 2 | 3 | 4 | 'gap')[];
}

/** The years of an archive, newest first, for the heat map. */
export function yearSummaries(
  days: readonly CoveredDay[],
  gaps: readonly CoverageGap[],
): readonly YearSummary[] {
  const articlesOf = new Map<string, number>();
  const issuesOf = new Map<number, number>();
  for (const { date, articles } of days) {
    const day = dayOf(date);
    if (day === null) continue;
    const month = date.slice(0, 7);
    articlesOf.set(month, (articlesOf.get(month) ?? 0) + articles);
    issuesOf.set(day.year, (issuesOf.get(day.year) ?? 0) + 1);
  }
  const counts = [...articlesOf.values()].sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 1;
  // A year that is missing as a whole is shown as such, not left out.
  const missing = gaps.flatMap(({ from, to }) => {
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  });
  const years = [...new Set([...issuesOf.keys(), ...missing])].sort((a, b) => b - a);
  return years.map((year) => ({
    year,
    issues: issuesOf.get(year) ?? 0,
    months: Array.from({ length: 12 }, (_, index) => {
      const month = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`;
      const articles = articlesOf.get(month) ?? 0;
      if (articles === 0) {
        return gaps.some(({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7))
          ? 'gap'
          : 0;
      }
      const ratio = articles / usual;
      if (ratio < 0.5) return 1;
      if (ratio < 0.85) return 2;
      return ratio <= 1.2 ? 3 : 4;
    }),
  }));
}
