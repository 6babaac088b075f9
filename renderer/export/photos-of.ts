import type { Article } from '../../archive/model/article.ts';
import type { FigureBlock } from '../../archive/model/block.ts';

/** The pictures printed with a story, in their order. */
export function photosOf({ body }: Article): readonly FigureBlock[] {
  return body.filter((block): block is FigureBlock => block.type === 'figure');
}
