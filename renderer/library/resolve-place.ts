import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { CoveredDay } from './calendar-months.ts';
import type { When } from './place-reading.ts';

export interface PlaceTarget {
  readonly day: CoveredDay;
  /** How the issue stands to what was asked: it itself, the first of a month or year, or nearest. */
  readonly relation: 'exact' | 'first' | 'before' | 'after';
}

/** Where a reading leads in one archive. */
export interface ResolvedPlace {
  /** The issues of that time, or the nearest on either side. */
  readonly targets: readonly PlaceTarget[];
  /** Why there is none at that time, where the archive says. */
  readonly gap: CoverageGap | null;
  /** True where no issue is of that time. */
  readonly isMissing: boolean;
}

function target(day: CoveredDay | undefined, relation: PlaceTarget['relation']): PlaceTarget[] {
  return day === undefined ? [] : [{ day, relation }];
}

/** First and last day of a time, `YYYY-MM-DD`; a month ends on a 31st that need not exist. */
export function boundsOf(
  when: Extract<When, { kind: 'day' | 'month' | 'year' }>,
): readonly [from: string, to: string] {
  if (when.kind === 'day') return [when.date, when.date];
  const year = String(when.year).padStart(4, '0');
  if (when.kind === 'year') return [`${year}-01-01`, `${year}-12-31`];
  const month = `${year}-${String(when.month).padStart(2, '0')}`;
  return [`${month}-01`, `${month}-31`];
}

/** `days` by date; `openIssueId` is what steps and pages without a date start from. */
export function resolvePlace(
  when: When,
  days: readonly CoveredDay[],
  gaps: readonly CoverageGap[],
  openIssueId: string | null,
): ResolvedPlace {
  const found = (targets: readonly PlaceTarget[]): ResolvedPlace => ({
    targets,
    gap: null,
    isMissing: targets.length === 0,
  });
  if (when.kind === 'open-issue' || when.kind === 'issue') {
    if (when.kind === 'issue' && when.which === 'first') return found(target(days[0], 'exact'));
    if (when.kind === 'issue' && when.which === 'latest')
      return found(target(days.at(-1), 'exact'));
    const at = days.findIndex(({ issueId }) => issueId === openIssueId);
    if (at < 0) return found([]);
    const step = when.kind === 'open-issue' ? 0 : when.which === 'next' ? 1 : -1;
    return found(target(days[at + step], 'exact'));
  }
  const [from, to] = boundsOf(when);
  // Of an issue whose day is not known, the month or year is compared.
  const within = days.filter(({ date }) => {
    const day = date.slice(0, 10);
    return from.slice(0, day.length) <= day && day <= to;
  });
  if (within.length > 0) {
    return found(
      when.kind === 'day'
        ? within.map((day) => ({ day, relation: 'exact' as const }))
        : target(within[0], 'first'),
    );
  }
  return {
    targets: [
      ...target(
        days.findLast(({ date }) => date < from),
        'before',
      ),
      ...target(
        days.find(({ date }) => date > to),
        'after',
      ),
    ],
    gap: gaps.find((gap) => gap.from.slice(0, 10) <= to && from <= gap.to.slice(0, 10)) ?? null,
    isMissing: true,
  };
}
