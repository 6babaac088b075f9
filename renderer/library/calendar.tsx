import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { dayOf, interfaceMonth, type Day } from '../i18n/dates.ts';
import { eraYearWords, shownEraYear } from '../i18n/era-years.ts';
import {
  monthDays,
  neighboursOf,
  usualArticles,
  yearSummaries,
  type CoveredDay,
} from './calendar-months.ts';
import type { IssuePages } from './day-slip.tsx';
import { MonthGrid } from './month-grid.tsx';
import { YearMap, type Month } from './year-map.tsx';

interface Shown extends Month {
  /** The day that Tab leads to. */
  readonly day: number;
  /** True when a key of the grid has led here. */
  readonly isEntered: boolean;
  /** The issue that was open when this was chosen. */
  readonly for: string;
}

function step({ year, month }: Month, by: number): Month {
  const count = year * 12 + month - 1 + by;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** The archive's years as a heat map, and the month that is looked at with its issues and gaps. */
export function Calendar({
  days,
  gaps,
  calendar,
  showsEras,
  currentDate,
  hrefOfIssue,
  lookUp,
  onShowEras,
}: {
  /** By date. */
  days: readonly CoveredDay[];
  gaps: readonly CoverageGap[];
  /** How the archive counts its years. */
  calendar: 'gregorian' | 'republican';
  showsEras: boolean;
  /** EDTF day of the issue that is open. */
  currentDate: string;
  hrefOfIssue: (issueId: string) => string;
  lookUp: (issueId: string) => Promise<IssuePages | undefined>;
  onShowEras: (shows: boolean) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const current: Day = dayOf(currentDate) ?? { year: 2000, month: 1, day: 1 };
  const opened: Shown = { ...current, isEntered: false, for: currentDate };
  const [state, setShown] = useState(opened);
  // The calendar follows the issue that is opened; leafing through months lasts until then.
  if (state.for !== currentDate) setShown(opened);
  const shown = state.for === currentDate ? state : opened;
  const { year, month } = shown;
  const byDate = useMemo(() => new Map(days.map((day) => [day.date.slice(0, 10), day])), [days]);
  const usual = useMemo(() => usualArticles(days), [days]);
  const years = useMemo(() => yearSummaries(days, gaps), [days, gaps]);
  const states = monthDays(year, month, byDate, gaps, usual);

  /** Another month, with the open issue or the month's first one to step into. */
  function show(next: Month): void {
    if (next.year < 1) return;
    const isOpen = next.year === current.year && next.month === current.month;
    const issue = monthDays(next.year, next.month, byDate, gaps, usual).find(
      ({ kind }) => kind === 'issue',
    );
    const day = isOpen ? current.day : (issue?.day ?? 1);
    setShown({ ...next, day, isEntered: false, for: currentDate });
  }

  const eraOf = (western: number): ReturnType<typeof shownEraYear> =>
    showsEras ? shownEraYear(western, calendar) : null;
  const era = eraOf(year);
  const name = interfaceMonth(year, month, language);
  return (
    <div className="calendar">
      <YearMap years={years} shown={shown} eraOf={eraOf} onShow={show} />
      <div className="month-head">
        <h3 aria-live="polite">
          {name}
          {era !== null && <small>{eraYearWords(era, language)}</small>}
        </h3>
        {shownEraYear(year, calendar) !== null && (
          <button
            type="button"
            className="icon-button era-switch"
            lang={language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'}
            aria-label={t('eras.show')}
            title={t('eras.show')}
            aria-pressed={showsEras}
            onClick={() => {
              onShowEras(!showsEras);
            }}
          >
            <span aria-hidden="true">{t('eras.sign')}</span>
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t('calendar.previousMonth')}
          onClick={() => {
            show(step(shown, -1));
          }}
        >
          <Icon name="caret-left" small />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('calendar.nextMonth')}
          onClick={() => {
            show(step(shown, 1));
          }}
        >
          <Icon name="caret-right" small />
        </button>
      </div>
      <MonthGrid
        label={t('day.grid', { month: name })}
        year={year}
        month={month}
        states={states}
        stop={shown.day}
        isEntered={shown.isEntered}
        currentDate={currentDate}
        neighboursOf={(date) => neighboursOf(days, date)}
        hrefOfIssue={hrefOfIssue}
        lookUp={lookUp}
        onMove={(to) => {
          setShown({ ...to, isEntered: true, for: currentDate });
        }}
      />
      <p className="calendar-key" aria-hidden="true">
        <span>
          <i className="c1" />
          <i className="c2" />
          <i className="c3" />
          {t('calendar.few')}
        </span>
        <span>
          <i className="gap" />
          {t('calendar.gap')}
        </span>
        <span>
          <i className="corner" />
          {t('calendar.missingPage')}
        </span>
      </p>
    </div>
  );
}
