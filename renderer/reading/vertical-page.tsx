import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Issue, Page } from '../../archive/model/issue.ts';
import { printedDate } from '../i18n/dates.ts';
import {
  ContentPlaceProvider,
  useContentPlace,
  useShownLanguage,
  useShownText,
} from '../script/script-conversion.tsx';
import { headlineStyle } from './headline-break.ts';
import { ArticleLanguageContext } from './segments.tsx';
import { isVerse } from './set-lines.ts';
import { Byline, Deck, HeadlineText, headOf, Kicker } from './story-head.tsx';
import { StoryBody } from './story-body.tsx';
import { StoryPictures } from './story-pictures.tsx';

/** A page of a vertical paper: tiers (段) one below the other, each read from right to left. */
export function VerticalPage({
  description,
  bagId,
  issue,
  page,
  articles,
  hrefOf,
}: {
  description: ArchiveDescription;
  bagId: string;
  issue: Issue;
  page: Page;
  articles: readonly Article[];
  hrefOf: (article: Article) => string;
}): ReactElement {
  const { t } = useTranslation();
  const shownText = useShownText();
  const shownLanguage = useShownLanguage();
  const { archiveId } = useContentPlace();
  const isFront = issue.pages[0]?.number === page.number;
  const { language, calendar } = description.defaults;
  return (
    <section className="vertical-page" lang={shownLanguage(language)}>
      <header className={isFront ? 'vertical-masthead' : 'vertical-masthead small'}>
        <h1>
          {!isFront && <span className="folio">{page.number}</span>}
          {shownText(isFront ? description['dcterms:title'] : `　${page.name}`, language)}
        </h1>
        <div className="vertical-dates">
          <p>{shownText(printedDate(issue.date, language, calendar), language)}</p>
          {issue.number !== '' && <p>{shownText(issue.number, language)}</p>}
          {!isFront && <p>{shownText(description['dcterms:title'], language)}</p>}
          {issue.notes.map((note, index) => (
            <p key={index}>{shownText(note, language)}</p>
          ))}
          {description.sample && <p className="sample-mark">{t('library.sample')}</p>}
        </div>
        {isFront && issue.ear.length > 0 && (
          <div className="vertical-ear">
            {issue.ear.map((line, index) => (
              <p key={index}>{shownText(line, language)}</p>
            ))}
          </div>
        )}
      </header>
      <div className="tiers">
        {articles.map((article, index) => (
          <ContentPlaceProvider archiveId={archiveId} articleId={article.id} key={article.id}>
            <ArticleLanguageContext value={article.language}>
              <article
                className={index === 0 ? 'tier-story lead' : 'tier-story'}
                lang={shownLanguage(article.language)}
                data-genre={article.genre}
                data-verse={isVerse(article.body)}
                data-head={headOf(article)}
              >
                <header>
                  <Kicker article={article} />
                  <h2 className="headline" style={headlineStyle(article.headline)}>
                    <a href={hrefOf(article)}>
                      <HeadlineText article={article} />
                    </a>
                  </h2>
                  <Deck article={article} />
                  <Byline article={article} />
                </header>
                <StoryPictures article={article} bagId={bagId}>
                  <StoryBody
                    article={article}
                    blocks={article.body}
                    bagId={bagId}
                    headingLevel={3}
                  />
                </StoryPictures>
                {article.continuesOn !== undefined && (
                  <p className="turn">
                    （{t('article.continuesOn', { page: article.continuesOn.page })}）
                  </p>
                )}
              </article>
            </ArticleLanguageContext>
          </ContentPlaceProvider>
        ))}
      </div>
    </section>
  );
}
