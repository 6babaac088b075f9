import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { Article } from '../../archive/model/article.ts';
import { findArchive, listArchives, type ArchiveRecord } from '../database/archives.ts';
import { articleBodies, readArticleIn, readArticles } from '../database/article-bodies.ts';
import {
  articleRows,
  findRow,
  listIssueRows,
  listPage,
  type ArticleRow,
} from '../database/article-rows.ts';
import { database } from '../database/database.ts';
import {
  findIssue,
  findIssueByDate,
  neighbourIssues,
  type IssueRecord,
  type NeighbourIssues,
  type PageRecord,
} from '../database/issues.ts';
import type { Location } from '../location/location.ts';
import { pageOrder } from './page-order.ts';

/** An issue at one of its pages, with the stories that stand there. */
export interface IssueData {
  readonly archive: ArchiveRecord;
  readonly issue: IssueRecord;
  readonly page: PageRecord;
  /** Every story of the issue in reading order. */
  readonly rows: readonly ArticleRow[];
  /** The stories of the page in the order it is set. */
  readonly articles: readonly Article[];
  readonly neighbours: NeighbourIssues;
  readonly sameDay: readonly OtherPaper[];
}

/** An issue of the same day in another archive. */
export interface OtherPaper {
  readonly archive: ArchiveRecord;
  readonly issue: IssueRecord;
  /** The heaviest story of its front page; undefined where that has none. */
  readonly lead: ArticleRow | undefined;
}

export type Found<Value> = Value | 'not-found' | 'pending';

type IssuePlace = Pick<Extract<Location, { screen: 'issue' }>, 'archiveId' | 'issueId' | 'page'>;

async function sameDayIssues(archive: ArchiveRecord, date: string): Promise<IssueData['sameDay']> {
  const others = (await listArchives()).filter(({ id }) => id !== archive.id);
  const found = await Promise.all(
    others.map(async (other): Promise<OtherPaper | undefined> => {
      const issue = await findIssueByDate(other, date);
      if (issue === undefined) return undefined;
      const front = await listPage(other, issue.id, issue.pages[0]?.number ?? '');
      return { archive: other, issue, lead: pageOrder(front)[0] };
    }),
  );
  return found.filter((each) => each !== undefined);
}

async function readIssue(place: IssuePlace): Promise<IssueData | 'not-found'> {
  const archive = await findArchive(place.archiveId);
  if (archive === undefined) return 'not-found';
  const issue = await findIssue(archive, place.issueId);
  const page = issue?.pages.find(({ number }) => number === place.page) ?? issue?.pages[0];
  if (issue === undefined || page === undefined) return 'not-found';
  const [rows, neighbours, sameDay] = await Promise.all([
    listIssueRows(archive, issue.id),
    neighbourIssues(archive, issue.date),
    sameDayIssues(archive, issue.date),
  ]);
  const articles = await readArticles(rows.filter((row) => row.page === page.number));
  return { archive, issue, page, rows, articles: pageOrder(articles), neighbours, sameDay };
}

/** The issue of a place; the former one stays until the next is there, so that nothing flickers. */
export function useIssue(place: IssuePlace): Found<IssueData> {
  return (
    useLiveQuery(() => readIssue(place), [place.archiveId, place.issueId, place.page]) ?? 'pending'
  );
}

export interface ArticleData {
  readonly article: Article;
  readonly row: ArticleRow;
}

interface StoryRead {
  readonly articleId: string;
  readonly result: ArticleData | 'not-found';
}

async function readStory(generation: number, articleId: string): Promise<StoryRead> {
  // One transaction: each of its own would wait for its turn behind the others.
  const found = await database.transaction('r', [articleRows, articleBodies], async () => {
    const row = await findRow({ generation }, articleId);
    return row === undefined ? undefined : { row, block: await articleBodies.get(row.body[0]) };
  });
  if (found === undefined) return { articleId, result: 'not-found' };
  const article = await readArticleIn(found.block, found.row);
  return { articleId, result: { row: found.row, article } };
}

/**
 * A story. One of the open page is there at once; for another one the former story stays until it
 * has been read.
 */
export function useArticle(data: IssueData, articleId: string): Found<ArticleData> {
  const onPage = data.articles.find(({ id }) => id === articleId);
  const row = data.rows.find(({ id }) => id === articleId);
  // Where a story came from when it was opened stays its source: another copy of it would be another
  // story to what shows it.
  const [source, setSource] = useState({ articleId, isPage: onPage !== undefined });
  if (source.articleId !== articleId) setSource({ articleId, isPage: onPage !== undefined });
  // It may be gone from there, with a new revision of the archive.
  else if (source.isPage && onPage === undefined) setSource({ articleId, isPage: false });
  const isPage = onPage !== undefined && (source.articleId !== articleId || source.isPage);
  // The record of a large archive takes longer to read than the story: the one at hand will do.
  const { generation } = data.archive;
  const read = useLiveQuery(
    () => (isPage ? undefined : readStory(generation, articleId)),
    [generation, articleId, isPage],
  );
  const fromPage = useMemo(
    () => (onPage === undefined || row === undefined ? undefined : { article: onPage, row }),
    [onPage, row],
  );
  const fromRead = read?.articleId === articleId ? read.result : undefined;
  const found = isPage ? fromPage : fromRead;
  const [shown, setShown] = useState<ArticleData | 'not-found' | undefined>(found);
  if (found !== undefined && found !== shown) setShown(found);
  return found ?? shown ?? 'pending';
}
