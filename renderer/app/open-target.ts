import type { AnnotationTarget } from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import { anchor } from '../../archive/text/anchor/anchor.ts';
import { describe } from '../../archive/text/anchor/describe.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { codePointOffset } from '../../archive/text/code-points.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { findArchive } from '../database/archives.ts';
import { readArticle } from '../database/article-bodies.ts';
import { findRow } from '../database/article-rows.ts';
import { findIssue } from '../database/issues.ts';
import { savePosition } from '../database/positions.ts';
import { loadTextFold } from '../database/text-fold.ts';
import type { Location } from '../location/location.ts';
import { goTo } from '../location/use-location.ts';

/** Where a story is; null where it is not loaded. */
export async function placeOfStory(archiveId: string, articleId: string): Promise<Location | null> {
  const archive = await findArchive(archiveId);
  const row = archive && (await findRow(archive, articleId));
  if (!archive || !row) return null;
  const { issueId, page, id } = row;
  return { screen: 'article', archiveId: archive.id, issueId, page, articleId: id };
}

/** Where a note or a bookmark leads; null where that is not loaded. */
export async function placeOfTarget(target: AnnotationTarget): Promise<Location | null> {
  if ('articleId' in target) return placeOfStory(target.archiveId, target.articleId);
  const archive = await findArchive(target.archiveId);
  if (!archive) return null;
  const issue = await findIssue(archive, target.issueId);
  if (!issue) return null;
  const page = target.kind === 'page' ? target.page : null;
  return { screen: 'issue', archiveId: archive.id, issueId: issue.id, page };
}

/** The story of a target as it is loaded; null where it is not. */
export async function readTargetArticle(target: AnnotationTarget): Promise<Article | null> {
  if (!('articleId' in target)) return null;
  const archive = await findArchive(target.archiveId);
  const row = archive && (await findRow(archive, target.articleId));
  return archive && row ? readArticle(archive, row) : null;
}

/** Goes to where a note or a bookmark is, at its line; false where that is not loaded. */
export async function openTarget(target: AnnotationTarget): Promise<boolean> {
  const place = await placeOfTarget(target);
  if (place === null) return false;
  const article = target.kind === 'passage' ? await readTargetArticle(target) : null;
  if (article && target.kind === 'passage') {
    const text = canonicalText(article);
    const isSameText = article.textDigest === target.textDigest;
    const found = anchor(text, target.selectors, await loadTextFold(), { isSameText });
    if (found) {
      // The story opens where it was left: at this line.
      const codePoint = codePointOffset(text, found.range.start);
      await savePosition({ articleId: article.id, codePoint, at: new Date().toISOString() });
    }
  }
  goTo(place);
  return true;
}

/** The target of a passage of a story; null where the range holds nothing. */
export function passageTarget(
  archiveId: string,
  article: Article,
  range: TextRange,
): AnnotationTarget | null {
  const selectors = describe(canonicalText(article), range);
  if (!selectors) return null;
  return {
    kind: 'passage',
    archiveId,
    articleId: article.id,
    articleVersion: article.version,
    textDigest: article.textDigest,
    selectors,
  };
}
