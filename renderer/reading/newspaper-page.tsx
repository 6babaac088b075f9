import { useMemo, type ReactElement } from 'react';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Issue, Page } from '../../archive/model/issue.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { Masthead, RunningHead } from './masthead.tsx';
import { composePage, type PageStory } from './page-composition.ts';
import { StoryOnPage } from './story-on-page.tsx';

function pageStory(article: Article): PageStory {
  const photo = article.body.find((block) => block.type === 'figure');
  const figureRatio =
    photo?.type === 'figure' && photo.width !== undefined && photo.height !== undefined
      ? photo.height / photo.width
      : undefined;
  const characters = countCodePoints(canonicalText(article));
  const box = article.body.find((block) => block.type === 'box');
  return {
    articleId: article.id,
    characters,
    headlineCharacters: countCodePoints(article.headline),
    hasKicker: article.kicker !== '',
    hasDeck: article.deck !== '',
    isBrief: article.genre === 'brief' || characters < 160,
    weight: article.weight,
    figureRatio: photo === undefined ? undefined : (figureRatio ?? 0.67),
    boxCharacters: box?.type === 'box' ? countCodePoints(box.lines.join('')) : 0,
  };
}

/** The stories with the heaviest first, the others as the paper orders them. */
export function inPageOrder(articles: readonly Article[]): readonly Article[] {
  const lead = articles.reduce<Article | undefined>(
    (best, article) =>
      best === undefined || (article.weight ?? 0) > (best.weight ?? 0) ? article : best,
    undefined,
  );
  if (lead === undefined) return articles;
  return [lead, ...articles.filter((article) => article !== lead)];
}

/** A page set as a newspaper page, horizontally, from its stories. */
export function NewspaperPage({
  description,
  bagId,
  issue,
  page,
  articles,
  columns,
  hrefOf,
}: {
  description: ArchiveDescription;
  bagId: string;
  issue: Issue;
  page: Page;
  /** In reading order. */
  articles: readonly Article[];
  /** Columns of text across the page, 1 to 4. */
  columns: number;
  hrefOf: (article: Article) => string;
}): ReactElement {
  const rows = useMemo(
    () => composePage(inPageOrder(articles).map(pageStory), columns),
    [articles, columns],
  );
  const byId = new Map(articles.map((article) => [article.id, article]));
  const isFront = issue.pages[0]?.number === page.number;
  return (
    <section className="newspaper-page" data-columns={columns} lang={description.defaults.language}>
      {isFront ? (
        <Masthead description={description} issue={issue} />
      ) : (
        <RunningHead description={description} issue={issue} page={page} />
      )}
      {rows.map((row, index) => (
        <div className="page-row" key={index}>
          {row.map((cell) => (
            <div
              className="page-cell"
              key={cell.stories[0]?.articleId}
              style={{ gridColumn: `span ${cell.span}` }}
            >
              {cell.stories.map(({ articleId, rank }) => {
                const article = byId.get(articleId);
                return (
                  article !== undefined && (
                    <StoryOnPage
                      key={articleId}
                      article={article}
                      rank={rank}
                      columns={cell.span}
                      href={hrefOf(article)}
                      bagId={bagId}
                    />
                  )
                );
              })}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
