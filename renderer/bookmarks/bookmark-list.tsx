import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bookmark, BookmarkFolder } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { PrintedWords } from '../script/printed-words.tsx';

/** Bookmarks, last made first, each with its folder and the way out of the list. */
export function BookmarkList({
  bookmarks,
  folders,
  languageOf,
  isLoaded,
  onOpen,
  onMove,
  onDelete,
}: {
  bookmarks: readonly Bookmark[];
  folders: readonly BookmarkFolder[];
  /** BCP 47 of what is printed there. */
  languageOf: (bookmark: Bookmark) => string;
  isLoaded: (bookmark: Bookmark) => boolean;
  onOpen: (bookmark: Bookmark) => void;
  onMove: (bookmark: Bookmark, folderId: string | null) => void;
  onDelete: (bookmark: Bookmark) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="saved-places" aria-label={t('bookmarks.title')}>
      {bookmarks.map((bookmark) => {
        const { target, title } = bookmark;
        const language = languageOf(bookmark);
        const quote = target.kind === 'passage' ? target.selectors.quote?.exact : undefined;
        return (
          <li key={bookmark.id}>
            <span className="kind">{t(`bookmarks.kind.${target.kind}`)}</span>
            <span className="what">
              <button
                type="button"
                className="open"
                disabled={!isLoaded(bookmark)}
                onClick={() => {
                  onOpen(bookmark);
                }}
              >
                <PrintedWords text={title} language={language} />
              </button>
              {quote !== undefined && (
                <q>
                  <PrintedWords text={quote} language={language} />
                </q>
              )}
              {!isLoaded(bookmark) && <small>{t('bookmarks.notLoaded')}</small>}
            </span>
            <select
              aria-label={t('bookmarks.moveTo', { title })}
              value={bookmark.folderId ?? ''}
              onChange={(event) => {
                onMove(bookmark, event.target.value === '' ? null : event.target.value);
              }}
            >
              <option value="">{t('bookmarks.top')}</option>
              {folders.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="icon-button"
              aria-label={t('bookmarks.delete', { title })}
              title={t('bookmarks.deleteTip')}
              onClick={() => {
                onDelete(bookmark);
              }}
            >
              <Icon name="x" small />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
