import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../archive/model/article.ts';
import { useShownLanguage } from '../script/script-conversion.tsx';
import { ArticleLanguageContext } from './segments.tsx';
import { Byline, Deck, HeadlineText, headOf, Kicker } from './story-head.tsx';
import { StoryBody } from './story-body.tsx';
import { settingOf, type ReadingSettings } from './reading-settings.ts';

/** A story as it is set for reading, for paper. */
export function PrintedStory({
  article,
  bagId,
  isVertical,
  settings,
}: {
  article: Article;
  bagId: string;
  isVertical: boolean;
  settings: ReadingSettings;
}): ReactElement {
  const { t } = useTranslation();
  const shownLanguage = useShownLanguage();
  const { continuesOn, continuedFrom } = article;
  return (
    <div
      className={isVertical ? 'printed-story vertical' : 'printed-story'}
      style={settingOf(settings).style}
      {...settingOf(settings).data}
    >
      <ArticleLanguageContext value={article.language}>
        <article
          className="story"
          lang={shownLanguage(article.language)}
          data-genre={article.genre}
          data-head={headOf(article)}
        >
          <header className="story-head">
            <Kicker article={article} />
            <h1 className="headline">
              <HeadlineText article={article} />
            </h1>
            <Deck article={article} />
            <Byline article={article} />
          </header>
          <div className="story-text">
            {continuedFrom !== undefined && (
              <p className="turn">{t('article.continuedFrom', { page: continuedFrom.page })}</p>
            )}
            <StoryBody
              article={article}
              blocks={article.body}
              bagId={bagId}
              headingLevel={2}
              showsDoubts
            />
            {continuesOn !== undefined && (
              <p className="turn">{t('article.continuesOn', { page: continuesOn.page })}</p>
            )}
          </div>
        </article>
      </ArticleLanguageContext>
    </div>
  );
}
