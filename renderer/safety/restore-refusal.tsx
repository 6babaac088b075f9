import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreOutcome } from '../../archive/model/snapshot.ts';
import { Dialog } from '../components/dialog.tsx';

/** Why a file cannot be restored from; nothing was changed. */
export function RestoreRefusal({
  refusal: { fileName, problem },
  onClose,
}: {
  refusal: Extract<RestoreOutcome, { outcome: 'refused' }>;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('safety.problem.title')} onClose={onClose} isError>
      <p>
        <b>{fileName}</b>
        <br />
        {t('safety.problem.unchanged')}
      </p>
      <p>
        {problem.code === 'unreadable'
          ? t('safety.problem.unreadable', { reason: problem.reason })
          : t(`safety.problem.${problem.code}`)}
      </p>
      <p className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          {t('safety.problem.close')}
        </button>
      </p>
    </Dialog>
  );
}
