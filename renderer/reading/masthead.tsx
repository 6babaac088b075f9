import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Issue, Page } from '../../archive/model/issue.ts';
import { printedDate } from '../i18n/dates.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { useShownLanguage } from '../script/script-conversion.tsx';
import { nameStyle } from './headline-break.ts';

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
  const shownLanguage = useShownLanguage();
  const { language } = description.defaults;
  const title = description['dcterms:title'];
  return (
    <header className="masthead" lang={shownLanguage(language)}>
      <div className="masthead-top">
        <h1 style={nameStyle(title)}>
          <PrintedWords text={title} language={language} />
        </h1>
        {description.sample && (
          <p className="sample-mark" title={t('library.sampleNote')}>
            {t('library.sample')}
          </p>
        )}
        {issue.ear.length > 0 && (
          <div className="ear">
            {issue.ear.map((line, index) => (
              <p key={index}>
                <PrintedWords text={line} language={language} />
              </p>
            ))}
          </div>
        )}
      </div>
      <div className="dateband">
        <PrintedWords text={dateWords({ description, issue })} language={language} />
        {issue.notes.map((note, index) => (
          <PrintedWords key={index} text={note} language={language} />
        ))}
        {issue.number !== '' && <PrintedWords text={issue.number} language={language} />}
        {description.publication.cnNumber !== '' && <span>{description.publication.cnNumber}</span>}
      </div>
    </header>
  );
}

/** The running head over the pages after the first. */
export function RunningHead({ description, issue, page }: Parts & { page: Page }): ReactElement {
  const { t } = useTranslation();
  const shownLanguage = useShownLanguage();
  const { language } = description.defaults;
  return (
    <header className="running-head" lang={shownLanguage(language)}>
      <h1>
        <b>{page.number}</b>
        <PrintedWords text={page.name} language={language} />
      </h1>
      <p>
        <PrintedWords text={description['dcterms:title']} language={language} />
        {description.sample && `（${t('library.sample')}）`}
      </p>
      <p>
        <PrintedWords text={dateWords({ description, issue })} language={language} />
      </p>
    </header>
  );
}
