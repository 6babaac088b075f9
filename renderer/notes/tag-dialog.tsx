import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/dialog.tsx';
import { formatCount } from '../i18n/dates.ts';

/** All tags with a field each: another name renames, a name in use merges. */
export function TagDialog({
  tags,
  onRename,
  onClose,
}: {
  /** With their counts. */
  tags: readonly (readonly [string, number])[];
  onRename: (from: string, to: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const take = (tag: string): void => {
    const name = drafts.get(tag)?.trim() ?? '';
    if (name !== '' && name !== tag) onRename(tag, name);
  };
  return (
    <Dialog title={t('notes.renameTags')} onClose={onClose}>
      <p>{tags.length === 0 ? t('notes.noTags') : t('notes.tagsText')}</p>
      <ul className="tag-names">
        {tags.map(([tag, count]) => (
          <li key={tag}>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                take(tag);
              }}
            >
              <input
                type="text"
                maxLength={200}
                aria-label={t('notes.newTagName', { name: tag })}
                value={drafts.get(tag) ?? tag}
                onChange={(event) => {
                  setDrafts(new Map(drafts).set(tag, event.target.value));
                }}
              />
              <span className="count">{formatCount(count)}</span>
              <button
                type="submit"
                className="button"
                disabled={(drafts.get(tag)?.trim() ?? tag) === tag}
              >
                {t('notes.rename')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          {t('notes.inksDone')}
        </button>
      </p>
    </Dialog>
  );
}
