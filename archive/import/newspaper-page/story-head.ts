import type { PageUnit } from './page-unit.ts';

/** The headings that head one story, in the order of the source. */
export interface StoryHead {
  readonly kickers: readonly PageUnit[];
  /** Empty where a story begins whose headline is not on the page. */
  readonly headlines: readonly PageUnit[];
  readonly decks: readonly PageUnit[];
  /** 栏目 */
  readonly columns: readonly PageUnit[];
  /** Index of the first and behind the last of its units. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}
