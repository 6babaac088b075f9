import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import type { Preferences } from '../../archive/model/user-data.ts';
import { UndoBar, useUndoNotice, type UndoNotice } from '../components/undo-notice.tsx';
import { readAllNotes, type AllNotes } from '../database/all-notes.ts';
import { emptyTrash, renameTag, trashNotes, untrashNotes } from '../database/note-changes.ts';
import { savePreference } from '../database/preferences.ts';
import { loadTextFold } from '../database/text-fold.ts';
import { formatCount } from '../i18n/dates.ts';
import {
  allNotes,
  narrowsNotes,
  toggledNotes,
  type NotesFilter,
} from '../location/notes-filter.ts';
import { formatLocation, type Location } from '../location/location.ts';
import { goTo, hrefOf, replaceLocation } from '../location/use-location.ts';
import { arrangeNotes, type ArrangedNotes, type ListedNote } from '../notes/arrange-notes.ts';
import { rowsOf } from '../notes/note-rows.ts';
import { NotesFacets } from '../notes/notes-facets.tsx';
import { NotesList, type NotesPlace } from '../notes/notes-list.tsx';
import { TagDialog } from '../notes/tag-dialog.tsx';
import { NoNotes } from './no-notes.tsx';
import { NotesBar } from './notes-bar.tsx';
import { NotesExchange } from './notes-exchange.tsx';
import { openTarget } from './open-target.ts';
import { OrphanTray } from './orphan-tray.tsx';
import { SavedNav } from './saved-nav.tsx';
import type { ReadingView } from './reading-screen.tsx';

type NotesLocation = Extract<Location, { screen: 'notes' }>;

const asIs = (text: string): string => text.toLowerCase();
const beginning: NotesPlace = { active: 1, offset: 0 };
/** Where each list was left in this window, by its place. */
const leftAt = new Map<string, NotesPlace>();

function useFold(): (text: string) => string {
  const [fold, setFold] = useState<TextFold | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadTextFold().then((loaded) => {
      if (isCurrent) setFold(() => loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return useMemo(() => (fold === null ? asIs : (text) => fold(text).folded), [fold]);
}

function titlesOf({ archives }: AllNotes): ReadonlyMap<string, string> {
  return new Map([...archives].map(([id, each]) => [id, each.description['dcterms:title']]));
}

/** The notes of the list with what can be done with each. */
function Listed({
  notes,
  arranged,
  filter,
  notice,
}: {
  notes: AllNotes;
  arranged: ArrangedNotes;
  filter: NotesFilter;
  notice: UndoNotice;
}): ReactElement {
  const { t } = useTranslation();
  const rows = useMemo(() => rowsOf(arranged.groups), [arranged]);
  const place = formatLocation({ screen: 'notes', filter });
  const remember = useCallback(
    (at: NotesPlace) => {
      leftAt.set(place, at);
    },
    [place],
  );
  const open = ({ annotation }: ListedNote): void => {
    void openTarget(annotation.target).then((isThere) => {
      if (!isThere) notice.say(t('notes.gone'), null);
    });
  };
  const trash = ({ annotation }: ListedNote): void => {
    if (annotation.trashed !== undefined) return;
    void trashNotes([annotation]).then((undo) => {
      notice.say(t('notes.trashed'), undo);
    });
  };
  return (
    <NotesList
      key={place}
      rows={rows}
      archives={notes.archives}
      isByTag={filter.grouping === 'tag'}
      start={leftAt.get(place) ?? beginning}
      onLeave={remember}
      onOpen={open}
      onDelete={trash}
      actionsOf={(note) => (
        <>
          {note.place !== undefined && (
            <button
              type="button"
              className="link"
              tabIndex={-1}
              onClick={() => {
                open(note);
              }}
            >
              {t('notes.actions.open')}
            </button>
          )}
          <button
            type="button"
            className="link"
            tabIndex={-1}
            onClick={() => {
              if (note.annotation.trashed === undefined) trash(note);
              else {
                void untrashNotes([note.annotation]).then((undo) => {
                  notice.say(t('notes.restored'), undo);
                });
              }
            }}
          >
            {note.annotation.trashed === undefined
              ? t('notes.actions.trash')
              : t('notes.actions.restore')}
          </button>
        </>
      )}
    />
  );
}

/** The notes of all archives; null for another place. */
export function useNotesView(
  location: NotesLocation | null,
  preferences: Preferences,
): ReadingView | null {
  const { t } = useTranslation();
  const isShown = location !== null;
  const notes = useLiveQuery(() => (isShown ? readAllNotes() : undefined), [isShown]);
  const fold = useFold();
  const notice = useUndoNotice();
  const [renamesTags, setRenamesTags] = useState(false);
  const filter = location?.filter ?? allNotes;
  const key = formatLocation({ screen: 'notes', filter });
  const arranged = useMemo(
    () => (notes === undefined ? null : arrangeNotes(notes, filter, fold)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the place says all of the filter
    [notes, key, fold],
  );
  if (location === null) return null;
  const crumbs = [{ words: t('notes.title'), href: null }];
  const bare = { facts: null, right: null, title: null, open: null };
  if (notes === undefined || arranged === null) {
    const leaf = <main className="leaf notes" aria-busy="true" />;
    return { ...bare, crumbs, status: null, left: null, leaf };
  }
  const onFilter = (next: NotesFilter, isTyping = false): void => {
    const place: Location = { screen: 'notes', filter: next };
    if (isTyping) replaceLocation(place);
    else goTo(place);
  };
  const total = arranged.views[filter.view];
  // The tray holds bookmarks too, and is never narrowed down.
  const words =
    filter.view === 'orphans'
      ? t('tray.waiting', { count: total })
      : arranged.found < total
        ? t('notes.countOf', {
            formatted: formatCount(arranged.found),
            total: formatCount(total),
          })
        : t('notes.count', { count: total, formatted: formatCount(total) });
  const meanings = preferences.inkMeanings ?? {};
  return {
    ...bare,
    crumbs,
    status: <b>{words}</b>,
    left: (
      <NotesFacets
        arranged={arranged}
        filter={filter}
        meanings={meanings}
        archiveTitles={titlesOf(notes)}
        hrefOfView={(view) => hrefOf({ screen: 'notes', filter: { ...allNotes, view } })}
        onToggle={(facet, value) => {
          onFilter(toggledNotes(filter, facet, value));
        }}
        onMeaning={(ink, meaning) => {
          const others = Object.entries(meanings).filter(([name]) => name !== ink);
          const named = meaning === '' ? others : [...others, [ink, meaning] as const];
          void savePreference('inkMeanings', Object.fromEntries(named));
        }}
        onRenameTags={() => {
          setRenamesTags(true);
        }}
      />
    ),
    leaf: (
      <main className="leaf notes">
        <SavedNav current="notes" />
        <header>
          <h1>{t(filter.view === 'all' ? 'notes.title' : `notes.view.${filter.view}`)}</h1>
          <p aria-live="polite">{words}</p>
          <span className="gap" />
          {filter.view === 'trash' && total > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => {
                void emptyTrash().then((undo) => {
                  notice.say(t('notes.emptied', { count: total }), undo);
                });
              }}
            >
              {t('notes.emptyTrash')}
            </button>
          )}
          <NotesExchange notice={notice} canExport={notes.notes.length > 0} />
        </header>
        {filter.view === 'orphans' ? (
          <OrphanTray notes={notes} notice={notice} />
        ) : (
          <>
            <NotesBar filter={filter} notes={notes} meanings={meanings} onFilter={onFilter} />
            {arranged.found === 0 ? (
              <NoNotes
                view={filter.view}
                isNarrowed={total > 0 && narrowsNotes(filter)}
                onClear={() => {
                  onFilter({ ...allNotes, view: filter.view, grouping: filter.grouping });
                }}
              />
            ) : (
              <Listed notes={notes} arranged={arranged} filter={filter} notice={notice} />
            )}
          </>
        )}
        <UndoBar notice={notice} />
        {renamesTags && (
          <TagDialog
            tags={[...arranged.counts.tags]}
            onRename={(from, to) => {
              const merges = arranged.counts.tags.has(to);
              void renameTag(from, to).then((undo) => {
                notice.say(t(merges ? 'notes.tagMerged' : 'notes.tagRenamed', { from, to }), undo);
              });
            }}
            onClose={() => {
              setRenamesTags(false);
            }}
          />
        )}
      </main>
    ),
  };
}
