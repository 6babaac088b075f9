import type { Article } from '../../archive/model/article.ts';
import { addLine } from '../../archive/text/line-sum.ts';
import {
  articleBodies,
  articlesPerBlock,
  readArticles,
  type ArticleBodies,
} from './article-bodies.ts';
import { listRows, type ArticleRow } from './article-rows.ts';
import { CannotResumeError, type UnfinishedLoad } from './checkpoint.ts';
import type { ContentsBuilder } from './contents-builder.ts';
import { inflate } from './deflate.ts';
import type { IssueTally } from './issue-tally.ts';
import { bodyKey } from './row-key.ts';
import type { SearchIndexWriting } from './search-index-writing.ts';

/** What main says of the stories that it read, hashed and did not send again. */
export interface SkippedStories {
  readonly stories: number;
  /** By `addLine` over their lines. */
  readonly sum: number;
}

interface Restored {
  readonly tally: IssueTally;
  readonly contents: ContentsBuilder;
  readonly search: SearchIndexWriting | null;
}

const rowsAtOnce = 2_000;
const blocksAtOnce = 64;
const newline = 10;

/**
 * Gives a load back what it knew when it was broken off, from what it had stored. Throws
 * `CannotResumeError` where that is not, to the byte, what the bag has.
 */
export async function restoreWriting(
  unfinished: UnfinishedLoad,
  skipped: SkippedStories,
  { tally, contents, search }: Restored,
): Promise<void> {
  const { checkpoint } = unfinished;
  if (skipped.stories !== checkpoint.stories) {
    throw new CannotResumeError('Other stories were skipped than are stored');
  }
  const keys = await restoreRows(unfinished, tally, contents);
  for (const key of checkpoint.removed) {
    tally.passOver(key);
    search?.remove(key);
  }
  tally.checkPages();
  const sum = await restoreIndex(unfinished, keys, search);
  if (sum !== skipped.sum)
    throw new CannotResumeError('The stored stories are not those of the bag');
}

/** Keys of the stories that no finished part of the index holds, by their place in the stream. */
type UnindexedKeys = ReadonlyMap<number, number>;

async function restoreRows(
  { generation, checkpoint }: UnfinishedLoad,
  tally: IssueTally,
  contents: ContentsBuilder,
): Promise<UnindexedKeys> {
  const keys = new Map<number, number>();
  const indexed = checkpoint.index?.stories ?? 0;
  const firstBlock = bodyKey(generation, 0);
  let count = 0;
  let after: number | undefined;
  for (;;) {
    const rows = await listRows(
      { generation },
      { limit: rowsAtOnce, ...(after !== undefined && { after }) },
    );
    if (rows.length === 0) break;
    const wholes = await wholeStories(rows, tally);
    for (const row of rows) {
      const whole = wholes.get(row.id);
      tally.restore(row, whole?.page.name ?? '');
      contents.add(row, whole?.byline ?? row.byline.map((name) => ({ name })));
      const place = (row.body[0] - firstBlock) * articlesPerBlock + row.body[1];
      if (place >= indexed) keys.set(place, row.key);
    }
    count += rows.length;
    after = rows.at(-1)?.key;
  }
  if (count + checkpoint.removed.length < checkpoint.stories) {
    throw new CannotResumeError('Rows are missing');
  }
  return keys;
}

/** The stories whose rows do not tell all that is needed. */
async function wholeStories(
  rows: readonly ArticleRow[],
  tally: IssueTally,
): Promise<ReadonlyMap<string, Article>> {
  const needed = rows.filter(
    (row) => row.bylineCount > row.byline.length || tally.isUnannounced(row),
  );
  try {
    return new Map((await readArticles(needed)).map((article) => [article.id, article]));
  } catch {
    throw new CannotResumeError('A stored story cannot be read');
  }
}

/** Sums up the stored lines and indexes those that no finished part of the index holds. */
async function restoreIndex(
  { generation, checkpoint }: UnfinishedLoad,
  keys: UnindexedKeys,
  search: SearchIndexWriting | null,
): Promise<number> {
  const decoder = new TextDecoder();
  const indexed = checkpoint.index?.stories ?? 0;
  let sum = 0;
  let place = 0;
  for (let first = 0; first < checkpoint.blocks; first += blocksAtOnce) {
    const count = Math.min(blocksAtOnce, checkpoint.blocks - first);
    const blocks = await articleBodies.bulkGet(
      Array.from({ length: count }, (_, index) => bodyKey(generation, first + index)),
    );
    for (const bytes of await Promise.all(blocks.map(linesOfBlock))) {
      for (const line of linesOf(bytes)) {
        sum = addLine(sum, line);
        const key = keys.get(place);
        if (key !== undefined) {
          await search?.add(key, JSON.parse(decoder.decode(line)) as Article);
        } else if (place >= indexed) search?.passOver();
        place++;
      }
    }
  }
  if (place !== checkpoint.stories) throw new CannotResumeError('Stories are missing');
  return sum;
}

async function linesOfBlock(block: ArticleBodies | undefined): Promise<Uint8Array> {
  if (!block) throw new CannotResumeError('A block of stories is missing');
  try {
    return await inflate(block.deflated);
  } catch {
    throw new CannotResumeError('A block of stories is damaged');
  }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}
