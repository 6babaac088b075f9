import type { ReactElement } from 'react';
import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { CoveredDay } from './calendar-months.ts';

interface Bar {
  readonly key: string;
  readonly articles: number;
  readonly isGap: boolean;
}

/** One bar a day for a month or two, a month for some years, a year for more. */
function barsOf(days: readonly CoveredDay[], gaps: readonly CoverageGap[]): readonly Bar[] {
  const first = days[0]?.date;
  const last = days.at(-1)?.date;
  if (first === undefined || last === undefined) return [];
  const span = (Date.parse(last.slice(0, 10)) - Date.parse(first.slice(0, 10))) / 86_400_000;
  const length = span <= 62 ? 10 : span <= 62 * 30 ? 7 : 4;
  const articles = new Map<string, number>();
  for (const day of days) {
    const key = day.date.slice(0, length);
    articles.set(key, (articles.get(key) ?? 0) + day.articles);
  }
  const bars: Bar[] = [];
  const at = new Date(`${first.slice(0, 10)}T00:00:00Z`);
  const seen = new Set<string>();
  for (; at.toISOString().slice(0, 10) <= last.slice(0, 10); at.setUTCDate(at.getUTCDate() + 1)) {
    const key = at.toISOString().slice(0, length);
    if (seen.has(key)) continue;
    seen.add(key);
    const found = articles.get(key) ?? 0;
    const isGap =
      found === 0 &&
      gaps.some(({ from, to }) => from.slice(0, length) <= key && key <= to.slice(0, length));
    bars.push({ key, articles: found, isGap });
  }
  return bars;
}

/** How many stories the archive has over its time, and where it has none. */
export function CoverageBars({
  days,
  gaps,
  label,
}: {
  /** By date. */
  days: readonly CoveredDay[];
  gaps: readonly CoverageGap[];
  label: string;
}): ReactElement {
  const bars = barsOf(days, gaps);
  const most = Math.max(1, ...bars.map(({ articles }) => articles));
  return (
    <div className="coverage" role="img" aria-label={label}>
      <div className="coverage-bars">
        {bars.map((bar) =>
          bar.isGap ? (
            <i key={bar.key} className="gap" title={bar.key} />
          ) : (
            <i
              key={bar.key}
              className={
                bar.articles > most * 0.75 ? 'c4' : bar.articles > most * 0.4 ? 'c3' : 'c2'
              }
              style={{ blockSize: `${Math.round((bar.articles / most) * 100)}%` }}
              title={`${bar.key}　${bar.articles}`}
            />
          ),
        )}
      </div>
      <div className="coverage-ends" aria-hidden="true">
        <span>{bars[0]?.key}</span>
        <span>{bars.at(-1)?.key}</span>
      </div>
    </div>
  );
}
