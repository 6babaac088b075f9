import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { interfaceMonth } from '../i18n/dates.ts';
import { eraYearWords, shortEraYear, type EraYear } from '../i18n/era-years.ts';
import type { YearSummary } from './calendar-months.ts';

export interface Month {
  readonly year: number;
  readonly month: number;
}

/** From this many years on, decades are offered to jump by. */
const manyYears = 16;

function decadesOf(years: readonly YearSummary[]): readonly number[] {
  return [...new Set(years.map(({ year }) => Math.floor(year / 10) * 10))].sort((a, b) => a - b);
}

/** Every year of an archive as a line of its months, newest first; ink says how many stories. */
export function YearMap({
  years,
  shown,
  eraOf,
  onShow,
}: {
  years: readonly YearSummary[];
  shown: Month;
  /** The era's year to stand beside a western one; null for none. */
  eraOf: (year: number) => EraYear | null;
  onShow: (month: Month) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const list = useRef<HTMLUListElement>(null);
  const isMoving = useRef(false);
  const isListed = years.some(({ year }) => year === shown.year);
  const hasEras = years.some(({ year }) => eraOf(year) !== null);

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-year="${shown.year}"]`);
    const box = list.current;
    if (row && box) {
      // Only this list scrolls: the column around it stays where it is.
      const top = row.offsetTop;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + row.offsetHeight > box.scrollTop + box.clientHeight)
        box.scrollTop = top + row.offsetHeight - box.clientHeight;
    }
    if (!isMoving.current) return;
    isMoving.current = false;
    row?.querySelectorAll('button')[shown.month - 1]?.focus({ preventScroll: true });
  }, [shown.year, shown.month, years]);

  function onKeyDown(event: KeyboardEvent): void {
    const at = years.findIndex(({ year }) => year === shown.year);
    const inYear = (place: number, month: number): Month | null => {
      const year = years[place]?.year;
      return year === undefined ? null : { year, month };
    };
    const moves: Readonly<Record<string, () => Month | null>> = {
      ArrowLeft: () =>
        shown.month > 1 ? { ...shown, month: shown.month - 1 } : inYear(at + 1, 12),
      ArrowRight: () =>
        shown.month < 12 ? { ...shown, month: shown.month + 1 } : inYear(at - 1, 1),
      ArrowUp: () => inYear(at - 1, shown.month),
      ArrowDown: () => inYear(at + 1, shown.month),
      Home: () => inYear(0, shown.month),
      End: () => inYear(years.length - 1, shown.month),
      PageUp: () => inYear(Math.max(0, at - 10), shown.month),
      PageDown: () => inYear(Math.min(years.length - 1, at + 10), shown.month),
    };
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = move();
    if (to === null) return;
    isMoving.current = true;
    onShow(to);
  }

  return (
    <>
      {years.length >= manyYears && (
        <div className="decades" role="group" aria-label={t('eras.decades')}>
          {decadesOf(years).map((decade) => (
            <button
              key={decade}
              type="button"
              aria-label={t('eras.decade', { year: decade })}
              aria-pressed={Math.floor(shown.year / 10) * 10 === decade}
              onClick={() => {
                const first = years.findLast(({ year }) => year >= decade && year < decade + 10);
                const month = (first?.months.findIndex((each) => each !== 0) ?? 0) + 1;
                if (first !== undefined) onShow({ year: first.year, month: Math.max(1, month) });
              }}
            >
              {decade}
            </button>
          ))}
        </div>
      )}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the months inside */}
      <ul ref={list} className={hasEras ? 'years with-eras' : 'years'} onKeyDown={onKeyDown}>
        {years.map((summary, place) => {
          const era = eraOf(summary.year);
          return (
            <li
              className={summary.year === shown.year ? 'year current' : 'year'}
              key={summary.year}
              data-year={summary.year}
            >
              <span>
                {summary.year}
                {era !== null && (
                  <small title={eraYearWords(era, language)}>{shortEraYear(era, language)}</small>
                )}
              </span>
              <span
                className="months"
                role="group"
                aria-label={t('calendar.year', { year: summary.year })}
              >
                {summary.months.map((density, index) => {
                  const isShown = summary.year === shown.year && index + 1 === shown.month;
                  const isStop = isShown || (!isListed && place === 0 && index === 0);
                  return (
                    <button
                      key={index}
                      type="button"
                      tabIndex={isStop ? 0 : -1}
                      className={density === 'gap' ? 'gap' : `c${density}`}
                      aria-label={interfaceMonth(summary.year, index + 1, language)}
                      title={interfaceMonth(summary.year, index + 1, language)}
                      aria-pressed={isShown}
                      onClick={() => {
                        onShow({ year: summary.year, month: index + 1 });
                      }}
                    />
                  );
                })}
              </span>
              <span className="count">{summary.issues}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
