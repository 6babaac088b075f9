const kept = { daily: 12, weekly: 10, monthly: 9 };
/** Kept whatever their age: today's work, and the way back from what was just done. */
const latest = 6;
const latestBefore = 3;

export interface DatedSnapshot {
  readonly name: string;
  /** RFC 3339, UTC. */
  readonly made: string;
  /** Made before something that changes or replaces much. */
  readonly isBeforeChange: boolean;
}

function day(made: string): string {
  return made.slice(0, 10);
}

/** The Monday of its week. */
function week(made: string): string {
  const date = new Date(`${day(made)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function month(made: string): string {
  return made.slice(0, 7);
}

/**
 * The names that stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one,
 * the 6 newest, and the 3 newest made before a change. Periods without a snapshot do not count.
 */
export function keptSnapshots(snapshots: readonly DatedSnapshot[]): ReadonlySet<string> {
  const newestFirst = [...snapshots].sort((a, b) => b.made.localeCompare(a.made));
  const stay = new Set(newestFirst.slice(0, latest).map(({ name }) => name));
  for (const { name } of newestFirst
    .filter(({ isBeforeChange }) => isBeforeChange)
    .slice(0, latestBefore)) {
    stay.add(name);
  }
  for (const [period, count] of [
    [day, kept.daily],
    [week, kept.weekly],
    [month, kept.monthly],
  ] as const) {
    const seen = new Set<string>();
    for (const { name, made } of newestFirst) {
      if (seen.has(period(made))) continue;
      if (seen.size === count) break;
      seen.add(period(made));
      stay.add(name);
    }
  }
  return stay;
}
