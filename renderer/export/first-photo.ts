import type { Article } from '../../archive/model/article.ts';
import type { FigureBlock } from '../../archive/model/block.ts';

/** The story's first picture; null where it has none. */
export function firstPhoto(article: Article): FigureBlock | null {
  return article.body.find((block): block is FigureBlock => block.type === 'figure') ?? null;
}
