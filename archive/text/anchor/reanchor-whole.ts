import type { ArticleTarget, IssueTarget, PageTarget } from '../../model/annotation.ts';
import { likenessOf } from './article-likeness.ts';
import { certainFrom } from './confidence.ts';
import type { RevisionTexts } from './revision.ts';

/** Where a note on a whole story, page or issue belongs now. */
export interface PlacedWhole<Target> {
  readonly target: Target;
  /** 0 to 1. */
  readonly confidence: number;
  readonly isUncertain: boolean;
}

/** A story under its old id is still the same one if it is so like; under another id it must be more. */
const sameFrom = 0.4;
const surelySameFrom = 0.7;

/** The confidence in a page whose stories all stand under another number. */
const mostOfMoved = certainFrom * 0.9;

function placed<Target>(target: Target, confidence: number): PlacedWhole<Target> {
  return { target, confidence, isUncertain: confidence < certainFrom };
}

/** Finds a story of the old revision in the new one; null where none is like it. */
export function reanchorArticle(
  target: ArticleTarget,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedWhole<ArticleTarget> | null {
  const at = (index: number, confidence: number): PlacedWhole<ArticleTarget> => {
    const article = next.articles[index];
    if (!article) throw new RangeError(`no article ${index}`);
    const { id, version, textDigest } = article;
    return placed({ ...target, articleId: id, articleVersion: version, textDigest }, confidence);
  };
  const home = next.indexOf(target.articleId);
  if (home !== undefined && next.articles[home]?.textDigest === target.textDigest) {
    return at(home, 1);
  }
  const same = next.articles.findIndex(({ textDigest }) => textDigest === target.textDigest);
  if (same !== -1) return at(same, 1);
  const origin = old.indexOf(target.articleId);
  // Ids are never given to another story; without the old text there is nothing else to go by.
  if (origin === undefined) return home === undefined ? null : at(home, certainFrom);

  const likeness = next.articles.map((_, index) =>
    likenessOf(old.triples(origin), next.triples(index)),
  );
  const atHome = home === undefined ? 0 : (likeness[home] ?? 0);
  if (home !== undefined && atHome >= sameFrom) {
    return at(home, Math.min(1, certainFrom + atHome - sameFrom));
  }
  const best = likeness.reduce((top, one, index) => (one > (likeness[top] ?? 0) ? index : top), 0);
  const most = likeness[best] ?? 0;
  if (most < sameFrom) return null;
  const isAlone = likeness.every((one, index) => index === best || one < sameFrom);
  return at(best, most >= surelySameFrom && isAlone ? most + (1 - most) / 2 : most / 2);
}

/**
 * Finds a page of the old revision in the new one: where most of its stories are now, or else under
 * its number. Null where it has neither.
 */
export function reanchorPage(
  target: PageTarget,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedWhole<PageTarget> | null {
  const stories = old.articles.filter(
    ({ issueId, page }) => issueId === target.issueId && page === target.page,
  );
  const votes = new Map<string, number>();
  let found = 0;
  for (const { id } of stories) {
    const index = next.indexOf(id);
    const now = index === undefined ? undefined : next.articles[index];
    if (now?.issueId !== target.issueId) continue;
    found += 1;
    votes.set(now.page, (votes.get(now.page) ?? 0) + 1);
  }
  const [page, count] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [target.page, 0];
  const hasNumber = next.pages.some(
    ({ issueId, number }) => issueId === target.issueId && number === target.page,
  );
  if (hasNumber && (votes.get(target.page) ?? 0) * 2 >= found) return placed(target, 1);
  if (count * 2 > found) return placed({ ...target, page }, (mostOfMoved * count) / stories.length);
  return hasNumber ? placed(target, certainFrom / 2) : null;
}

/** An issue has its id or is not in the revision. */
export function reanchorIssue(
  target: IssueTarget,
  next: RevisionTexts,
): PlacedWhole<IssueTarget> | null {
  const isThere = next.pages.some(({ issueId }) => issueId === target.issueId);
  return isThere ? placed(target, 1) : null;
}
