import { useCallback, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { Preferences } from '../../archive/model/user-data.ts';
import { BookmarkSlip } from '../bookmarks/bookmark-slip.tsx';
import { Icon } from '../components/icon.tsx';
import { UndoBar, useUndoNotice } from '../components/undo-notice.tsx';
import { moveBookmarks } from '../database/bookmarks.ts';
import { countLostPlaces } from '../database/lost-places.ts';
import { allNotes } from '../location/notes-filter.ts';
import type { Location } from '../location/location.ts';
import { goTo, hrefOf } from '../location/use-location.ts';
import { useBookmarksHere, type BookmarksHere } from './bookmarks-here.ts';
import { useBookmarksView } from './bookmarks-screen.tsx';
import { ChoosingPlace } from './choosing-place.tsx';
import { commandKeys, type Command } from './command-keys.ts';
import { useHistoryView } from './history-screen.tsx';
import { useNotesView } from './notes-screen.tsx';
import type { ReadingView } from './reading-screen.tsx';

/** The screens of what a reader keeps: notes, bookmarks, history; null for another place. */
export function useSavedView(location: Location, preferences: Preferences): ReadingView | null {
  const notes = useNotesView(location.screen === 'notes' ? location : null, preferences);
  const bookmarks = useBookmarksView(location.screen === 'bookmarks' ? location : null);
  const history = useHistoryView(location.screen === 'history');
  return notes ?? bookmarks ?? history;
}

interface Saved {
  readonly actions: Partial<Record<Command, () => void>>;
  /** For the toolbar. */
  readonly button: ReactNode;
  /** What lies on top of the window. */
  readonly slips: ReactNode;
}

function BookmarkButton({
  here,
  isOpen,
  onPress,
}: {
  here: BookmarksHere;
  isOpen: boolean;
  onPress: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const isSet = here.choices[0]?.bookmark !== undefined;
  const key = commandKeys.bookmark[0] ?? '';
  return (
    <button
      type="button"
      className={isSet ? 'icon-button is-bookmarked' : 'icon-button'}
      data-opens="bookmark"
      aria-label={isSet ? `${t('bookmarks.here')}　${t('bookmarks.set')}` : t('bookmarks.here')}
      title={`${t('bookmarks.here')}　${key}`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <Icon name={isSet ? 'bookmark-set' : 'bookmark'} />
    </button>
  );
}

/** Bookmarking what is open, and going to what is kept. */
export function useSaved(location: Location, view: ReadingView | null): Saved {
  const { t } = useTranslation();
  const here = useBookmarksHere(location, view);
  const notice = useUndoNotice();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  const { toggle } = here;
  const waiting = useLiveQuery(() => countLostPlaces()) ?? 0;
  const notesLabel =
    waiting === 0
      ? t('notes.open')
      : `${t('notes.open')}　${t('tray.waiting', { count: waiting })}`;
  const bookmark = (kind?: Parameters<NonNullable<typeof toggle>>[0]): void => {
    if (toggle === null) {
      notice.say(t('bookmarks.nothingHere'), null);
      return;
    }
    void toggle(kind).then((done) => {
      if (done) notice.say(t(done.isSet ? 'bookmarks.set' : 'bookmarks.unset'), done.undo);
    });
  };
  return {
    actions: {
      bookmark: () => {
        bookmark();
      },
      bookmarks: () => {
        goTo({ screen: 'bookmarks', folder: null });
      },
      notes: () => {
        goTo({ screen: 'notes', filter: allNotes });
      },
      history: () => {
        goTo({ screen: 'history' });
      },
    },
    button: (
      <>
        {toggle !== null && (
          <BookmarkButton
            here={here}
            isOpen={isOpen}
            onPress={() => {
              setOpen(!isOpen);
            }}
          />
        )}
        <a
          className="icon-button"
          href={hrefOf({
            screen: 'notes',
            filter: waiting === 0 ? allNotes : { ...allNotes, view: 'orphans' },
          })}
          title={`${notesLabel}　${commandKeys.notes[0] ?? ''}`}
          data-waiting={waiting > 0}
        >
          <Icon name="notebook" />
          <span className="unseen">{notesLabel}</span>
        </a>
      </>
    ),
    slips: (
      <>
        {isOpen && toggle !== null && (
          <BookmarkSlip
            choices={here.choices}
            folders={here.folders}
            listHref={hrefOf({ screen: 'bookmarks', folder: null })}
            onToggle={bookmark}
            onMove={(moved, folderId) => {
              void moveBookmarks([moved], folderId);
            }}
            onClose={close}
          />
        )}
        <ChoosingPlace
          location={location}
          onSay={(words) => {
            notice.say(words, null);
          }}
        />
        {'issueId' in location && <UndoBar notice={notice} />}
      </>
    ),
  };
}
