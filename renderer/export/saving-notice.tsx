import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressLine } from '../components/progress-line.tsx';
import { useTimeLeft } from '../i18n/time-left.ts';
import type { Saver } from './use-saving.ts';

const shares = { gathering: 0, setting: 0.1, numbering: 0.3, drawing: 0.4, writing: 0.95 } as const;
/** Drawing the pages takes so many times as long as all that comes before it. */
const drawingShare = 2;
const readOnlyCodes: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM', 'EROFS']);

/** How a file that is being saved stands: the step with a stop, or how it ended. */
export function SavingNotice({ saver }: { saver: Saver }): ReactElement {
  const { t } = useTranslation();
  const { saving, cancel } = saver;
  const timeLeft = useTimeLeft(
    saving.state === 'working' && saving.step === 'drawing'
      ? (saving.elapsed * drawingShare) / 1000
      : null,
  );
  if (saving.state === 'working') {
    const words = t(`exporting.steps.${saving.step}`);
    return (
      <div className="saving">
        <p role="status">
          {words} {timeLeft}
        </p>
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
  const { outcome, missingPhotos } = saving;
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
      {outcome.outcome === 'saved' && missingPhotos > 0 && (
        <p>{t('exporting.photos.missing', { count: missingPhotos })}</p>
      )}
    </div>
  );
}
