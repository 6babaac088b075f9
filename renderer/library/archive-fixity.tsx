import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BagProblem, BagProgress } from '../../archive/model/bag-report.ts';
import { ProgressLine } from '../components/progress-line.tsx';
import { formatBytes } from '../i18n/bytes.ts';
import { formatCount } from '../i18n/dates.ts';
import { ProblemList } from './problem-list.tsx';
import { useTimeLeft } from '../i18n/time-left.ts';

const listedProblems = 12;

/** When an archive's file was last compared with its manifest, what that found, and once more. */
export function ArchiveFixity({
  title,
  verifiedAt,
  isFromLoad,
  files,
  problems,
  running,
  onVerify,
  onCancel,
  onOpenAgain,
}: {
  title: string;
  /** In words. */
  verifiedAt: string;
  /** The last time was when it was loaded. */
  isFromLoad: boolean;
  /** Files that were compared. */
  files: number;
  /** Why the file is no longer what was loaded; none where it is. */
  problems: readonly BagProblem[];
  /** `other` while another archive is being verified; null while none is. */
  running: 'other' | { progress: BagProgress | null; secondsLeft: number | null } | null;
  onVerify: () => void;
  onCancel: () => void;
  onOpenAgain: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const own = typeof running === 'object' ? running : null;
  const timeLeft = useTimeLeft(own?.secondsLeft ?? null);
  const done = own?.progress?.bytes ?? 0;
  const total = own?.progress?.totalBytes ?? 0;
  return (
    <section className="archive-fixity" aria-label={t('fixity.title')}>
      <h3 className="label">{t('fixity.title')}</h3>
      <dl>
        <div>
          <dt>{t('fixity.lastVerified')}</dt>
          <dd>{isFromLoad ? t('fixity.atLoad', { time: verifiedAt }) : verifiedAt}</dd>
        </div>
        <div>
          <dt>{t('fixity.files')}</dt>
          <dd>{formatCount(files)}</dd>
        </div>
      </dl>
      {problems.length > 0 && own === null && (
        <div className="changed" role="alert">
          <p>
            <b>{t('fixity.changed')}</b>
          </p>
          <p>{t('fixity.changedText')}</p>
          <ProblemList
            problems={problems.slice(0, listedProblems)}
            unlisted={Math.max(0, problems.length - listedProblems)}
          />
          <p>{t('fixity.changedAdvice')}</p>
          <p>
            <button type="button" className="button" onClick={onOpenAgain}>
              {t('fixity.openAgain')}
            </button>
          </p>
        </div>
      )}
      {own === null ? (
        <>
          <p>
            <button
              type="button"
              className="button"
              disabled={running === 'other'}
              onClick={onVerify}
            >
              {t('fixity.again')}
            </button>
          </p>
          <p className="note">{running === 'other' ? t('fixity.busy') : t('fixity.againNote')}</p>
        </>
      ) : (
        <div className="verifying">
          <p>
            <span>{t('fixity.done', { done: formatBytes(done), total: formatBytes(total) })}</span>
            <span aria-live="polite">{timeLeft}</span>
          </p>
          <ProgressLine
            label={t('fixity.running', { title })}
            value={total === 0 ? 0 : done / total}
          />
          <p>
            <button type="button" className="link" onClick={onCancel}>
              {t('fixity.cancel')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
