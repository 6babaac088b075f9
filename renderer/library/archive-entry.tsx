import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { BagProgress, BagReport } from '../../archive/model/bag-report.ts';
import { Icon } from '../components/icon.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { PrintedWords } from '../script/printed-words.tsx';
import { formatCount } from '../i18n/dates.ts';
import type { CoveredDay } from './calendar-months.ts';
import { useTimeLeft } from '../i18n/time-left.ts';
import { CoverageBars } from './coverage-bars.tsx';

/** What stands in the way of reading an archive, or nothing. */
export type EntryState =
  | {
      readonly kind: 'ready';
      readonly report: BagReport;
      /** The day of the last verification, in words. */
      readonly verifiedOn: string;
      /** The file is no longer what was loaded. */
      readonly hasChanged: boolean;
    }
  | {
      readonly kind: 'loading';
      readonly progress: BagProgress | null;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: 'not-loaded' };

export interface ArchiveEntryData {
  readonly archiveId: string;
  readonly bagId: string;
  readonly description: ArchiveDescription;
  readonly isBundled: boolean;
  readonly days: readonly CoveredDay[];
  readonly state: EntryState;
}

function Fixity({
  report,
  verifiedOn,
  hasChanged,
}: Extract<EntryState, { kind: 'ready' }>): ReactElement {
  const { t } = useTranslation();
  if (hasChanged) {
    return (
      <p className="fixity bad">
        <Icon name="warning" />
        <span>
          <b>{t('fixity.changed')}</b>
          <small>{t('fixity.changedShort', { date: verifiedOn })}</small>
        </span>
      </p>
    );
  }
  const skipped = report.problems.filter(({ severity }) => severity === 'skip').length;
  if (report.damagedMedia.length > 0) {
    return (
      <p className="fixity bad">
        <Icon name="warning" />
        <span>
          <b>{t('library.damaged', { count: report.damagedMedia.length })}</b>
          <small>{t('library.damagedNote')}</small>
        </span>
      </p>
    );
  }
  if (skipped > 0) {
    return (
      <p className="fixity bad">
        <Icon name="warning" />
        <span>
          <b>{t('library.skipped', { count: skipped })}</b>
          <small>{t('library.skippedNote')}</small>
        </span>
      </p>
    );
  }
  return (
    <p className="fixity good">
      <Icon name="seal-check" />
      <span>
        <b>{t('library.verified')}</b>
        <small>
          {t('library.verifiedNote', { files: formatCount(report.checkedFiles), date: verifiedOn })}
        </small>
      </span>
    </p>
  );
}

/** One archive in the library's list. */
export function ArchiveEntry({
  entry,
  isSelected,
  href,
  contentsHref,
  onSelect,
  onLoad,
  onCancel,
  onRemove,
}: {
  entry: ArchiveEntryData;
  isSelected: boolean;
  href: string;
  contentsHref: string;
  onSelect: () => void;
  onLoad: () => void;
  onCancel: () => void;
  onRemove: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [asksToRemove, setAsksToRemove] = useState(false);
  const { description, state } = entry;
  const title = description['dcterms:title'];
  const words = <PrintedWords text={title} language={description.defaults.language} />;
  const { issues, pages, articles } = description.counts;
  const share =
    state.kind === 'loading' && state.progress !== null && state.progress.totalBytes > 0
      ? state.progress.bytes / state.progress.totalBytes
      : 0;
  const timeLeft = useTimeLeft(state.kind === 'loading' ? state.secondsLeft : null);
  const percent = `${Math.floor(share * 100)}%`;
  return (
    <li className={isSelected ? 'archive-entry selected' : 'archive-entry'}>
      <div>
        <h2>{state.kind === 'ready' ? <a href={href}>{words}</a> : words}</h2>
        <p className="facts">
          {description['dcterms:temporal'].replace('/', ' – ')}
          <br />
          {t('library.counts', {
            issues: formatCount(issues),
            pages: formatCount(pages),
            articles: formatCount(articles),
          })}
          <br />
          <PrintedWords
            text={description['dcterms:publisher']}
            language={description.defaults.language}
          />
          {'　'}
          {t('library.revision', { revision: description.revision })}
          {entry.isBundled && `　${t('library.bundled')}`}
        </p>
        {description.sample && <p className="sample-mark">{t('library.sampleNote')}</p>}
      </div>
      {state.kind === 'loading' ? (
        <div className="loading">
          <p>
            <span>
              {t('start.progress', {
                done: formatCount(state.progress?.articles ?? 0),
                total: formatCount(articles),
              })}
            </span>
            <span>{timeLeft === '' ? percent : timeLeft}</span>
          </p>
          <ProgressLine label={title} value={share} />
        </div>
      ) : (
        <CoverageBars
          days={entry.days}
          gaps={description.gaps}
          label={description['dcterms:temporal']}
        />
      )}
      <div>
        {state.kind === 'ready' && <Fixity {...state} />}
        {state.kind === 'loading' && (
          <p className="fixity">
            <Icon name="download" />
            <span>
              <b>{t('library.loading', { percent })}</b>
              <small>{t('library.loadingNote')}</small>
            </span>
          </p>
        )}
        {state.kind === 'not-loaded' && (
          <p className="fixity">
            <Icon name="plugs" />
            <span>
              <b>{t('library.interrupted')}</b>
              <small>{t('library.interruptedNote')}</small>
            </span>
          </p>
        )}
        {asksToRemove ? (
          <div className="confirm" role="alertdialog" aria-label={t('library.remove')}>
            <p>
              {t('library.removeConfirm', { title })}
              <br />
              <small>{t('library.removeNote')}</small>
            </p>
            <p className="entry-actions">
              <button type="button" className="link" onClick={onRemove}>
                {t('library.removeConfirmAction')}
              </button>
              <button
                type="button"
                className="link"
                onClick={() => {
                  setAsksToRemove(false);
                }}
              >
                {t('library.keep')}
              </button>
            </p>
          </div>
        ) : (
          <p className="entry-actions">
            {state.kind === 'ready' && (
              <a className="link" href={href}>
                {t('library.read')}
              </a>
            )}
            {state.kind === 'ready' && (
              <a className="link" href={contentsHref}>
                {t('contents.open')}
              </a>
            )}
            {state.kind === 'not-loaded' && (
              <button type="button" className="link" onClick={onLoad}>
                {t('library.reload')}
              </button>
            )}
            {state.kind === 'loading' && (
              <button type="button" className="link" onClick={onCancel}>
                {t('library.cancel')}
              </button>
            )}
            <button type="button" className="link" aria-pressed={isSelected} onClick={onSelect}>
              {t('library.details')}
            </button>
            {state.kind !== 'loading' && !entry.isBundled && (
              <button
                type="button"
                className="link"
                onClick={() => {
                  setAsksToRemove(true);
                }}
              >
                {t('library.remove')}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
