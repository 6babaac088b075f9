import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../archive/model/article.ts';
import type { Block, BoxBlock, FigureBlock } from '../../archive/model/block.ts';
import { BlockView } from './block-view.tsx';
import { headlineStyle } from './headline-break.ts';
import { isOverhead, pageTextLimit, type StoryRank } from './page-composition.ts';
import {
  ContentPlaceProvider,
  useContentPlace,
  useShownLanguage,
} from '../script/script-conversion.tsx';
import { ArticleLanguageContext } from './segments.tsx';
import { Byline, Deck, HeadlineText, headOf, Kicker } from './story-head.tsx';
import { isVerse } from './set-lines.ts';
import { StoryBody } from './story-body.tsx';
import { StoryPictures } from './story-pictures.tsx';

/** The blocks that fit the page, and whether some had to wait for the story's own screen. */
function blocksOnPage(blocks: readonly Block[]): { shown: readonly Block[]; isCut: boolean } {
  let characters = 0;
  const shown: Block[] = [];
  for (const block of blocks) {
    if (characters >= pageTextLimit) return { shown, isCut: true };
    shown.push(block);
    if ('text' in block) characters += block.text.length;
    if (block.type === 'box') characters += block.lines.join('').length;
    if (block.type === 'list') characters += block.items.join('').length;
    if (block.type === 'table') characters += block.rows.flat().join('').length;
  }
  return { shown, isCut: false };
}

/** Whether the paper printed the turn to another page at the end of the text itself. */
function printsTurn(article: Article): boolean {
  const last = article.body.at(-1);
  return last !== undefined && 'text' in last && /[转轉接].{0,6}[版张張]）?$/.test(last.text);
}

/** A story as the newspaper page sets it; its headline leads to the story. */
export function StoryOnPage({
  article,
  rank,
  columns,
  href,
  bagId,
}: {
  article: Article;
  rank: StoryRank;
  /** Columns of text across. */
  columns: number;
  href: string;
  bagId: string;
}): ReactElement {
  const { t } = useTranslation();
  const shownLanguage = useShownLanguage();
  const { archiveId } = useContentPlace();
  const isWide = rank === 'lead' && columns >= 2;
  const photo = article.body.find((block): block is FigureBlock => block.type === 'figure');
  const abstract = article.body.find((block): block is BoxBlock => block.type === 'box');
  // The lead's photo and abstract share a row over the columns; elsewhere blocks stay in their order.
  const stands =
    photo !== undefined && isOverhead((photo.height ?? 2) / (photo.width ?? 3)) ? photo : undefined;
  const overhead: readonly Block[] = isWide
    ? [abstract, stands].filter((block) => block !== undefined)
    : [];
  const { shown, isCut } = blocksOnPage(article.body.filter((block) => !overhead.includes(block)));
  // A short head over many columns would leave the paper white beside it: it opens the first column.
  const hasHeadInColumn = rank !== 'lead' && columns >= 3;
  const Headline = rank === 'lead' ? 'h2' : 'h3';
  return (
    <ContentPlaceProvider archiveId={archiveId} articleId={article.id}>
      <ArticleLanguageContext value={article.language}>
        <article
          className={`page-story ${rank}`}
          lang={shownLanguage(article.language)}
          data-columns={columns}
          style={hasHeadInColumn ? { columnCount: columns } : undefined}
          data-genre={article.genre}
          data-verse={isVerse(article.body)}
          data-continued={article.continuedFrom !== undefined || undefined}
          data-head={headOf(article)}
        >
          <header>
            <Kicker article={article} />
            <Headline className="headline" style={headlineStyle(article.headline)}>
              <a href={href}>
                <HeadlineText article={article} />
              </a>
            </Headline>
            <Deck article={article} />
            {!(isWide && abstract !== undefined) && <Byline article={article} />}
          </header>
          <StoryPictures article={article} bagId={bagId}>
            {overhead.length > 0 && (
              <div className="overhead" data-parts={overhead.length}>
                {abstract !== undefined && (
                  <div>
                    <BlockView block={abstract} bagId={bagId} headingLevel={3} />
                    <Byline article={article} />
                  </div>
                )}
                {stands !== undefined && (
                  <BlockView block={stands} bagId={bagId} headingLevel={3} />
                )}
              </div>
            )}
            <div className="text" style={hasHeadInColumn ? undefined : { columnCount: columns }}>
              {article.continuedFrom !== undefined && !article.headline.includes('上接') && (
                <p className="turn">
                  （{t('article.continuedFrom', { page: article.continuedFrom.page })}）
                </p>
              )}
              <StoryBody
                article={article}
                blocks={shown}
                bagId={bagId}
                headingLevel={rank === 'lead' ? 3 : 4}
              />
              {article.continuesOn !== undefined && !isCut && !printsTurn(article) && (
                <p className="turn">
                  （{t('article.continuesOn', { page: article.continuesOn.page })}）
                </p>
              )}
              {isCut && (
                <p className="turn">
                  <a className="link" href={href}>
                    {t('article.readAll')}
                  </a>
                </p>
              )}
            </div>
          </StoryPictures>
        </article>
      </ArticleLanguageContext>
    </ContentPlaceProvider>
  );
}
