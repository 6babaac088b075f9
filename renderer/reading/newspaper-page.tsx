import { useMemo, type ReactElement } from 'react';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { TableBlock } from '../../archive/model/block.ts';
import type { Issue, Page } from '../../archive/model/issue.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { useShownLanguage } from '../script/script-conversion.tsx';
import { Masthead, RunningHead } from './masthead.tsx';
import { composePage, type PageStory, type TableShape } from './page-composition.ts';
import { StoryOnPage } from './story-on-page.tsx';

function tableShape({ rows }: TableBlock): TableShape & { readonly characters: number } {
  const lengths = rows.map((row) => row.map((cell) => countCodePoints(cell)));
  return {
    columns: Math.max(1, ...lengths.map(({ length }) => length)),
    longestCells: lengths.map((row) => Math.max(1, ...row)),
    characters: lengths.flat().reduce((sum, length) => sum + length, 0),
  };
}

function pageStory(article: Article): PageStory {
  const photo = article.body.find((block) => block.type === 'figure');
  const figureRatio =
    photo?.type === 'figure' && photo.width !== undefined && photo.height !== undefined
      ? photo.height / photo.width
      : undefined;
  const tables = article.body.filter((block) => block.type === 'table').map(tableShape);
  const inTables = tables.reduce((sum, table) => sum + table.characters, 0);
  const characters = countCodePoints(canonicalText(article)) - inTables;
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
    tables,
    boxCharacters: box?.type === 'box' ? countCodePoints(box.lines.join('')) : 0,
  };
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
  /** In reading order, the lead first. */
  articles: readonly Article[];
  /** Columns of text across the page, 1 to 4. */
  columns: number;
  hrefOf: (article: Article) => string;
}): ReactElement {
  const shownLanguage = useShownLanguage();
  const rows = useMemo(() => composePage(articles.map(pageStory), columns), [articles, columns]);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const isFront = issue.pages[0]?.number === page.number;
  return (
    <section
      className="newspaper-page"
      data-columns={columns}
      lang={shownLanguage(description.defaults.language)}
    >
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
