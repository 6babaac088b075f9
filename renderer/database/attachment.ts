import type { Annotation } from '../../archive/model/annotation.ts';
import { anchorIn } from '../../archive/text/anchor/anchor.ts';
import { AnchorableText } from '../../archive/text/anchor/anchorable-text.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { listArchives, type ArchiveRecord } from './archives.ts';
import { readArticles } from './article-bodies.ts';
import { articleRows, type ArticleRow } from './article-rows.ts';
import { findIssue } from './issues.ts';
import { generationRange } from './row-key.ts';
import { loadTextFold } from './text-fold.ts';

/**
 * Whether an annotation has its place now. `unknown-story`: the archive, story, page or issue is not
 * loaded. `not-found`: its story is, and the passage is not in it.
 */
export type Attachment = 'attached' | 'uncertain' | 'not-found' | 'unknown-story';

/** The loaded stories of these ids, with the archive that each belongs to. */
async function findStories(
  ids: readonly string[],
  archives: readonly ArchiveRecord[],
): Promise<ReadonlyMap<string, readonly { row: ArticleRow; archive: ArchiveRecord }[]>> {
  const rows = await articleRows
    .where('id')
    .anyOf([...ids])
    .toArray();
  const found = new Map<string, { row: ArticleRow; archive: ArchiveRecord }[]>();
  for (const row of rows) {
    const archive = archives.find(({ generation }) => {
      const { from, to } = generationRange(generation);
      return row.key >= from && row.key < to;
    });
    if (archive) found.set(row.id, [...(found.get(row.id) ?? []), { row, archive }]);
  }
  return found;
}

const chunk = 200;

/**
 * Looks for the places of annotations in what is loaded, and names the archive of those that do not
 * say theirs. The results are in the order of the annotations.
 */
export async function attachAnnotations(
  annotations: readonly Annotation[],
  onProgress: (done: number) => void = () => undefined,
): Promise<readonly { readonly annotation: Annotation; readonly attachment: Attachment }[]> {
  const archives = await listArchives();
  const fold = await loadTextFold();
  const ids = annotations.flatMap(({ target }) =>
    'articleId' in target ? [target.articleId] : [],
  );
  const stories = await findStories([...new Set(ids)], archives);
  const texts = new Map<string, AnchorableText>();
  const results: { annotation: Annotation; attachment: Attachment }[] = [];

  async function attach(annotation: Annotation): Promise<(typeof results)[number]> {
    const { target } = annotation;
    if (!('articleId' in target)) {
      const archive = archives.find(({ id }) => id === target.archiveId);
      const issue = archive && (await findIssue(archive, target.issueId));
      const isThere =
        issue !== undefined &&
        (target.kind === 'issue' || issue.pages.some(({ number }) => number === target.page));
      return { annotation, attachment: isThere ? 'attached' : 'unknown-story' };
    }
    const candidates = stories.get(target.articleId) ?? [];
    const story =
      target.archiveId === ''
        ? candidates[0]
        : candidates.find(({ archive }) => archive.id === target.archiveId);
    if (!story) return { annotation, attachment: 'unknown-story' };
    const named = { ...annotation, target: { ...target, archiveId: story.archive.id } };
    if (target.kind === 'article') return { annotation: named, attachment: 'attached' };
    const key = String(story.row.key);
    let text = texts.get(key);
    if (!text) {
      const [article] = await readArticles([story.row]);
      text = new AnchorableText(article ? canonicalText(article) : '', fold);
      // Imports go story by story as a rule; what is long past need not stay.
      if (texts.size > 50) texts.clear();
      texts.set(key, text);
    }
    const found = anchorIn(text, target.selectors);
    if (!found) return { annotation: named, attachment: 'not-found' };
    return { annotation: named, attachment: found.isUncertain ? 'uncertain' : 'attached' };
  }

  for (const [index, annotation] of annotations.entries()) {
    results.push(await attach(annotation));
    if (index % chunk === chunk - 1) {
      onProgress(index + 1);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return results;
}
