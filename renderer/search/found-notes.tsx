import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundNote } from '../database/search-messages.ts';
import { findArchive } from '../database/archives.ts';
import { findRow } from '../database/article-rows.ts';
import { goTo } from '../location/use-location.ts';
import { formatCount } from '../i18n/dates.ts';

const few = 3;

async function openNote({ archiveId, articleId }: FoundNote): Promise<void> {
  const archive = articleId === null ? undefined : await findArchive(archiveId);
  const row = archive && articleId !== null ? await findRow(archive, articleId) : undefined;
  if (!row) return;
  const { issueId, page, id } = row;
  goTo({ screen: 'article', archiveId, issueId, page, articleId: id });
}

/** The reader's own notes in which the words were found, above the stories. */
export function FoundNotes({
  notes,
  paperOf,
}: {
  notes: readonly FoundNote[];
  paperOf: (archiveId: string) => string;
}): ReactElement {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  const shown = isLong ? notes : notes.slice(0, few);
  return (
    <section className="found-notes" aria-label={t('search.notes')}>
      <h3 className="label">
        <b>{t('search.notes')}</b>
        <span>{formatCount(notes.length)}</span>
      </h3>
      <ul>
        {shown.map((note) => (
          <li key={note.id}>
            <button
              type="button"
              onClick={() => {
                void openNote(note);
              }}
            >
              <span className="note">{note.note}</span>
              {note.quote !== '' && <q>{note.quote}</q>}
              <span className="paper">{paperOf(note.archiveId)}</span>
            </button>
          </li>
        ))}
      </ul>
      {notes.length > few && (
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
            : t('contents.all', { formatted: formatCount(notes.length) })}
        </button>
      )}
    </section>
  );
}
