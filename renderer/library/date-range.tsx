import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { daysInMonth } from '../i18n/dates.ts';
import { parsePlace } from './parse-place.ts';
import type { PlaceContext } from './place-reading.ts';
import { boundsOf } from './resolve-place.ts';

type End = 'from' | 'to';

/** The first or last day of what was typed: `1983` is its first day or its last. Undefined for no date. */
export function dayOfRange(typed: string, end: End, context: PlaceContext): string | undefined {
  const when = parsePlace(typed, context).readings.find(({ page }) => page === null)?.when;
  if (when === undefined || when.kind === 'open-issue' || when.kind === 'issue') {
    // A bare year of four digits is a year, a shorter number a page: no date either.
    return undefined;
  }
  const [from, to] = boundsOf(when);
  if (end === 'from') return from;
  const [year = 0, month = 1, day = 1] = to.split('-').map(Number);
  return `${to.slice(0, 8)}${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}`;
}

function RangeEnd({
  end,
  value,
  placeholder,
  context,
  onChange,
}: {
  end: End;
  value: string | null;
  placeholder: string;
  context: PlaceContext;
  onChange: (value: string | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const errorId = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly isWrong: boolean } | null>(
    null,
  );
  function take(): void {
    if (draft === null) return;
    const day = draft.text.trim() === '' ? null : dayOfRange(draft.text, end, context);
    if (day === undefined) {
      setDraft({ ...draft, isWrong: true });
      return;
    }
    setDraft(null);
    if (day !== value) onChange(day);
  }
  const isWrong = draft?.isWrong ?? false;
  return (
    <label className="range-end">
      <span>{t(`contents.${end}`)}</span>
      <input
        type="text"
        value={draft?.text ?? value ?? ''}
        placeholder={placeholder}
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        onChange={(event) => {
          setDraft({ text: event.target.value, isWrong: false });
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {isWrong && (
        <span className="doubt" id={errorId} role="alert">
          {t('contents.notADate')}
        </span>
      )}
    </label>
  );
}

/** The first and last day of a list, typed in any form that a date can be typed in. */
export function DateRange({
  from,
  to,
  first,
  last,
  context,
  onChange,
}: {
  from: string | null;
  to: string | null;
  /** What the archive itself begins and ends with. */
  first: string;
  last: string;
  context: PlaceContext;
  onChange: (range: { readonly from: string | null; readonly to: string | null }) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="date-range" role="group" aria-label={t('contents.range')}>
      <RangeEnd
        key={`from ${from}`}
        end="from"
        value={from}
        placeholder={first}
        context={context}
        onChange={(day) => {
          onChange({ from: day, to });
        }}
      />
      <RangeEnd
        key={`to ${to}`}
        end="to"
        value={to}
        placeholder={last}
        context={context}
        onChange={(day) => {
          onChange({ from, to: day });
        }}
      />
    </div>
  );
}
