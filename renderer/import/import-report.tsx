import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportOutcome } from '../../archive/import/assembly/import-plan.ts';
import type { SourceRemark, SourceReport } from '../../archive/import/assembly/source-report.ts';
import type { SaveBagOutcome } from '../../preload/bridge.ts';
import { Icon } from '../components/icon.tsx';
import { formatCount } from '../i18n/dates.ts';

const shownReports = 200;

function Remark({ remark }: { remark: SourceRemark }): ReactElement {
  const { t } = useTranslation();
  const { code, headline, before, after, confidence } = remark;
  return (
    <li>
      <span>
        {t([`importing.remarks.${code as 'binary'}`, 'importing.remarks.other'], { code })}
        {confidence !== null && (
          <small>{t('importing.confidence', { value: confidence.toFixed(2) })}</small>
        )}
      </span>
      <q>
        {headline !== '' && <b>{headline}</b>}
        {before}
        {before !== '' && after !== '' && <i aria-hidden="true">{'｜'}</i>}
        {after}
      </q>
    </li>
  );
}

function OneReport({ report }: { report: SourceReport }): ReactElement {
  const { t } = useTranslation();
  const { source, stories, joins, characters, unplacedCharacters, remarks } = report;
  return (
    <section className="import-report" aria-label={source}>
      <h3>
        {remarks.length === 0 ? (
          <Icon name="seal-check" small />
        ) : (
          <Icon name="warning-circle" small />
        )}
        {source}
      </h3>
      {characters > 0 && (
        <p>
          {t('importing.restored', {
            stories: formatCount(stories),
            joins: formatCount(joins),
          })}
          <span>
            {t('importing.account', {
              characters: formatCount(characters),
              placed: formatCount(characters - unplacedCharacters),
              unplaced: formatCount(unplacedCharacters),
            })}
          </span>
        </p>
      )}
      {remarks.length > 0 && (
        <ul>
          {remarks.slice(0, 100).map((remark, index) => (
            <Remark key={index} remark={remark} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What became of every file. */
export function ImportReport({
  outcome,
  onOpen,
  onSave,
  onAgain,
}: {
  outcome: Exclude<ImportOutcome, { outcome: 'cancelled' }>;
  onOpen: (archiveId: string) => void;
  onSave: (archiveId: string) => Promise<SaveBagOutcome>;
  onAgain: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { reports } = outcome;
  const [saved, setSaved] = useState<SaveBagOutcome | null>(null);
  const doubtfulFirst = reports.toSorted((a, b) => b.remarks.length - a.remarks.length);
  return (
    <>
      {outcome.outcome === 'failed' ? (
        <p className="bad" role="alert">
          {t(outcome.code === 'nothing-read' ? 'importing.nothingRead' : 'importing.failed', {
            code: outcome.code,
            detail: outcome.detail,
          })}
        </p>
      ) : (
        <ul className="import-built">
          {outcome.bags.map(({ archiveId, title, revision }) => (
            <li key={archiveId}>
              <b>{title}</b>
              <span>{t('library.revision', { revision })}</span>
              <button
                type="button"
                className="button primary"
                // eslint-disable-next-line jsx-a11y/no-autofocus -- the import has ended and this is what it was for
                autoFocus
                onClick={() => {
                  onOpen(archiveId);
                }}
              >
                {t('importing.open')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  void onSave(archiveId).then(setSaved);
                }}
              >
                <Icon name="download" />
                {t('importing.save')}
              </button>
            </li>
          ))}
          <li role="status">
            {saved?.outcome === 'saved' && t('importing.saved', { path: saved.path })}
            {saved?.outcome === 'failed' && t('importing.notSaved', { code: saved.code })}
          </li>
        </ul>
      )}
      <p className="import-sum">
        {t('importing.sum', {
          count: reports.length,
          files: formatCount(reports.length),
          stories: formatCount(reports.reduce((sum, { stories }) => sum + stories, 0)),
          joins: formatCount(reports.reduce((sum, { joins }) => sum + joins, 0)),
        })}{' '}
        <button type="button" className="link" onClick={onAgain}>
          {t('importing.again')}
        </button>
      </p>
      {doubtfulFirst.slice(0, shownReports).map((report) => (
        <OneReport key={report.source} report={report} />
      ))}
      {reports.length > shownReports && (
        <p>{t('importing.moreReports', { count: reports.length - shownReports })}</p>
      )}
    </>
  );
}
