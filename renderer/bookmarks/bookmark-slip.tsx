import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationTarget } from '../../archive/model/annotation.ts';
import type { Bookmark, BookmarkFolder } from '../../archive/model/user-data.ts';

/** A place that can be bookmarked from here, and its bookmark where it has one. */
export interface BookmarkChoice {
  readonly kind: AnnotationTarget['kind'];
  readonly bookmark: Bookmark | undefined;
}

/** The slip of the toolbar's bookmark: what of this place to mark, and in which folder. */
export function BookmarkSlip({
  choices,
  folders,
  listHref,
  onToggle,
  onMove,
  onClose,
}: {
  choices: readonly BookmarkChoice[];
  folders: readonly BookmarkFolder[];
  /** The list of all bookmarks. */
  listHref: string;
  onToggle: (kind: AnnotationTarget['kind']) => void;
  onMove: (bookmark: Bookmark, folderId: string | null) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const slip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    slip.current?.querySelector('input')?.focus();
    function onPointerDown(event: PointerEvent): void {
      const target = event.target as Element | null;
      if (target === null || slip.current?.contains(target)) return;
      if (target.closest('[data-opens="bookmark"]') === null) onClose();
    }
    window.addEventListener('pointerdown', onPointerDown);
    return () => {
      window.removeEventListener('pointerdown', onPointerDown);
    };
  }, [onClose]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog's Escape
    <div
      ref={slip}
      className="bookmark-slip slip"
      role="dialog"
      aria-label={t('bookmarks.here')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 className="label">
        <b>{t('bookmarks.here')}</b>
      </h2>
      <ul>
        {choices.map(({ kind, bookmark }) => (
          <li key={kind}>
            <label>
              <input
                type="checkbox"
                checked={bookmark !== undefined}
                onChange={() => {
                  onToggle(kind);
                }}
              />
              {t(`bookmarks.this.${kind}`)}
            </label>
            {bookmark !== undefined && (
              <select
                aria-label={t('bookmarks.folder')}
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
            )}
          </li>
        ))}
      </ul>
      <p>
        <a className="link" href={listHref} onClick={onClose}>
          {t('bookmarks.openList')}
        </a>
      </p>
    </div>
  );
}
