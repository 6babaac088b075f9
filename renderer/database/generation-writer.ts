import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Issue } from '../../archive/model/issue.ts';
import {
  articleBodies,
  articlesPerBlock,
  packBodies,
  type ArticleBodies,
} from './article-bodies.ts';
import { articleRows, makeArticleRow, type ArticleRow } from './article-rows.ts';
import type { CoverageDay } from './archives.ts';
import type { UnfinishedLoad } from './checkpoint.ts';
import { contents } from './contents.ts';
import { ContentsBuilder } from './contents-builder.ts';
import { database } from './database.ts';
import { generations, saveCheckpoint } from './generations.ts';
import { IssueTally } from './issue-tally.ts';
import { issues } from './issues.ts';
import { restoreWriting, type SkippedStories } from './restore-writing.ts';
import { bodyKey, generationRange, ordinalOf, rowKey } from './row-key.ts';
import type { SearchIndexWriting } from './search-index-writing.ts';

/** Stories in one transaction. */
const batchSize = 1_024;

/** One load on its way into the tables, in batches; the next one is made while one is written. */
export class GenerationWriter {
  readonly generation: number;
  readonly description: ArchiveDescription;
  private readonly announced: Issue[] = [];
  private readonly contents = new ContentsBuilder();
  private tally: IssueTally | undefined;
  private rows: ArticleRow[] = [];
  /** Ids among `rows` whose earlier version may have come before. */
  private revised = new Set<string>();
  private blocks: Promise<ArticleBodies>[] = [];
  private lines: Uint8Array[] = [];
  private blockCount = 0;
  /** Stories that came, and keys of those that a later version replaced. */
  private stories = 0;
  private readonly removed: number[] = [];
  private writing: Promise<unknown> = Promise.resolve();

  private readonly search: SearchIndexWriting | null;

  constructor(
    generation: number,
    description: ArchiveDescription,
    search: SearchIndexWriting | null,
  ) {
    this.generation = generation;
    this.description = description;
    this.search = search;
  }

  addIssue(issue: Issue): void {
    if (this.tally) throw new Error(`The issue ${issue.id} comes after the first story`);
    this.announced.push(issue);
  }

  /** Takes up a load that was broken off; throws `CannotResumeError` where it cannot go on. */
  async restore(unfinished: UnfinishedLoad, skipped: SkippedStories): Promise<void> {
    const tally = new IssueTally(this.announced);
    const { contents, search } = this;
    await restoreWriting(unfinished, skipped, { tally, contents, search });
    this.tally = tally;
    this.stories = unfinished.checkpoint.stories;
    this.blockCount = unfinished.checkpoint.blocks;
    this.removed.push(...unfinished.checkpoint.removed);
  }

  async addArticle(article: Article, line: Uint8Array): Promise<void> {
    this.tally ??= new IssueTally(this.announced);
    this.stories++;
    const place = this.tally.nextPlace(article);
    const row = makeArticleRow(article, {
      key: rowKey(this.generation, place.ordinal, place.index),
      pageIndex: place.pageIndex,
      body: [bodyKey(this.generation, this.blockCount), this.lines.length],
    });
    this.tally.count(place, row.characters);
    this.rows.push(row);
    this.contents.add(row, article.byline);
    await this.search?.add(row.key, article);
    // The first version of a story cannot replace anything.
    if (article.version > 1) this.revised.add(article.id);
    this.lines.push(line);
    if (this.lines.length === articlesPerBlock) this.closeBlock();
    if (this.rows.length >= batchSize && this.lines.length === 0) await this.flush();
  }

  async finish(): Promise<readonly CoverageDay[]> {
    this.closeBlock();
    await this.search?.close();
    await this.flush();
    await this.writing;
    this.tally ??= new IssueTally(this.announced);
    const records = this.tally.issueRecords(this.generation);
    // An earlier run of the load may have come as far.
    await issues.bulkPut(records);
    await contents.put(this.contents.finish(this.generation, records));
    await this.search?.finish();
    return records.map(({ date, id, articles, pages, missingPages }) => ({
      date,
      issueId: id,
      articles,
      pages: pages.length,
      missingPages: missingPages.length,
    }));
  }

  /** Waits until nothing is being written, whatever became of it. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.writing, ...this.blocks]);
  }

  /** The rows without those that a later one among them replaces. */
  private withoutEarlier(rows: ArticleRow[], revised: ReadonlySet<string>): ArticleRow[] {
    if (revised.size === 0) return rows;
    const last = new Map(rows.map((row) => [row.id, row]));
    return rows.filter((row) => {
      const isLast = last.get(row.id) === row;
      if (!isLast) this.discount(row);
      return isLast;
    });
  }

  /** Deletes what is already written of these stories; their bodies stay, unreachable. */
  private async deleteEarlier(ids: readonly string[]): Promise<void> {
    const { from, to } = generationRange(this.generation);
    const written = await articleRows.where('id').anyOf(ids).toArray();
    const earlier = written.filter(({ key }) => key >= from && key < to);
    for (const row of earlier) this.discount(row);
    await articleRows.bulkDelete(earlier.map(({ key }) => key));
  }

  private discount({ key, pageIndex, characters }: ArticleRow): void {
    this.removed.push(key);
    this.contents.remove(key);
    this.search?.remove(key);
    this.tally?.discount({ ordinal: ordinalOf(key), pageIndex }, characters);
  }

  private closeBlock(): void {
    if (this.lines.length === 0) return;
    this.blocks.push(packBodies(bodyKey(this.generation, this.blockCount++), this.lines));
    this.lines = [];
  }

  private async flush(): Promise<void> {
    const revised = this.revised;
    this.revised = new Set();
    const rows = this.withoutEarlier(this.rows, revised);
    this.rows = [];
    const packed = this.blocks;
    this.blocks = [];
    const { stories, blockCount, removed } = this;
    const index = this.search?.written ?? null;
    const blocks = await Promise.all(packed);
    await this.writing;
    const tables = [articleRows, articleBodies, generations];
    this.writing = database.transaction('rw', tables, async () => {
      if (revised.size > 0) await this.deleteEarlier([...revised]);
      await articleRows.bulkAdd(rows);
      await articleBodies.bulkAdd(blocks);
      await saveCheckpoint(this.generation, { stories, blocks: blockCount, removed, index });
    });
    // Whoever awaits it next meets the failure; until then it must not count as unhandled.
    this.writing.catch(() => undefined);
  }
}
