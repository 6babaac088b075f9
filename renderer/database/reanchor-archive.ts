import type { Annotation, AnnotationTarget } from '../../archive/model/annotation.ts';
import type { Bookmark, UserDataChange } from '../../archive/model/user-data.ts';
import { reanchor } from '../../archive/text/anchor/reanchor.ts';
import { RevisionTexts, type ArticleText } from '../../archive/text/anchor/revision.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import { readArticles } from './article-bodies.ts';
import { articleRows, listIssueRows, type ArticleRow } from './article-rows.ts';
import { database } from './database.ts';
import { findIssue, findIssueByDate, type IssueRecord } from './issues.ts';
import type { LostPlace } from './lost-places.ts';
import { generationRange } from './row-key.ts';

/** What an update does to the notes and bookmarks of its archive; nothing is written yet. */
export interface Reanchoring {
  /** Those whose place in the new revision is certain and is another one than before. */
  readonly changes: readonly UserDataChange[];
  /** Those that a person should look at. */
  readonly lost: readonly LostPlace[];
  /** Everything that has its place, for the tray to let go. */
  readonly settled: readonly string[];
}

interface Placed {
  readonly store: 'annotations' | 'bookmarks';
  readonly record: Annotation | Bookmark;
}

interface Revision {
  readonly generation: number;
}

async function rowsOfStories(
  { generation }: Revision,
  ids: readonly string[],
): Promise<readonly ArticleRow[]> {
  const { from, to } = generationRange(generation);
  const rows = await articleRows
    .where('id')
    .anyOf([...ids])
    .toArray();
  return rows.filter(({ key }) => key >= from && key < to);
}

async function textsOf(rows: readonly ArticleRow[]): Promise<readonly ArticleText[]> {
  const articles = await readArticles(rows);
  return articles.map((article) => ({
    id: article.id,
    version: article.version,
    textDigest: article.textDigest,
    issueId: article.issue.id,
    page: article.page.number,
    text: canonicalText(article),
  }));
}

function pagesOf(
  issue: IssueRecord | undefined,
): readonly { readonly issueId: string; readonly number: string }[] {
  return (issue?.pages ?? []).map(({ number }) => ({ issueId: issue?.id ?? '', number }));
}

/** The stories of an issue in the old revision, and those of the new one that may hold the same. */
async function revisionsOf(
  issueId: string,
  old: Revision | null,
  next: Revision,
  fold: TextFold,
): Promise<readonly [RevisionTexts, RevisionTexts]> {
  const oldIssue = old ? await findIssue(old, issueId) : undefined;
  const oldRows = old ? await listIssueRows(old, issueId) : [];
  const nextIssue =
    (await findIssue(next, issueId)) ?? (oldIssue && (await findIssueByDate(next, oldIssue.date)));
  const nextRows = nextIssue ? await listIssueRows(next, nextIssue.id) : [];
  const there = new Set(nextRows.map(({ id }) => id));
  const gone = oldRows.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  const moved = await rowsOfStories(next, gone);
  return [
    new RevisionTexts(await textsOf(oldRows), fold, pagesOf(oldIssue)),
    new RevisionTexts(await textsOf([...nextRows, ...moved]), fold, pagesOf(nextIssue)),
  ];
}

/** The issue in which a target is looked for; null where nothing is known of it. */
function issueOf(
  target: AnnotationTarget,
  oldRows: ReadonlyMap<string, ArticleRow>,
  nextRows: ReadonlyMap<string, ArticleRow>,
): string | null {
  if (!('articleId' in target)) return target.issueId;
  const row = oldRows.get(target.articleId) ?? nextRows.get(target.articleId);
  return row?.issueId ?? null;
}

async function readPlaced(archiveId: string): Promise<readonly Placed[]> {
  const read = async (store: Placed['store']): Promise<readonly Placed[]> => {
    const records = await database
      .table<Annotation | Bookmark, string>(store)
      .where('target.archiveId')
      .equals(archiveId)
      .toArray();
    return records.map((record) => ({ store, record }));
  };
  return [...(await read('annotations')), ...(await read('bookmarks'))];
}

/**
 * Takes the notes and bookmarks of an archive from the old revision, which is still in the tables
 * or null, to the one in use. Issues are read one after the other.
 */
export async function reanchorArchive(
  archiveId: string,
  old: Revision | null,
  next: Revision,
  fold: TextFold,
): Promise<Reanchoring> {
  const placed = await readPlaced(archiveId);
  const ids = [
    ...new Set(
      placed.flatMap(({ record: { target } }) => ('articleId' in target ? [target.articleId] : [])),
    ),
  ];
  const byId = (rows: readonly ArticleRow[]): ReadonlyMap<string, ArticleRow> =>
    new Map(rows.map((row) => [row.id, row]));
  const oldRows = byId(old ? await rowsOfStories(old, ids) : []);
  const nextRows = byId(await rowsOfStories(next, ids));
  const byIssue = new Map<string, Placed[]>();
  for (const each of placed) {
    const issueId = issueOf(each.record.target, oldRows, nextRows);
    // What was on nothing that is known before stays as it is.
    if (issueId !== null) byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), each]);
  }

  const changes: UserDataChange[] = [];
  const lost: LostPlace[] = [];
  const settled: string[] = [];
  for (const [issueId, group] of byIssue) {
    const [before, after] = await revisionsOf(issueId, old, next, fold);
    const results = reanchor(
      group.map(({ record }) => record),
      before,
      after,
    );
    for (const [index, result] of results.entries()) {
      const each = group[index];
      if (!each) continue;
      const { store, record } = each;
      const { id } = record;
      if (result.state === 'orphaned') {
        lost.push({ id, store, archiveId, reason: result.reason, proposal: result.proposal });
      } else if (result.place.isUncertain) {
        lost.push({ id, store, archiveId, reason: 'uncertain', proposal: result.place });
      } else {
        settled.push(id);
        const { target } = result.place;
        if (JSON.stringify(target) === JSON.stringify(record.target)) continue;
        // Nobody has changed it: its time stays, so that other computers see no edit.
        changes.push({ store, key: id, value: { ...record, target } });
      }
    }
  }
  return { changes, lost, settled };
}
