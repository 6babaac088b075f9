import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Issue, Page } from '../../archive/model/issue.ts';
import { printedDate } from '../i18n/dates.ts';

interface Parts {
  readonly description: ArchiveDescription;
  readonly issue: Issue;
}

function dateWords({ description, issue }: Parts): string {
  const { language, calendar } = description.defaults;
  return printedDate(issue.date, language, calendar);
}

/** The name of the paper over its front page: 报头, 报眼 and the line of dates. */
export function Masthead({ description, issue }: Parts): ReactElement {
  const { t } = useTranslation();
  const title = description['dcterms:title'];
  return (
    <header className="masthead" lang={description.defaults.language}>
      <div className="masthead-top">
        <h1>{title}</h1>
        {description.sample && (
          <p className="sample-mark" title={t('library.sampleNote')}>
            {t('library.sample')}
          </p>
        )}
        {issue.ear.length > 0 && (
          <div className="ear">
            {issue.ear.map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
        )}
      </div>
      <div className="dateband">
        <span>{dateWords({ description, issue })}</span>
        {issue.notes.map((note, index) => (
          <span key={index}>{note}</span>
        ))}
        {issue.number !== '' && <span>{issue.number}</span>}
        {description.publication.cnNumber !== '' && <span>{description.publication.cnNumber}</span>}
      </div>
    </header>
  );
}

/** The running head over the pages after the first. */
export function RunningHead({ description, issue, page }: Parts & { page: Page }): ReactElement {
  const { t } = useTranslation();
  return (
    <header className="running-head" lang={description.defaults.language}>
      <h1>
        <b>{page.number}</b>
        <span>{page.name}</span>
      </h1>
      <p>
        {description['dcterms:title']}
        {description.sample && `（${t('library.sample')}）`}
      </p>
      <p>{dateWords({ description, issue })}</p>
    </header>
  );
}
