import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookmarkFolder } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { formatCount } from '../i18n/dates.ts';

/** A field for a name; Enter takes it, Escape gives it up. */
function NameField({
  label,
  initial,
  onTake,
  onGiveUp,
}: {
  label: string;
  initial: string;
  onTake: (name: string) => void;
  onGiveUp: () => void;
}): ReactElement {
  const [name, setName] = useState(initial);
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={label}
      value={name}
      maxLength={200}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the field appears because it was asked for
      autoFocus
      onChange={(event) => {
        setName(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onGiveUp();
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && name.trim() !== '') {
          onTake(name.trim());
        }
      }}
      onBlur={() => {
        if (name.trim() !== '' && name.trim() !== initial) onTake(name.trim());
        else onGiveUp();
      }}
    />
  );
}

/** The folders of bookmarks as a side column: choose, make, rename, delete. */
export function FolderList({
  folders,
  counts,
  total,
  current,
  hrefOf,
  onMake,
  onRename,
  onDelete,
}: {
  folders: readonly BookmarkFolder[];
  /** By folder id; `top` for what is in none. */
  counts: ReadonlyMap<string, number>;
  total: number;
  /** A folder's id, `top`, or null for all. */
  current: string | null;
  hrefOf: (folder: string | null) => string;
  onMake: (name: string) => void;
  onRename: (folder: BookmarkFolder, name: string) => void;
  onDelete: (folder: BookmarkFolder) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const row = (id: string | null, words: string, count: number): ReactElement => (
    <a href={hrefOf(id)} aria-current={current === id ? 'page' : undefined}>
      <span className="words">{words}</span>
      <span className="count">{formatCount(count)}</span>
    </a>
  );
  return (
    <aside className="side left folders" aria-label={t('bookmarks.folders')}>
      <h2 className="label">
        <b>{t('bookmarks.folders')}</b>
      </h2>
      <ul>
        <li>{row(null, t('bookmarks.all'), total)}</li>
        <li>{row('top', t('bookmarks.top'), counts.get('top') ?? 0)}</li>
        {folders.map((folder) => (
          <li key={folder.id}>
            {editing === folder.id ? (
              <NameField
                label={t('bookmarks.folderName')}
                initial={folder.name}
                onTake={(name) => {
                  setEditing(null);
                  onRename(folder, name);
                }}
                onGiveUp={() => {
                  setEditing(null);
                }}
              />
            ) : (
              <>
                {row(folder.id, folder.name, counts.get(folder.id) ?? 0)}
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('bookmarks.renameFolder', { name: folder.name })}
                  title={t('bookmarks.rename')}
                  onClick={() => {
                    setEditing(folder.id);
                  }}
                >
                  <Icon name="pencil" small />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('bookmarks.deleteFolder', { name: folder.name })}
                  title={t('bookmarks.deleteFolderTip')}
                  onClick={() => {
                    onDelete(folder);
                  }}
                >
                  <Icon name="x" small />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing === '' ? (
        <NameField
          label={t('bookmarks.folderName')}
          initial=""
          onTake={(name) => {
            setEditing(null);
            onMake(name);
          }}
          onGiveUp={() => {
            setEditing(null);
          }}
        />
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => {
            setEditing('');
          }}
        >
          <Icon name="plus" small /> {t('bookmarks.newFolder')}
        </button>
      )}
    </aside>
  );
}
