import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalProblem } from '../../preload/bridge.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProblemList } from '../library/problem-list.tsx';

/** What was found wrong in the journal at this start; whatever can be read stays in use. */
export function JournalNotice({
  problems,
  onClose,
}: {
  problems: readonly JournalProblem[];
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('journal.title')} onClose={onClose} isError>
      <p>{t('journal.text')}</p>
      <ProblemList
        problems={problems.map(({ code, line, amount }) => ({
          code,
          severity: 'warn',
          path: '',
          line,
          details: { amount },
        }))}
        unlisted={0}
      />
      <p className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          {t('journal.close')}
        </button>
      </p>
    </Dialog>
  );
}
