import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import { restoreFrom } from './restore-from.ts';
import { reasonOf } from './use-safety.ts';

/** After restoring: the way back to what was there before. */
export function Restored({
  undo,
  onUndone,
  onClose,
}: {
  /** Names the backup that was made before. */
  undo: string;
  onUndone: () => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [isUndone, setUndone] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  function takeBack(): void {
    restoreFrom({ kind: 'snapshot', name: undo }, 'replace')
      .then((outcome) => {
        if (outcome.outcome === 'restored') setUndone(true);
        else setFailure(outcome.problem.code);
        onUndone();
      })
      .catch((error: unknown) => {
        setFailure(reasonOf(error));
      });
  }
  if (failure !== null) {
    return (
      <Notice title={t('safety.restore.failedTitle')} isError>
        <p>{t('safety.restore.failedText', { reason: failure })}</p>
      </Notice>
    );
  }
  return (
    <p role="status" className="actions restored">
      <span>{isUndone ? t('safety.restore.undone') : t('safety.restore.done')}</span>
      {!isUndone && (
        <button type="button" className="button" onClick={takeBack}>
          {t('safety.restore.undo')}
        </button>
      )}
      <button type="button" className="link" onClick={onClose}>
        {t('safety.problem.close')}
      </button>
    </p>
  );
}
