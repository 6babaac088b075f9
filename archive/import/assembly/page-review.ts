import type { PageDecision } from '../newspaper-page/page-decisions.ts';
import type { RestoredPage } from '../newspaper-page/restored-page.ts';

export interface ReviewRequest {
  readonly archiveId: string;
  /** Of the issue, EDTF. */
  readonly date: string;
  /** The page's number as printed. */
  readonly page: string;
  /** Which of the page's sources, from 0; most pages have one. */
  readonly part: number;
  /** To be kept and applied; null applies those that are kept. */
  readonly decisions: readonly PageDecision[] | null;
}

export type PageReview =
  | {
      readonly outcome: 'open';
      readonly source: string;
      /** All sources of the page. */
      readonly sources: readonly string[];
      readonly decisions: readonly PageDecision[];
      /** The file that holds the decisions. */
      readonly keptIn: string;
      readonly restored: RestoredPage;
      /** The source, which spans and anchors point into. */
      readonly markdown: string;
    }
  /** The archive came as a bag, so its sources are not here. */
  | { readonly outcome: 'not-made-here' }
  | { readonly outcome: 'unreadable'; readonly source: string; readonly code: string };
