import type { Article, Continuation, Genre } from '../../archive/model/article.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import type { ArchiveRecord } from './archives.ts';
import { database } from './database.ts';
import { findIssue } from './issues.ts';
import { generationRange, issueRange } from './row-key.ts';

type InUse = Pick<ArchiveRecord, 'generation'>;

/** What lists and pages show of a story, apart from its body. */
export interface ArticleRow {
  readonly key: number;
  readonly id: string;
  readonly issueId: string;
  /** EDTF. */
  readonly date: string;
  /** The page's number as printed. */
  readonly page: string;
  /** Place of the page in its issue, from 0. */
  readonly pageIndex: number;
  readonly order: number;
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly section: string;
  readonly genre: Genre;
  readonly language: string;
  /** Names of the first people of the byline. */
  readonly byline: readonly string[];
  readonly bylineCount: number;
  /** Code points of the canonical text. */
  readonly characters: number;
  readonly weight?: number;
  /** The first picture. */
  readonly figure?: { readonly media: string; readonly width?: number; readonly height?: number };
  /** The beginning of the running text, at most 120 code points. */
  readonly lead: string;
  readonly continuesOn?: Continuation;
  readonly continuedFrom?: Continuation;
  /** How many doubts its provenance lists. */
  readonly problems: number;
  /** Key of the block in `articleBodies` and the place inside it. */
  readonly body: readonly [block: number, slot: number];
}

export const articleRows = database.table<ArticleRow, number>('articleRows');

const leadCodePoints = 120;
const bylineNames = 3;

function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--;
  }
  return count;
}

function leadOf(article: Article): string {
  const first = article.body.find(({ type }) => type === 'paragraph' || type === 'qa');
  const text = first && 'text' in first ? first.text : '';
  return Array.from(text.slice(0, leadCodePoints * 2))
    .slice(0, leadCodePoints)
    .join('');
}

/** The row of an article; where it stands comes from the loading worker. */
export function makeArticleRow(
  article: Article,
  place: Pick<ArticleRow, 'key' | 'pageIndex' | 'body'>,
): ArticleRow {
  const { continuesOn, continuedFrom, weight } = article;
  const figure = article.body.find((block) => block.type === 'figure');
  return {
    ...place,
    id: article.id,
    issueId: article.issue.id,
    date: article.issue.date,
    page: article.page.number,
    order: article.order,
    kicker: article.kicker,
    headline: article.headline,
    deck: article.deck,
    section: article.section,
    genre: article.genre,
    language: article.language,
    byline: article.byline.slice(0, bylineNames).map(({ name }) => name),
    bylineCount: article.byline.length,
    characters: codePoints(canonicalText(article)),
    ...(weight !== undefined && { weight }),
    ...(figure && {
      figure: {
        media: figure.media,
        ...(figure.width !== undefined && { width: figure.width }),
        ...(figure.height !== undefined && { height: figure.height }),
      },
    }),
    lead: leadOf(article),
    ...(continuesOn && { continuesOn }),
    ...(continuedFrom && { continuedFrom }),
    problems: article.provenance.problems.length,
  };
}

function inReadingOrder(a: ArticleRow, b: ArticleRow): number {
  return a.pageIndex - b.pageIndex || a.order - b.order || a.key - b.key;
}

/** The stories of an issue in reading order, page by page. */
export async function listIssueRows(archive: InUse, issueId: string): Promise<ArticleRow[]> {
  const issue = await findIssue(archive, issueId);
  if (!issue) return [];
  const { from, to } = issueRange(archive.generation, 0);
  const found = await articleRows
    .where('key')
    .between(issue.key, issue.key + (to - from))
    .toArray();
  return found.sort(inReadingOrder);
}

/** The stories of one page in reading order; `pageNumber` as printed. */
export async function listPage(
  archive: InUse,
  issueId: string,
  pageNumber: string,
): Promise<ArticleRow[]> {
  const found = await listIssueRows(archive, issueId);
  return found.filter(({ page }) => page === pageNumber);
}

export async function findRow(archive: InUse, articleId: string): Promise<ArticleRow | undefined> {
  const { from, to } = generationRange(archive.generation);
  const found = await articleRows.where('id').equals(articleId).toArray();
  return found.find(({ key }) => key >= from && key < to);
}

export interface RowPaging {
  /** Rows after this key (before it, when newest come first); absent for the beginning. */
  readonly after?: number;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

/** The next rows of the whole archive by date; equally quick at any depth. */
export function listRows(archive: InUse, paging: RowPaging): Promise<ArticleRow[]> {
  const { from, to } = generationRange(archive.generation);
  const { after, limit, newestFirst = false } = paging;
  const rows = articleRows.where('key');
  if (newestFirst) {
    return rows
      .between(from, after ?? to, true, false)
      .reverse()
      .limit(limit)
      .toArray();
  }
  return rows
    .between(after ?? from, to, after === undefined, false)
    .limit(limit)
    .toArray();
}

/** The rows of these keys, in their order; undefined for one that is no longer there. */
export async function readRows(keys: readonly number[]): Promise<(ArticleRow | undefined)[]> {
  return articleRows.bulkGet([...keys]);
}
