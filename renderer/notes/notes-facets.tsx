import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inks, type Ink } from '../../archive/model/annotation.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { Icon } from '../components/icon.tsx';
import { formatCount } from '../i18n/dates.ts';
import {
  noteKinds,
  notesViews,
  type NotesFacet,
  type NotesFilter,
} from '../location/notes-filter.ts';
import type { ArrangedNotes } from './arrange-notes.ts';

export type InkMeanings = Readonly<Partial<Record<Ink, string>>>;

const shortList = 12;

interface Choice {
  readonly value: string;
  readonly words: string;
  readonly ink?: Ink;
}

/** What the list of notes can be narrowed to, as a side column. */
export function NotesFacets({
  arranged,
  filter,
  meanings,
  archiveTitles,
  hrefOfView,
  onToggle,
  onMeaning,
  onRenameTags,
}: {
  arranged: ArrangedNotes;
  filter: NotesFilter;
  meanings: InkMeanings;
  archiveTitles: ReadonlyMap<string, string>;
  hrefOfView: (view: NotesFilter['view']) => string;
  onToggle: (facet: NotesFacet, value: string) => void;
  onMeaning: (ink: Ink, meaning: string) => void;
  onRenameTags: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const [isLong, setLong] = useState(false);
  const { counts, views } = arranged;

  function facet(
    name: NotesFacet,
    choices: readonly Choice[],
    extra: ReactElement | null,
  ): ReactElement {
    const chosen: readonly string[] = filter[name];
    return (
      <section className="facet" aria-label={t(`notes.facet.${name}`)}>
        <h3 className="label">
          <b>{t(`notes.facet.${name}`)}</b>
          {extra}
        </h3>
        <ul>
          {choices.map(({ value, words, ink }) => (
            <li key={value}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={() => {
                    onToggle(name, value);
                  }}
                />
                {ink !== undefined && <span className="dot" data-ink={ink} />}
                <span className="words">
                  {words}
                  {ink !== undefined && meanings[ink] !== undefined && (
                    <small>{t(`notes.ink.${ink}`)}</small>
                  )}
                </span>
                <span className="count">{formatCount(counts[name].get(value) ?? 0)}</span>
              </label>
            </li>
          ))}
        </ul>
      </section>
    );
  }

  const tags = [...counts.tags].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shownTags = tags.filter(([tag], k) => isLong || k < shortList || filter.tags.includes(tag));
  const papers = [...counts.archives].sort(([, x], [, y]) => y - x);
  return (
    <aside className="side left facets notes-facets" aria-label={t('notes.filters')}>
      <section className="facet views" aria-label={t('notes.view.label')}>
        <h3 className="label">
          <b>{t('notes.view.label')}</b>
        </h3>
        <ul>
          {notesViews.map((view) => (
            <li key={view} data-view={view} data-count={views[view]}>
              <a href={hrefOfView(view)} aria-current={filter.view === view ? 'page' : undefined}>
                <span className="words">{t(`notes.view.${view}`)}</span>
                <span className="count">{formatCount(views[view])}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      {isNaming ? (
        <section className="facet" aria-label={t('notes.editInks')}>
          <h3 className="label">
            <b>{t('notes.editInks')}</b>
            <button
              type="button"
              className="link"
              onClick={() => {
                setNaming(false);
              }}
            >
              {t('notes.inksDone')}
            </button>
          </h3>
          <ul>
            {inks.map((ink) => (
              <li key={ink} className="naming">
                <span className="dot" data-ink={ink} />
                <input
                  type="text"
                  maxLength={60}
                  aria-label={t('notes.inkMeaning', { ink: t(`notes.ink.${ink}`) })}
                  placeholder={t(`notes.ink.${ink}`)}
                  defaultValue={meanings[ink] ?? ''}
                  onBlur={(event) => {
                    onMeaning(ink, event.target.value.trim());
                  }}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') event.currentTarget.blur();
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : (
        facet(
          'inks',
          inks.map((ink) => ({ value: ink, words: meanings[ink] ?? t(`notes.ink.${ink}`), ink })),
          <button
            type="button"
            className="icon-button"
            aria-label={t('notes.editInks')}
            title={t('notes.editInks')}
            onClick={() => {
              setNaming(true);
            }}
          >
            <Icon name="pencil" small />
          </button>,
        )
      )}
      {tags.length > 0 &&
        facet(
          'tags',
          shownTags.map(([tag]) => ({ value: tag, words: displayText(`#${tag}`) })),
          <button
            type="button"
            className="icon-button"
            aria-label={t('notes.renameTags')}
            title={t('notes.renameTags')}
            onClick={onRenameTags}
          >
            <Icon name="pencil" small />
          </button>,
        )}
      {tags.length > shortList && (
        <button
          type="button"
          className="link"
          aria-expanded={isLong}
          onClick={() => {
            setLong(!isLong);
          }}
        >
          {isLong
            ? t('contents.fewer')
            : t('contents.all', { formatted: formatCount(tags.length) })}
        </button>
      )}
      {facet(
        'kinds',
        noteKinds.map((kind) => ({ value: kind, words: t(`notes.kind.${kind}`) })),
        null,
      )}
      {papers.length > 1 &&
        facet(
          'archives',
          papers.map(([id]) => ({
            value: id,
            words: archiveTitles.get(id) ?? t('notes.unknownArchive'),
          })),
          null,
        )}
    </aside>
  );
}
