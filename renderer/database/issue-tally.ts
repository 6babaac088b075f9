import type { Article } from '../../archive/model/article.ts';
import type { Issue, Page } from '../../archive/model/issue.ts';
import type { ArticleRow } from './article-rows.ts';
import { CannotResumeError } from './checkpoint.ts';
import type { IssueRecord } from './issues.ts';
import { arrivalOf, issueRange, ordinalOf } from './row-key.ts';

interface PageTally {
  readonly page: Page;
  articles: number;
  characters: number;
}

interface IssueEntry {
  readonly issue: Issue;
  readonly ordinal: number;
  readonly pages: PageTally[];
  arrived: number;
}

/** Where a story stands: its issue by date, its count within the issue, its page. */
export interface ArticlePlace {
  readonly ordinal: number;
  readonly index: number;
  readonly pageIndex: number;
}

/** Gives every issue its ordinal by date, and counts what arrives for it. */
export class IssueTally {
  private readonly entries: readonly IssueEntry[];
  private readonly byId: ReadonlyMap<string, IssueEntry>;

  constructor(announced: readonly Issue[]) {
    this.entries = announced
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map((issue, ordinal) => ({
        issue,
        ordinal,
        pages: issue.pages.map((page) => ({ page, articles: 0, characters: 0 })),
        arrived: 0,
      }));
    this.byId = new Map(this.entries.map((entry) => [entry.issue.id, entry]));
  }

  /** Throws for an issue that was not announced: the stream is not what main sends. */
  nextPlace(article: Article): ArticlePlace {
    const entry = this.byId.get(article.issue.id);
    if (!entry) throw new Error(`${article.id} names the unknown issue ${article.issue.id}`);
    const { number, name } = article.page;
    let pageIndex = entry.pages.findIndex(({ page }) => page.number === number);
    if (pageIndex < 0) {
      pageIndex = entry.pages.push({ page: { number, name }, articles: 0, characters: 0 }) - 1;
    }
    return { ordinal: entry.ordinal, index: entry.arrived++, pageIndex };
  }

  count(place: Pick<ArticlePlace, 'ordinal' | 'pageIndex'>, characters: number): void {
    this.change(place, 1, characters);
  }

  /** Takes back what was counted for a story that a newer version replaces. */
  discount(place: Pick<ArticlePlace, 'ordinal' | 'pageIndex'>, characters: number): void {
    this.change(place, -1, -characters);
  }

  private change(
    place: Pick<ArticlePlace, 'ordinal' | 'pageIndex'>,
    articles: number,
    characters: number,
  ): void {
    const page = this.entries[place.ordinal]?.pages[place.pageIndex];
    if (!page) throw new RangeError('No such page');
    page.articles += articles;
    page.characters += characters;
  }

  /** True where only stories name this page of the row. */
  isUnannounced({ key, pageIndex }: Pick<ArticleRow, 'key' | 'pageIndex'>): boolean {
    return pageIndex >= (this.entries[ordinalOf(key)]?.issue.pages.length ?? 0);
  }

  /**
   * Counts a story that an earlier run of the load stored; `pageName` is asked only where the page
   * is unannounced. Stories may come in any order.
   */
  restore(
    row: Pick<ArticleRow, 'key' | 'page' | 'pageIndex' | 'characters'>,
    pageName: string,
  ): void {
    const { key, page: number, pageIndex, characters } = row;
    const ordinal = ordinalOf(key);
    const entry = this.entries[ordinal];
    if (!entry) throw new CannotResumeError(`No issue of the stream holds row ${key}`);
    entry.pages[pageIndex] ??= { page: { number, name: pageName }, articles: 0, characters: 0 };
    if (entry.pages[pageIndex].page.number !== number) {
      throw new CannotResumeError(`Row ${key} stands on another page than the stream says`);
    }
    this.passOver(key);
    this.count({ ordinal, pageIndex }, characters);
  }

  /** A story that came and was replaced by a later version: its key is not given again. */
  passOver(key: number): void {
    const entry = this.entries[ordinalOf(key)];
    if (entry) entry.arrived = Math.max(entry.arrived, arrivalOf(key) + 1);
  }

  /** Throws where a page is not known that stories stand behind. */
  checkPages(): void {
    for (const { pages, issue } of this.entries) {
      // A hole is no element, so that only the indexes tell.
      for (let index = 0; index < pages.length; index++) {
        if (!(index in pages)) throw new CannotResumeError(`A page of ${issue.id} is not known`);
      }
    }
  }

  issueRecords(generation: number): IssueRecord[] {
    return this.entries.map(({ issue, ordinal, pages }) => ({
      ...issue,
      key: issueRange(generation, ordinal).from,
      generation,
      pages: pages.map(({ page, articles, characters }) => ({ ...page, articles, characters })),
      articles: pages.reduce((sum, { articles }) => sum + articles, 0),
      characters: pages.reduce((sum, { characters }) => sum + characters, 0),
    }));
  }
}
