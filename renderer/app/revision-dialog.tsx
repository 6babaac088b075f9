import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/dialog.tsx';
import type { RevisionQuestion } from './use-loads.ts';

/** Asks before a file takes the place of an archive that is loaded in the same revision or a later one. */
export function RevisionDialog({ question }: { question: RevisionQuestion }): ReactElement {
  const { t } = useTranslation();
  const { description } = question.bag;
  return (
    <Dialog
      title={t('revision.title', { title: description['dcterms:title'] })}
      onClose={() => {
        question.answer(false);
      }}
    >
      <p>
        {t('revision.text', {
          loaded: question.loadedRevision,
          found: description.revision,
        })}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            question.answer(false);
          }}
        >
          {t('revision.keep')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            question.answer(true);
          }}
        >
          {t('revision.load')}
        </button>
      </p>
    </Dialog>
  );
}
