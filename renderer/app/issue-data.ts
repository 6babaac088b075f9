import { useLiveQuery } from 'dexie-react-hooks';
import type { Article } from '../../archive/model/article.ts';
import { listArchives, findArchive, type ArchiveRecord } from '../database/archives.ts';
import { readArticle, readArticles } from '../database/article-bodies.ts';
import { findRow, listIssueRows, listPage, type ArticleRow } from '../database/article-rows.ts';
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

async function readStory(archiveId: string, articleId: string): Promise<ArticleData | 'not-found'> {
  const archive = await findArchive(archiveId);
  if (archive === undefined) return 'not-found';
  const row = await findRow(archive, articleId);
  if (row === undefined) return 'not-found';
  return { row, article: await readArticle(archive, row) };
}

export function useArticle(archiveId: string, articleId: string): Found<ArticleData> {
  return useLiveQuery(() => readStory(archiveId, articleId), [archiveId, articleId]) ?? 'pending';
}
