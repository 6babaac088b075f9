import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { chineseNumber, formatCount } from '../i18n/dates.ts';
import type { RunningLoad } from './use-loads.ts';

/** Seconds that the load will still take by its pace so far; null while that cannot be known. */
function secondsLeft({ progress, startedAt }: RunningLoad, now: number): number | null {
  if (progress === null || progress.bytes === 0) return null;
  const elapsed = (now - startedAt) / 1000;
  if (elapsed < 1) return null;
  return Math.ceil((elapsed / progress.bytes) * (progress.totalBytes - progress.bytes));
}

function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(performance.now());
    }, 500);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return now;
}

/** What a person sees while the bundled papers load for the first time. */
export function FirstStart({
  running,
  onCancel,
}: {
  running: RunningLoad | null;
  onCancel: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const progress = running?.progress ?? null;
  const title = running?.bag.description['dcterms:title'];
  const share =
    progress === null || progress.totalBytes === 0 ? 0 : progress.bytes / progress.totalBytes;
  const left = running === null ? null : secondsLeft(running, now);
  const reached = progress === null ? 0 : share < 1 ? 1 : 2;
  const steps = [t('start.inspect'), t('start.verify'), t('start.finish'), t('start.open')];
  const remaining =
    left === null
      ? ''
      : t('start.remaining', {
          time:
            left < 90
              ? t('start.seconds', { count: left })
              : t('start.minutes', { count: Math.ceil(left / 60) }),
        });
  return (
    <main className="first-start">
      <div className="first-start-work">
        <h1>{title === undefined ? t('start.preparing') : t('start.loading', { title })}</h1>
        <p className="amounts">
          <span>
            {t('start.text')}　
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
  );
}
