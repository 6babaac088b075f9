import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import {
  daysInMonth,
  interfaceDate,
  isoDay,
  weekday,
  weekdayNames,
  type Day,
} from '../i18n/dates.ts';
import { leadingBlanks, type DayState } from './calendar-months.ts';
import { DaySlip, type IssuePages, type Neighbours, type SlipPlace } from './day-slip.tsx';

/** The day that a key of the date grid leads to; null for other keys. */
export function dayAfterKey(
  at: Day,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Day | null {
  const byDays = (by: number): Day => {
    const date = new Date(0);
    date.setUTCFullYear(at.year, at.month - 1, at.day + by);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    };
  };
  const byMonths = (by: number): Day => {
    const count = at.year * 12 + at.month - 1 + by;
    const to = { year: Math.floor(count / 12), month: (count % 12) + 1 };
    return { ...to, day: Math.min(at.day, daysInMonth(to.year, to.month)) };
  };
  switch (key) {
    case 'ArrowLeft':
      return byDays(-1);
    case 'ArrowRight':
      return byDays(1);
    case 'ArrowUp':
      return byDays(-7);
    case 'ArrowDown':
      return byDays(7);
    case 'Home':
      return byDays(-weekday(at));
    case 'End':
      return byDays(6 - weekday(at));
    case 'PageUp':
      return byMonths(shiftKey ? -12 : -1);
    case 'PageDown':
      return byMonths(shiftKey ? 12 : 1);
    default:
      return null;
  }
}

/** Weeks of seven cells, Monday first; null before the first and after the last of the month. */
function weeksOf(year: number, month: number, states: readonly DayState[]): (DayState | null)[][] {
  const cells = [
    ...Array.from({ length: leadingBlanks(year, month) }, () => null),
    ...states,
  ] as (DayState | null)[];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function hasSlip(state: DayState): state is Extract<DayState, { kind: 'gap' | 'issue' }> {
  return state.kind === 'gap' || (state.kind === 'issue' && state.isIncomplete);
}

function DayCell({
  state,
  isCurrent,
  isStop,
  slipId,
  hrefOfIssue,
  onPoint,
  onStop,
}: {
  state: DayState;
  isCurrent: boolean;
  /** True for the one day that Tab leads to. */
  isStop: boolean;
  slipId: string | undefined;
  hrefOfIssue: (issueId: string) => string;
  onPoint: (state: DayState, cell: Element | null) => void;
  onStop: (day: number) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const date = interfaceDate(state.date, i18n.language as InterfaceLanguage);
  const common = {
    'data-date': state.date,
    tabIndex: isStop ? 0 : -1,
    'aria-describedby': slipId,
    onMouseEnter: (event: { currentTarget: Element }) => {
      onPoint(state, event.currentTarget);
    },
    onMouseLeave: () => {
      onPoint(state, null);
    },
    onFocus: (event: { currentTarget: Element }) => {
      onPoint(state, event.currentTarget);
      if (!isStop) onStop(state.day);
    },
    onBlur: () => {
      onPoint(state, null);
    },
  };
  if (state.kind === 'issue') {
    const articles = t('calendar.articles', { count: state.articles });
    const lack = state.isIncomplete ? `　${t('calendar.missingPage')}` : '';
    return (
      <a
        {...common}
        href={hrefOfIssue(state.issueId)}
        className={`day d${state.density}${state.isIncomplete ? ' part' : ''}`}
        aria-current={isCurrent ? 'date' : undefined}
        aria-label={`${date}　${articles}${lack}`}
        title={state.isIncomplete ? undefined : `${date}　${articles}`}
      >
        {state.day}
      </a>
    );
  }
  const words = state.kind === 'gap' ? t(`gap.${state.gap.reason}`) : t('day.none');
  return (
    <button
      {...common}
      type="button"
      className={`day ${state.kind}`}
      aria-disabled="true"
      aria-label={`${date}　${words}`}
    >
      {state.day}
    </button>
  );
}

/** The days of a month as a grid: arrows, Home, End, PageUp and PageDown lead from day to day. */
export function MonthGrid({
  label,
  year,
  month,
  states,
  stop,
  isEntered,
  currentDate,
  neighboursOf,
  hrefOfIssue,
  lookUp,
  onMove,
}: {
  label: string;
  year: number;
  month: number;
  states: readonly DayState[];
  /** The day that Tab leads to, and whether a key has just led there. */
  stop: number;
  isEntered: boolean;
  currentDate: string;
  neighboursOf: (date: string) => Neighbours;
  hrefOfIssue: (issueId: string) => string;
  lookUp: (issueId: string) => Promise<IssuePages | undefined>;
  onMove: (to: Day) => void;
}): ReactElement {
  const { i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [slip, setSlip] = useState<{ readonly date: string; readonly place: SlipPlace } | null>(
    null,
  );
  const stopDate = isoDay({ year, month, day: stop });
  const shown = states.find(({ date }) => date === slip?.date);

  useEffect(() => {
    if (!isEntered) return;
    grid.current?.querySelector<HTMLElement>(`[data-date="${stopDate}"]`)?.focus();
  }, [isEntered, stopDate]);
  useEffect(() => {
    if (slip === null) return undefined;
    // The slip stands in the window, not in the column that scrolls under it.
    function hide(): void {
      setSlip(null);
    }
    window.addEventListener('scroll', hide, true);
    return () => {
      window.removeEventListener('scroll', hide, true);
    };
  }, [slip]);

  function point(state: DayState, cell: Element | null): void {
    if (cell === null) {
      setSlip((before) => (before?.date === state.date ? null : before));
    } else if (hasSlip(state)) {
      const { left, top, bottom } = cell.getBoundingClientRect();
      setSlip({ date: state.date, place: { left, top, bottom } });
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && slip !== null) {
      setSlip(null);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = dayAfterKey({ year, month, day: stop }, event);
    if (to === null || to.year < 1) return;
    event.preventDefault();
    onMove(to);
  }

  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its days take the focus */}
      <div ref={grid} role="grid" aria-label={label} onKeyDown={onKeyDown}>
        <div role="row" className="weekdays">
          {weekdayNames(language).map((name, index) => (
            <span role="columnheader" key={index}>
              {name}
            </span>
          ))}
        </div>
        {weeksOf(year, month, states).map((week, index) => (
          <div role="row" className="days" key={index}>
            {week.map((state, place) => (
              <span role="gridcell" key={place}>
                {state !== null && (
                  <DayCell
                    state={state}
                    isCurrent={state.date === currentDate}
                    isStop={state.date === stopDate}
                    slipId={slip?.date === state.date ? id : undefined}
                    hrefOfIssue={hrefOfIssue}
                    onPoint={point}
                    onStop={(day) => {
                      onMove({ year, month, day });
                    }}
                  />
                )}
              </span>
            ))}
          </div>
        ))}
      </div>
      {slip !== null && shown !== undefined && hasSlip(shown) && (
        <DaySlip
          id={id}
          day={shown}
          place={slip.place}
          neighbours={neighboursOf(shown.date)}
          lookUp={lookUp}
        />
      )}
    </>
  );
}
