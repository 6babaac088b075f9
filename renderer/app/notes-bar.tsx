import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { displayText } from '../../archive/text/display-text.ts';
import { Icon } from '../components/icon.tsx';
import type { AllNotes } from '../database/all-notes.ts';
import { DateRange } from '../library/date-range.tsx';
import {
  allNotes,
  narrowsNotes,
  noteGroupings,
  notesFacets,
  toggledNotes,
  type NotesFacet,
  type NotesFilter,
} from '../location/notes-filter.ts';
import type { InkMeanings } from '../notes/notes-facets.tsx';
import type { Ink } from '../../archive/model/annotation.ts';
import type { NoteKind } from '../location/notes-filter.ts';

const pause = 200;

/** Follows what is typed after a short pause, never in the middle of composing a character. */
function SearchField({
  text,
  onText,
}: {
  text: string;
  onText: (text: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(text);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  const timer = useRef(0);
  function take(next: string): void {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      latest.current(next);
    }, pause);
  }
  return (
    <input
      type="search"
      aria-label={t('notes.find')}
      placeholder={t('notes.find')}
      value={draft}
      spellCheck={false}
      onChange={(event) => {
        setDraft(event.target.value);
        if (!(event.nativeEvent as InputEvent).isComposing) take(event.target.value);
      }}
      onCompositionEnd={(event) => {
        take(event.currentTarget.value);
      }}
    />
  );
}

/** Above the list of notes: search, dates, order, and what is chosen. */
export function NotesBar({
  filter,
  notes,
  meanings,
  onFilter,
}: {
  filter: NotesFilter;
  notes: AllNotes;
  meanings: InkMeanings;
  /** `isTyping` changes the place instead of adding a step to the history. */
  onFilter: (filter: NotesFilter, isTyping?: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [resetKey, setResetKey] = useState(0);
  const days = [...notes.archives.values()].flatMap(({ coverage }) => [
    coverage[0]?.date.slice(0, 10) ?? '',
    coverage.at(-1)?.date.slice(0, 10) ?? '',
  ]);
  const known = days.filter((day) => day !== '').sort();
  const [first = '', last = ''] = [known[0], known.at(-1)];

  function nameOf(facet: NotesFacet, value: string): string {
    if (facet === 'inks') return meanings[value as Ink] ?? t(`notes.ink.${value as Ink}`);
    if (facet === 'kinds') return t(`notes.kind.${value as NoteKind}`);
    if (facet === 'tags') return displayText(`#${value}`);
    const archive = notes.archives.get(value);
    return archive?.description['dcterms:title'] ?? t('notes.unknownArchive');
  }

  return (
    <div className="notes-bar">
      <div className="notes-tools">
        <SearchField
          key={resetKey}
          text={filter.text}
          onText={(text) => {
            onFilter({ ...filter, text }, true);
          }}
        />
        <label className="field">
          <span>{t('notes.groupBy')}</span>
          <select
            value={filter.grouping}
            onChange={(event) => {
              const grouping = noteGroupings.find((each) => each === event.target.value);
              if (grouping) onFilter({ ...filter, grouping });
            }}
          >
            {noteGroupings.map((each) => (
              <option key={each} value={each}>
                {t(`notes.grouping.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('notes.dateOf')}</span>
          <select
            value={filter.dateOf}
            onChange={(event) => {
              onFilter({ ...filter, dateOf: event.target.value === 'note' ? 'note' : 'issue' });
            }}
          >
            <option value="issue">{t('notes.dates.issue')}</option>
            <option value="note">{t('notes.dates.note')}</option>
          </select>
        </label>
        <DateRange
          from={filter.from}
          to={filter.to}
          first={filter.dateOf === 'issue' ? first : ''}
          last={filter.dateOf === 'issue' ? last : ''}
          context={{
            date: last === '' ? null : last,
            calendar: 'gregorian',
            years:
              first === ''
                ? null
                : { first: Number(first.slice(0, 4)), last: Number(last.slice(0, 4)) },
          }}
          onChange={(range) => {
            onFilter({ ...filter, ...range });
          }}
        />
      </div>
      {narrowsNotes(filter) && (
        <ul className="chosen" aria-label={t('notes.chosen')}>
          {[filter.from, filter.to].some((day) => day !== null) && (
            <li>
              <button
                type="button"
                className="button"
                onClick={() => {
                  onFilter({ ...filter, from: null, to: null });
                }}
              >
                {`${filter.from ?? '…'} – ${filter.to ?? '…'}`} <Icon name="x" small />
              </button>
            </li>
          )}
          {notesFacets.flatMap((facet) =>
            filter[facet].map((value) => {
              const name = nameOf(facet, value);
              return (
                <li key={`${facet} ${value}`}>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('notes.remove', { name })}
                    onClick={() => {
                      onFilter(toggledNotes(filter, facet, value));
                    }}
                  >
                    {name} <Icon name="x" small />
                  </button>
                </li>
              );
            }),
          )}
          <li>
            <button
              type="button"
              className="link"
              onClick={() => {
                setResetKey(resetKey + 1);
                onFilter({ ...allNotes, view: filter.view, grouping: filter.grouping });
              }}
            >
              {t('notes.clear')}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
