import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { loadProgress } from '../database/load-progress.ts';
import { chineseNumber, formatCount } from '../i18n/dates.ts';
import { useTimeLeft } from '../i18n/time-left.ts';
import type { RunningLoad } from './use-loads.ts';
import { StatusLine } from './window-frame.tsx';

/** What a person sees while the bundled papers load for the first time. */
export function FirstStart({
  running,
  onCancel,
  onOfflineReport,
}: {
  running: RunningLoad | null;
  onCancel: () => void;
  onOfflineReport: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const shown = useSyncExternalStore(loadProgress.watch, loadProgress.now);
  const remaining = useTimeLeft(shown?.secondsLeft ?? null);
  const progress = running === null ? null : (shown?.progress ?? null);
  const title = running?.bag.description['dcterms:title'];
  const share =
    progress === null || progress.totalBytes === 0 ? 0 : progress.bytes / progress.totalBytes;
  const reached = progress === null ? 0 : share < 1 ? 1 : 2;
  const steps = [t('start.inspect'), t('start.verify'), t('start.finish'), t('start.open')];
  return (
    <div className="first-start-window">
      <main className="first-start">
        <div className="first-start-work">
          <h1>{title === undefined ? t('start.preparing') : t('start.loading', { title })}</h1>
          <p className="amounts">
            <span>
              {t('start.text')}
              {'　'}
              {t('start.progress', {
                done: formatCount(progress?.articles ?? 0),
                total: formatCount(
                  progress?.totalArticles ?? running?.bag.description.counts.articles ?? 0,
                ),
              })}
            </span>
            <span aria-live="polite">{remaining}</span>
          </p>
          <ProgressLine label={t('start.text')} value={share} />
          <ol aria-label={t('start.steps')}>
            {steps.map((step, index) => (
              <li
                key={step}
                className={index < reached ? 'done' : index === reached ? 'now' : undefined}
                aria-current={index === reached ? 'step' : undefined}
              >
                {index < reached ? (
                  <Icon name="check" small />
                ) : (
                  <b>{i18n.language === 'en' ? index + 1 : chineseNumber(index + 1)}</b>
                )}
                <span>{step}</span>
                <span>
                  {index < reached && t('start.done')}
                  {index === reached && index === 1 && `${Math.floor(share * 100)}%`}
                </span>
              </li>
            ))}
          </ol>
          <p className="actions">
            <button type="button" className="button" onClick={onCancel} disabled={running === null}>
              {t('start.cancel')}
            </button>
            <span>{t('start.cancelNote')}</span>
          </p>
        </div>
        <div className="first-start-name" lang={i18n.language === 'en' ? 'zh-Hans' : i18n.language}>
          <p className="name">{t('nameInChinese')}</p>
          <p className="motto">
            {[0, 1, 2].map((index) => (
              <span key={index}>{t(`motto.${index as 0 | 1 | 2}`)}</span>
            ))}
          </p>
        </div>
      </main>
      <StatusLine facts={null} onOfflineReport={onOfflineReport}>
        <b>{t('start.firstStart')}</b>
        <span>{t('start.stored')}</span>
      </StatusLine>
    </div>
  );
}
