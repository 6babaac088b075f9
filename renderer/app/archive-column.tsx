import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { findIssue } from '../database/issues.ts';
import { savePreference } from '../database/preferences.ts';
import { dayOf } from '../i18n/dates.ts';
import { shownEraYear } from '../i18n/era-years.ts';
import { Calendar } from '../library/calendar.tsx';
import type { IssuePages } from '../library/day-slip.tsx';
import { PageList } from '../library/page-list.tsx';
import { wholeContents } from '../location/contents-filter.ts';
import { hrefOf } from '../location/use-location.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { coveredDays } from './covered-days.ts';
import type { IssueData } from './issue-data.ts';

/** `1957–2019`, or one year alone. */
function yearsOf(temporal: string): string {
  const [from = '', to = from] = temporal.split('/').map((date) => date.slice(0, 4));
  return from === to ? from : `${from}–${to}`;
}

/** Whether papers of that day counted years by eras, as far as the archive's calendar tells. */
function isEraTime(date: string, calendar: 'gregorian' | 'republican'): boolean {
  const day = dayOf(date);
  return day !== null && shownEraYear(day.year, calendar) !== null;
}

/** The left column of an issue: the archive's calendar, and the pages of the issue. */
export function ArchiveColumn({
  data,
  eraYears,
}: {
  data: IssueData;
  /** What was chosen, by archive id; elsewhere the time of the issue decides. */
  eraYears: Readonly<Record<string, boolean>>;
}): ReactElement {
  const { t } = useTranslation();
  const { archive, issue, page } = data;
  const { description } = archive;
  const days = useMemo(() => coveredDays(archive), [archive]);
  const { generation } = archive;
  const lookUp = useCallback(
    async (issueId: string): Promise<IssuePages | undefined> => {
      const found = await findIssue({ generation }, issueId);
      return found && { ...found, pages: found.pages.map(({ number }) => number) };
    },
    [generation],
  );
  return (
    <aside className="side left" aria-label={t('calendar.label')}>
      <h2 className="label">
        <b>
          <PrintedWords
            text={description['dcterms:title']}
            language={description.defaults.language}
          />
        </b>
        <span>{yearsOf(description['dcterms:temporal'])}</span>
      </h2>
      <Calendar
        days={days}
        gaps={description.gaps}
        calendar={description.defaults.calendar}
        showsEras={eraYears[archive.id] ?? isEraTime(issue.date, description.defaults.calendar)}
        currentDate={issue.date}
        hrefOfIssue={(issueId) =>
          hrefOf({ screen: 'issue', archiveId: archive.id, issueId, page: null })
        }
        lookUp={lookUp}
        onShowEras={(shows) => {
          void savePreference('eraYears', { ...eraYears, [archive.id]: shows });
        }}
      />
      <p className="to-contents">
        <a
          className="link"
          href={hrefOf({ screen: 'contents', archiveId: archive.id, filter: wholeContents })}
        >
          {t('contents.open')}
        </a>
      </p>
      <h2 className="label">
        <b>
          {issue.number === '' ? (
            t('issue.pages')
          ) : (
            <PrintedWords text={issue.number} language={description.defaults.language} />
          )}
        </b>
        <span>
          {t('issue.issuePages', { count: issue.pages.length })} ·{' '}
          {t('issue.articles', { count: issue.articles })}
        </span>
      </h2>
      <PageList
        pages={issue.pages.map((each) => ({
          number: each.number,
          name: each.name,
          articles: each.articles,
          href: hrefOf({
            screen: 'issue',
            archiveId: archive.id,
            issueId: issue.id,
            page: each.number,
          }),
        }))}
        missingPages={issue.missingPages}
        currentPage={page.number}
        language={description.defaults.language}
      />
    </aside>
  );
}
