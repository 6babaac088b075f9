import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { dayOf, interfaceDate, interfaceMonth, weekdayNames } from '../i18n/dates.ts';
import {
  leadingBlanks,
  monthDays,
  usualArticles,
  yearSummaries,
  type CoveredDay,
  type DayState,
} from './calendar-months.ts';

interface Month {
  readonly year: number;
  readonly month: number;
}

function step({ year, month }: Month, by: number): Month {
  const count = year * 12 + month - 1 + by;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

function DayCell({
  state,
  isCurrent,
  hrefOfIssue,
}: {
  state: DayState;
  isCurrent: boolean;
  hrefOfIssue: (issueId: string) => string;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const date = interfaceDate(state.date, i18n.language as InterfaceLanguage);
  if (state.kind === 'issue') {
    const articles = t('calendar.articles', { count: state.articles });
    const lack = state.isIncomplete ? `　${t('calendar.missingPage')}` : '';
    return (
      <a
        href={hrefOfIssue(state.issueId)}
        className={`day d${state.density}${state.isIncomplete ? ' part' : ''}`}
        aria-current={isCurrent ? 'date' : undefined}
        aria-label={`${date}　${articles}${lack}`}
        title={`${date}　${articles}${lack}`}
      >
        {state.day}
      </a>
    );
  }
  if (state.kind === 'gap') {
    const reason = state.note === '' ? t(`gap.${state.reason}`) : state.note;
    return (
      <span className="day gap" title={`${date}　${reason}`}>
        {state.day}
        <span className="unseen">{reason}</span>
      </span>
    );
  }
  return <span className="day none">{state.day}</span>;
}

/** The archive's years as a heat map, and the month that is looked at with its issues and gaps. */
export function Calendar({
  days,
  gaps,
  currentDate,
  hrefOfIssue,
}: {
  days: readonly CoveredDay[];
  gaps: readonly CoverageGap[];
  /** EDTF day of the issue that is open. */
  currentDate: string;
  hrefOfIssue: (issueId: string) => string;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const current = dayOf(currentDate);
  const start: Month = current ?? { year: 2000, month: 1 };
  const [shown, setShown] = useState({ month: start, for: currentDate });
  // The calendar follows the issue that is opened; leafing through months lasts until then.
  if (shown.for !== currentDate) setShown({ month: start, for: currentDate });
  const { month } = shown;
  const show = (next: Month): void => {
    setShown({ month: next, for: currentDate });
  };
  const byDate = new Map(days.map((day) => [day.date.slice(0, 10), day]));
  const states = monthDays(month.year, month.month, byDate, gaps, usualArticles(days));

  function leaf(event: KeyboardEvent): void {
    if (event.key === 'PageUp') show(step(month, event.shiftKey ? -12 : -1));
    else if (event.key === 'PageDown') show(step(month, event.shiftKey ? 12 : 1));
    else return;
    event.preventDefault();
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the controls inside
    <div className="calendar" onKeyDown={leaf}>
      <ul className="years">
        {yearSummaries(days, gaps).map((summary) => (
          <li className={summary.year === month.year ? 'year current' : 'year'} key={summary.year}>
            <span>{summary.year}</span>
            <span
              className="months"
              role="group"
              aria-label={t('calendar.year', { year: summary.year })}
            >
              {summary.months.map((density, index) => (
                <button
                  key={index}
                  type="button"
                  tabIndex={-1}
                  className={density === 'gap' ? 'gap' : `c${density}`}
                  aria-label={interfaceMonth(summary.year, index + 1, language)}
                  title={interfaceMonth(summary.year, index + 1, language)}
                  aria-pressed={summary.year === month.year && index + 1 === month.month}
                  onClick={() => {
                    show({ year: summary.year, month: index + 1 });
                  }}
                />
              ))}
            </span>
            <span className="count">{summary.issues}</span>
          </li>
        ))}
      </ul>
      <div className="month-head">
        <h3 aria-live="polite">{interfaceMonth(month.year, month.month, language)}</h3>
        <button
          type="button"
          className="icon-button"
          aria-label={t('calendar.previousMonth')}
          onClick={() => {
            show(step(month, -1));
          }}
        >
          <Icon name="caret-left" small />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('calendar.nextMonth')}
          onClick={() => {
            show(step(month, 1));
          }}
        >
          <Icon name="caret-right" small />
        </button>
      </div>
      <div className="weekdays" aria-hidden="true">
        {weekdayNames(language).map((name, index) => (
          <span key={index}>{name}</span>
        ))}
      </div>
      <div className="days">
        {Array.from({ length: leadingBlanks(month.year, month.month) }, (_, index) => (
          <span key={`blank-${index}`} />
        ))}
        {states.map((state) => (
          <DayCell
            key={state.date}
            state={state}
            isCurrent={state.date === currentDate}
            hrefOfIssue={hrefOfIssue}
          />
        ))}
      </div>
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
