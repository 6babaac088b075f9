import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundYear } from '../database/search-messages.ts';
import { formatCount } from '../i18n/dates.ts';

const height = 72;
/** A longer gap is drawn no wider, so that the years beside it can be hit. */
const widestGap = 6;

interface Gap {
  /** The first year without any issue. */
  readonly gap: number;
  readonly length: number;
}

/** The years with issues, and the gaps between them as wholes. */
function runsOf(years: readonly FoundYear[]): readonly (FoundYear | Gap)[] {
  const runs: (FoundYear | Gap)[] = [];
  for (const found of years) {
    const last = runs.at(-1);
    if (found.issues > 0) runs.push(found);
    else if (last !== undefined && 'gap' in last) {
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    } else runs.push({ gap: found.year, length: 1 });
  }
  return runs;
}

interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

function YearBar({
  found: { year, stories },
  share,
  isInRange,
  isOnly,
  onRange,
}: {
  found: FoundYear;
  share: number;
  isInRange: boolean;
  isOnly: boolean;
  onRange: (range: Range) => void;
}): ReactElement {
  const { t } = useTranslation();
  const name = t('search.year', { year, formatted: formatCount(stories), count: stories });
  return (
    <button
      type="button"
      className={isInRange ? undefined : 'outside'}
      title={name}
      aria-label={name}
      aria-pressed={isOnly}
      onClick={() => {
        onRange(isOnly ? { from: null, to: null } : { from: `${year}-01-01`, to: `${year}-12-31` });
      }}
    >
      <i style={{ blockSize: stories === 0 ? 0 : Math.max(2, height * share) }} />
    </button>
  );
}

/** Years as bars, those without any issue hatched; a click narrows to the year, a second one widens. */
export function Timeline({
  years,
  from,
  to,
  onRange,
}: {
  years: readonly FoundYear[];
  from: string | null;
  to: string | null;
  onRange: (range: Range) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  if (first === undefined || last === undefined) return null;
  const most = Math.max(1, ...years.map(({ stories }) => stories));
  const isChosen = (year: number): boolean =>
    (from === null || `${year}-12-31` >= from) && (to === null || `${year}-01-01` <= to);
  return (
    <section className="timeline" aria-label={t('search.years')}>
      <h3 className="label">
        <b>{t('search.years')}</b>
        <span>{first === last ? first : `${first}–${last}`}</span>
      </h3>
      <div className="timeline-bars" style={{ blockSize: height }}>
        {runsOf(years).map((run) =>
          'gap' in run ? (
            <span
              key={run.gap}
              className="gap"
              style={{ flexGrow: Math.min(run.length, widestGap) }}
              title={t('search.yearGap', {
                year: run.length === 1 ? run.gap : `${run.gap}–${run.gap + run.length - 1}`,
              })}
            />
          ) : (
            <YearBar
              key={run.year}
              found={run}
              share={run.stories / most}
              isInRange={isChosen(run.year)}
              isOnly={from === `${run.year}-01-01` && to === `${run.year}-12-31`}
              onRange={onRange}
            />
          ),
        )}
      </div>
      <p className="timeline-ends">
        <span>{first}</span>
        {years.some(({ issues }) => issues === 0) && (
          <span className="gap-key">{t('search.noIssues')}</span>
        )}
        <span>{last}</span>
      </p>
    </section>
  );
}
