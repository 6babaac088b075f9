import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundYear } from '../database/search-messages.ts';
import { formatCount } from '../i18n/dates.ts';

const height = 72;

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
  onRange: (range: { readonly from: string | null; readonly to: string | null }) => void;
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
        {years.map(({ year, stories, issues }) => {
          const isGap = issues === 0;
          const name = isGap
            ? t('search.yearGap', { year })
            : t('search.year', { year, formatted: formatCount(stories), count: stories });
          const isOnly = from === `${year}-01-01` && to === `${year}-12-31`;
          return (
            <button
              key={year}
              type="button"
              className={`${isGap ? 'gap' : ''}${isChosen(year) ? '' : ' outside'}`}
              title={name}
              aria-label={name}
              aria-pressed={isOnly}
              disabled={isGap}
              onClick={() => {
                onRange(
                  isOnly
                    ? { from: null, to: null }
                    : { from: `${year}-01-01`, to: `${year}-12-31` },
                );
              }}
            >
              {!isGap && (
                <i
                  style={{
                    blockSize: stories === 0 ? 0 : Math.max(2, (height * stories) / most),
                  }}
                />
              )}
            </button>
          );
        })}
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
