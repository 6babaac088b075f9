import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFailed, showNotice, undo } from './annotation-session.ts';
import { useSession } from './use-annotations.ts';

/** ms that a notice stays; failures stay until something is done about them. */
const noticeTime = 5_000;

/** Says what was done to annotations, and what could not be saved. */
export function AnnotationNotice(): ReactElement {
  const { t } = useTranslation();
  const { notice } = useSession();
  useEffect(() => {
    if (notice === null || notice.kind === 'failed') return undefined;
    const timer = window.setTimeout(() => {
      showNotice(null);
    }, noticeTime);
    return () => {
      window.clearTimeout(timer);
    };
  }, [notice]);
  function words(): string {
    if (notice === null) return '';
    switch (notice.kind) {
      case 'undone':
      case 'redone':
      case 'done':
        return t(`annotate.notice.${notice.kind}`, {
          deed: t(`annotate.deeds.${notice.deed}`),
          count: notice.count,
        });
      case 'failed':
        return t('annotate.notice.failed', { count: notice.count, reason: notice.reason });
      default:
        return t(`annotate.notice.${notice.kind}`);
    }
  }
  return (
    <div
      className={notice === null ? 'unseen' : 'annotation-notice slip'}
      data-kind={notice?.kind}
      role="status"
    >
      {words()}
      {notice?.kind === 'failed' && (
        <button type="button" className="button" onClick={() => void saveFailed()}>
          {t('annotate.notice.again')}
        </button>
      )}
      {notice?.kind === 'done' && (
        <button type="button" className="link" onClick={() => void undo()}>
          {t('annotate.notice.undo')}
        </button>
      )}
    </div>
  );
}
