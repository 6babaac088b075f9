import {
  quoteLength,
  type PageDecision,
} from '../../archive/import/newspaper-page/page-decisions.ts';
import type { Piece } from './review-pieces.ts';

/** The decision to split a piece before a character of its text (UTF-16), as a place in the source. */
export function splitDecision(
  { spans }: Pick<Piece, 'spans'>,
  offset: number,
  markdown: string,
): PageDecision {
  let left = offset;
  for (const { start, end } of spans) {
    if (left < end - start) {
      const at = start + left;
      const quote = markdown.slice(at, Math.min(end, at + quoteLength));
      return { kind: 'split', at, quote };
    }
    left -= end - start;
  }
  throw new RangeError(`A piece cannot be split behind its end: ${offset}`);
}
