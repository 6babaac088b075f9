import type { Query } from '../../archive/search/query/query.ts';
import type { ConcordanceLine } from '../../archive/search/results/concordance.ts';
import type { Excerpt } from '../../archive/search/results/excerpt.ts';
import type { ArchiveRecord } from './archives.ts';
import type { ArticleRow } from './article-rows.ts';
import type { SearchFacet, SearchFilter, SearchOrder } from '../location/search-place.ts';
import type { FacetValue } from './contents-query.ts';

export interface SearchQuestion {
  readonly query: Query;
  readonly filter: SearchFilter;
  readonly order: SearchOrder;
  /** The loads in use, by `loadName`, where the asker knows: their table is not read then. */
  readonly loads?: readonly string[];
}

/** Names a load: numbers of generations are used again. */
export function loadName({
  generation,
  loadedAt,
}: Pick<ArchiveRecord, 'generation' | 'loadedAt'>): string {
  return `${generation} ${loadedAt}`;
}

/** A year of the timeline. */
export interface FoundYear {
  readonly year: number;
  /** Stories that were found, whatever the chosen dates. */
  readonly stories: number;
  /** Issues of the searched papers; none is a gap. */
  readonly issues: number;
}

export interface FoundNote {
  readonly id: string;
  readonly archiveId: string;
  /** Null for notes on pages and issues. */
  readonly articleId: string | null;
  readonly note: string;
  readonly quote: string;
  readonly modified: string;
}

export interface SearchAnswer {
  readonly stories: number;
  readonly hits: number;
  readonly milliseconds: number;
  readonly facets: Readonly<Record<SearchFacet, readonly FacetValue[]>>;
  readonly years: readonly FoundYear[];
  readonly notes: readonly FoundNote[];
  /** Papers that had to be read from beginning to end, for want of an index. */
  readonly scanned: readonly string[];
}

export interface FoundStory {
  readonly archiveId: string;
  readonly row: ArticleRow;
  readonly pageName: string;
  readonly hits: number;
  /** Places of the hits in the headline, in UTF-16 units. */
  readonly headlineMarks: Excerpt['marks'];
  readonly excerpt: Excerpt;
}

/** A segment of a story with its hits. */
export interface MarkedSegment {
  readonly field: number;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface MarkedStory {
  readonly archiveId: string;
  readonly row: ArticleRow;
  readonly segments: readonly MarkedSegment[];
}

export interface FoundLine extends ConcordanceLine {
  readonly archiveId: string;
  readonly articleId: string;
  readonly issueId: string;
  readonly date: string;
  readonly page: string;
  readonly headline: string;
  readonly language: string;
  /** Index in `searchFields`. */
  readonly field: number;
}

/** A place in a canonical text: code points, half-open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What can be asked about the stories of the latest search. */
export interface SearchTasks {
  search: { readonly ask: SearchQuestion; readonly answer: SearchAnswer };
  stories: {
    readonly ask: { readonly from: number; readonly to: number };
    readonly answer: readonly FoundStory[];
  };
  story: { readonly ask: { readonly index: number }; readonly answer: MarkedStory | null };
  /** Lines of the next stories from `from` on; `next` is null at the end. */
  lines: {
    readonly ask: { readonly from: number; readonly width: number };
    readonly answer: { readonly lines: readonly FoundLine[]; readonly next: number | null };
  };
  /** Where a story of any paper meets a query, in code points; nowhere where it does not. */
  hits: {
    readonly ask: {
      readonly query: Query;
      readonly archiveId: string;
      readonly articleId: string;
    };
    readonly answer: readonly Place[];
  };
  /** Lets go of indexes that were replaced. */
  refresh: { readonly ask: null; readonly answer: null };
}

export type SearchTask = keyof SearchTasks;

export interface SearchOrderMessage<Task extends SearchTask = SearchTask> {
  readonly number: number;
  readonly task: Task;
  readonly ask: SearchTasks[Task]['ask'];
}

export type SearchReply = { readonly number: number } & (
  | { readonly kind: 'answer'; readonly answer: unknown }
  /** A paper without an index is being read: stories so far. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** A newer search has taken this one's place. */
  | { readonly kind: 'superseded' }
  /** The index of a generation turned out damaged or missing. */
  | { readonly kind: 'needs-index'; readonly generations: readonly number[] }
  | { readonly kind: 'failed'; readonly message: string }
);
