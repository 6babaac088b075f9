import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressLine } from '../components/progress-line.tsx';
import type { Saver } from './use-saving.ts';

const shares = { setting: 0.25, numbering: 0.65, writing: 0.95 } as const;
const readOnlyCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** How a file that is being saved stands: the step with a stop, or how it ended. */
export function SavingNotice({ saver }: { saver: Saver }): ReactElement {
  const { t } = useTranslation();
  const { saving, cancel } = saver;
  if (saving.state === 'working') {
    const words = t(`exporting.steps.${saving.step}`);
    return (
      <div className="saving">
        <p role="status">{words}</p>
        <ProgressLine label={words} value={shares[saving.step]} />
        <button type="button" className="button" onClick={cancel}>
          {t('exporting.cancel')}
        </button>
      </div>
    );
  }
  if (saving.state === 'idle') return <div className="saving" role="status" />;
  if (saving.state === 'broken') {
    return (
      <div className="saving bad" role="alert">
        <p>{t('exporting.broken', { reason: saving.reason })}</p>
      </div>
    );
  }
  const { outcome } = saving;
  if (outcome.outcome === 'failed') {
    const { fileName, code } = outcome;
    const words =
      code === 'ENOSPC' || code === 'EDQUOT'
        ? t('exporting.failedFull', { fileName })
        : readOnlyCodes.has(code)
          ? t('exporting.failedReadOnly', { fileName })
          : t('exporting.failed', { fileName, code });
    return (
      <div className="saving bad" role="alert">
        <p>{words}</p>
      </div>
    );
  }
  return (
    <div className="saving" role="status">
      <p>
        {outcome.outcome === 'saved'
          ? t('exporting.saved', { fileName: outcome.fileName })
          : t('exporting.cancelled')}
      </p>
    </div>
  );
}
