import type { PassageTarget } from '../../model/annotation.ts';
import { anchorIn } from './anchor.ts';
import { describe, wholeRange } from './describe.ts';
import { placeByLikeness } from './place-by-likeness.ts';
import type { OrphanedPassage, PlacedPassage } from './placed-passage.ts';
import { hasSameRank, type Origin } from './repetitions.ts';
import type { RevisionTexts } from './revision.ts';

/** Finds a passage of the old revision in the new one. */
export function reanchorPassage(
  { articleId, textDigest, selectors }: PassageTarget,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedPassage | OrphanedPassage {
  const sameArticle = next.indexOf(articleId);
  const isSameText =
    sameArticle !== undefined && next.articles[sameArticle]?.textDigest === textDigest;
  if (isSameText) {
    const found = anchorIn(next.anchorable(sameArticle), selectors, { isSameText });
    if (found && !found.isUncertain) return { article: sameArticle, ...found };
  }
  const origin = originOf(articleId, textDigest, selectors, old);
  return (
    (origin && untouched(origin, old, next)) ??
    placeByLikeness(origin, articleId, selectors, old, next)
  );
}

function originOf(
  articleId: string,
  textDigest: string,
  selectors: PassageTarget['selectors'],
  old: RevisionTexts,
): Origin | null {
  const article = old.indexOf(articleId);
  if (article === undefined) return null;
  const isSameText = old.articles[article]?.textDigest === textDigest;
  const found = anchorIn(old.anchorable(article), selectors, { isSameText });
  return found && !found.isUncertain ? { article, range: found.range } : null;
}

/**
 * The place of a passage that stands with all its context once in the old revision and once in the
 * new one, or once in the same stories of both.
 */
function untouched(
  { article, range }: Origin,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedPassage | null {
  const { text, id } = old.articles[article] ?? { text: '', id: '' };
  const quote = describe(text, range)?.quote;
  if (!quote) return null;
  const whole = quote.prefix + quote.exact + quote.suffix;
  const before = [...old.occurrences(whole)];
  const now = [...next.occurrences(whole)];
  if (before.some(([, count]) => count > 1) || now.some(([, count]) => count > 1)) return null;
  const idsBefore = before.map(([index]) => old.articles[index]?.id).sort();
  const idsNow = now.map(([index]) => next.articles[index]?.id).sort();
  const isOnly = before.length === 1 && now.length === 1;
  const isInSameStories = idsBefore.join(' ') === idsNow.join(' ');
  const place = isOnly ? now[0]?.[0] : next.indexOf(id);
  if (place === undefined || !(isOnly || isInSameStories)) return null;
  const start = (next.articles[place]?.text.indexOf(whole) ?? 0) + quote.prefix.length;
  const origin = { revision: old, article, start: range.start };
  if (!hasSameRank(quote, origin, { revision: next, article: place, start })) return null;
  const found = wholeRange(next.articles[place]?.text ?? '', {
    start,
    end: start + quote.exact.length,
  });
  if (!found) return null;
  const isWhereItWas = next.articles[place]?.id === id && start === range.start;
  return {
    article: place,
    range: found,
    how: isWhereItWas ? 'position' : 'quote',
    confidence: 1,
    isUncertain: false,
  };
}
