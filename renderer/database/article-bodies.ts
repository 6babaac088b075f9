import type { Article } from '../../archive/model/article.ts';
import type { ArticleRow } from './article-rows.ts';
import type { ArchiveRecord } from './archives.ts';
import { database } from './database.ts';
import { deflate, inflate } from './deflate.ts';

/** Some stories as lines of NDJSON, deflated: storing blocks is several times as fast as storing stories. */
export interface ArticleBodies {
  readonly key: number;
  readonly deflated: Uint8Array<ArrayBuffer>;
}

export const articlesPerBlock = 16;

export const articleBodies = database.table<ArticleBodies, number>('articleBodies');

const newline = 10;

/** Packs at most `articlesPerBlock` lines of UTF-8 JSON; the slots are their places. */
export async function packBodies(
  key: number,
  lines: readonly Uint8Array[],
): Promise<ArticleBodies> {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    joined.set(line, at);
    at += line.length;
    joined[at++] = newline;
  }
  return { key, deflated: await deflate(joined) };
}

function articleAt(lines: readonly string[], row: Pick<ArticleRow, 'id' | 'body'>): Article {
  const line = lines[row.body[1]];
  const article = line ? (JSON.parse(line) as Article) : undefined;
  if (article?.id !== row.id) throw new Error(`The body of ${row.id} is not where its row says`);
  return article;
}

/** The stories of the rows, in their order; one read a block. Throws when one is not there. */
export async function readArticles(
  rows: readonly Pick<ArticleRow, 'id' | 'body'>[],
): Promise<Article[]> {
  const keys = [...new Set(rows.map(({ body }) => body[0]))];
  const blocks = await articleBodies.bulkGet(keys);
  const lines = new Map<number, string[]>();
  for (const block of blocks) {
    if (!block) continue;
    lines.set(block.key, new TextDecoder().decode(await inflate(block.deflated)).split('\n'));
  }
  return rows.map((row) => articleAt(lines.get(row.body[0]) ?? [], row));
}

/** The story of a row, from its block. Throws when it is not there. */
export async function readArticleIn(
  block: ArticleBodies | undefined,
  row: Pick<ArticleRow, 'id' | 'body'>,
): Promise<Article> {
  const text = block === undefined ? '' : new TextDecoder().decode(await inflate(block.deflated));
  return articleAt(text.split('\n'), row);
}

/** The story of a row of this archive. Throws when it is not there. */
export async function readArticle(
  _archive: Pick<ArchiveRecord, 'generation'>,
  row: Pick<ArticleRow, 'id' | 'body'>,
): Promise<Article> {
  const [article] = await readArticles([row]);
  if (!article) throw new Error(`${row.id} cannot be read`);
  return article;
}
