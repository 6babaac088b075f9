import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Genre } from '../../archive/model/article.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { ContentPlaceProvider, useContentPlace } from '../script/script-conversion.tsx';
import { formatCount } from '../i18n/dates.ts';

export interface StoryListItem {
  readonly articleId: string;
  readonly headline: string;
  readonly language: string;
  readonly genre: Genre;
  readonly characters: number;
  readonly isLead: boolean;
  readonly continuesOnPage: string | null;
  readonly hasDoubts: boolean;
  readonly href: string;
  /** What the reader has marked it with; null for nothing. */
  readonly marks?: ReactNode;
}

/** The stories of a page, in reading order. */
export function StoryList({
  items,
  currentArticleId,
}: {
  items: readonly StoryListItem[];
  currentArticleId: string | null;
}): ReactElement {
  const { t } = useTranslation();
  const { archiveId } = useContentPlace();
  return (
    <ol className="story-list">
      {items.map((item) => (
        <li key={item.articleId}>
          <a
            href={item.href}
            aria-current={item.articleId === currentArticleId ? 'page' : undefined}
          >
            <span className="title">
              {item.headline === '' ? (
                t('article.untitled')
              ) : (
                <ContentPlaceProvider archiveId={archiveId} articleId={item.articleId}>
                  <PrintedWords
                    text={item.headline.replaceAll('\n', '　')}
                    language={item.language}
                  />
                </ContentPlaceProvider>
              )}
            </span>
            <span className="facts">
              <span>{item.isLead ? t('issue.lead') : t(`genre.${item.genre}`)}</span>
              <span>
                {t('issue.characters', {
                  count: item.characters,
                  formatted: formatCount(item.characters),
                })}
              </span>
              {item.continuesOnPage !== null && (
                <span>{t('article.continuesOn', { page: item.continuesOnPage })}</span>
              )}
              {item.hasDoubts && <span>{t('article.problems')}</span>}
              {item.marks}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
