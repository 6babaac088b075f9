import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { InkDots } from '../annotation/ink-dots.tsx';
import { useInks } from '../annotation/use-inks.ts';
import { formatCount } from '../i18n/dates.ts';
import { hrefOf } from '../location/use-location.ts';
import { StoryList } from '../reading/story-list.tsx';
import { PrintedWords } from '../script/printed-words.tsx';
import type { IssueData } from './issue-data.ts';

/** The stories of the page that is open, and other papers of the same day. */
export function StoryColumn({
  data,
  currentArticleId,
  side,
}: {
  data: IssueData;
  currentArticleId: string | null;
  side: 'left' | 'right';
}): ReactElement {
  const { t } = useTranslation();
  const { archive, issue, page, sameDay } = data;
  const rowOf = new Map(data.rows.map((row) => [row.id, row]));
  const rows = data.articles.flatMap(({ id }) => rowOf.get(id) ?? []);
  const inks = useInks(
    archive.id,
    rows.map(({ id }) => id),
  );
  return (
    <aside className={`side ${side}`} aria-label={t('issue.onPage')}>
      <h2 className="label">
        <b>
          {t('issue.page', { page: page.number })}
          {'　'}
          <PrintedWords text={page.name} language={archive.description.defaults.language} />
        </b>
        <span>
          {t('issue.articles', { count: page.articles })} ·{' '}
          {t('issue.characters', {
            count: page.characters,
            formatted: formatCount(page.characters),
          })}
        </span>
      </h2>
      <StoryList
        items={rows.map((row, index) => ({
          articleId: row.id,
          headline: row.headline,
          language: row.language,
          genre: row.genre,
          characters: row.characters,
          isLead: index === 0,
          continuesOnPage: row.continuesOn?.page ?? null,
          hasDoubts: row.problems > 0,
          marks: inks.has(row.id) && <InkDots inks={inks.get(row.id) ?? []} />,
          href: hrefOf({
            screen: 'article',
            archiveId: archive.id,
            issueId: issue.id,
            page: page.number,
            articleId: row.id,
          }),
        }))}
        currentArticleId={currentArticleId}
      />
      {sameDay.length > 0 && (
        <>
          <h2 className="label">{t('issue.sameDay')}</h2>
          <ul className="story-list">
            {sameDay.map((other) => (
              <li key={other.archive.id}>
                <a
                  href={hrefOf({
                    screen: 'issue',
                    archiveId: other.archive.id,
                    issueId: other.issue.id,
                    page: null,
                  })}
                >
                  <span className="title">
                    <PrintedWords
                      text={`${other.archive.description['dcterms:title']}　${other.issue.number}`}
                      language={other.archive.description.defaults.language}
                    />
                  </span>
                  {other.lead !== undefined && (
                    <span className="facts">
                      <span>{t('issue.page', { page: other.lead.page })}</span>
                      {other.lead.headline === '' ? (
                        <span>{t('article.untitled')}</span>
                      ) : (
                        <PrintedWords
                          text={other.lead.headline.replaceAll('\n', '　')}
                          language={other.lead.language}
                        />
                      )}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
