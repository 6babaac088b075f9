import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import { BookmarkList } from '../bookmarks/bookmark-list.tsx';
import { FolderList } from '../bookmarks/folder-list.tsx';
import { Notice } from '../components/notice.tsx';
import { UndoBar, useUndoNotice } from '../components/undo-notice.tsx';
import { listArchives } from '../database/archives.ts';
import {
  deleteBookmarkFolder,
  deleteBookmarks,
  listBookmarkFolders,
  listBookmarks,
  makeBookmarkFolder,
  moveBookmarks,
  renameBookmarkFolder,
} from '../database/bookmarks.ts';
import { formatCount } from '../i18n/dates.ts';
import type { Location } from '../location/location.ts';
import { goTo, hrefOf } from '../location/use-location.ts';
import { openTarget } from './open-target.ts';
import { SavedNav } from './saved-nav.tsx';
import type { ReadingView } from './reading-screen.tsx';

type BookmarksLocation = Extract<Location, { screen: 'bookmarks' }>;

async function readBookmarks(): Promise<{
  readonly bookmarks: Awaited<ReturnType<typeof listBookmarks>>;
  readonly folders: Awaited<ReturnType<typeof listBookmarkFolders>>;
  readonly languages: ReadonlyMap<string, string>;
}> {
  const [bookmarks, folders, archives] = await Promise.all([
    listBookmarks(),
    listBookmarkFolders(),
    listArchives(),
  ]);
  const languages = archives.map(
    ({ id, description }) => [id, description.defaults.language] as const,
  );
  return { bookmarks, folders, languages: new Map(languages) };
}

/** All bookmarks with their folders; null for another place. */
export function useBookmarksView(location: BookmarksLocation | null): ReadingView | null {
  const { t } = useTranslation();
  const data = useLiveQuery(
    () => (location === null ? undefined : readBookmarks()),
    [location === null],
  );
  const notice = useUndoNotice();
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { folderId } of data?.bookmarks ?? []) {
      const key = folderId ?? 'top';
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    return found;
  }, [data]);
  if (location === null) return null;
  const crumbs = [{ words: t('bookmarks.title'), href: null }];
  const bare = { facts: null, right: null, title: null, open: null };
  if (data === undefined) {
    const leaf = <main className="leaf saved" aria-busy="true" />;
    return { ...bare, crumbs, status: null, left: null, leaf };
  }
  const { bookmarks, folders, languages } = data;
  const { folder } = location;
  const current = folders.find(({ id }) => id === folder);
  const shown = bookmarks.filter(
    ({ folderId }) => folder === null || (folderId ?? 'top') === folder,
  );
  const place = (to: string | null): Location => ({ screen: 'bookmarks', folder: to });
  const heading = current?.name ?? (folder === 'top' ? t('bookmarks.top') : t('bookmarks.title'));
  return {
    ...bare,
    crumbs:
      folder === null
        ? crumbs
        : [
            { words: t('bookmarks.title'), href: hrefOf(place(null)) },
            { words: heading, href: null },
          ],
    status: (
      <b>{t('bookmarks.count', { count: shown.length, formatted: formatCount(shown.length) })}</b>
    ),
    left: (
      <FolderList
        folders={folders}
        counts={counts}
        total={bookmarks.length}
        current={folder}
        hrefOf={(to) => hrefOf(place(to))}
        onMake={(name) => {
          void makeBookmarkFolder(name).then(({ id }) => {
            goTo(place(id));
          });
        }}
        onRename={(renamed, name) => {
          void renameBookmarkFolder(renamed, name).then((undo) => {
            notice.say(t('bookmarks.folderRenamed', { name }), undo);
          });
        }}
        onDelete={(deleted) => {
          void deleteBookmarkFolder(deleted).then((undo) => {
            if (folder === deleted.id) goTo(place(null));
            notice.say(t('bookmarks.folderDeleted', { name: deleted.name }), undo);
          });
        }}
      />
    ),
    leaf: (
      <main className="leaf saved">
        <SavedNav current="bookmarks" />
        <header>
          <h1>{heading}</h1>
          <p>
            {t('bookmarks.count', { count: shown.length, formatted: formatCount(shown.length) })}
          </p>
        </header>
        {shown.length === 0 ? (
          <Notice title={bookmarks.length === 0 ? t('bookmarks.none') : t('bookmarks.noneHere')}>
            <p>{t('bookmarks.noneText')}</p>
          </Notice>
        ) : (
          <BookmarkList
            bookmarks={shown}
            folders={folders}
            languageOf={({ target }) => languages.get(target.archiveId) ?? 'zh-Hans'}
            isLoaded={({ target }) => languages.has(target.archiveId)}
            onOpen={({ target }) => {
              void openTarget(target).then((isThere) => {
                if (!isThere) notice.say(t('bookmarks.gone'), null);
              });
            }}
            onMove={(bookmark, folderId) => {
              void moveBookmarks([bookmark], folderId).then((undo) => {
                const name = folders.find(({ id }) => id === folderId)?.name ?? t('bookmarks.top');
                notice.say(t('bookmarks.moved', { name }), undo);
              });
            }}
            onDelete={(bookmark) => {
              void deleteBookmarks([bookmark]).then((undo) => {
                notice.say(t('bookmarks.deleted'), undo);
              });
            }}
          />
        )}
        <UndoBar notice={notice} />
      </main>
    ),
  };
}
