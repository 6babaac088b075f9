import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import type { NotesView } from '../location/notes-filter.ts';

/** What stands where no note is listed. */
export function NoNotes({
  view,
  isNarrowed,
  onClear,
}: {
  view: NotesView;
  /** There are some, and a filter hides them. */
  isNarrowed: boolean;
  onClear: () => void;
}): ReactElement {
  const { t } = useTranslation();
  if (isNarrowed) {
    return (
      <Notice
        title={t('notes.noneFound')}
        actions={
          <button type="button" className="button" onClick={onClear}>
            {t('notes.clear')}
          </button>
        }
      >
        <p>{t('notes.noneFoundText')}</p>
      </Notice>
    );
  }
  const [title, text] = {
    all: [t('notes.none'), t('notes.noneText')],
    orphans: [t('notes.noneOrphaned'), t('notes.noneOrphanedText')],
    conflicts: [t('notes.noConflicts'), t('notes.noConflictsText')],
    trash: [t('notes.trashEmpty'), t('notes.trashEmptyText')],
  }[view];
  return (
    <Notice title={title ?? ''}>
      <p>{text}</p>
    </Notice>
  );
}
