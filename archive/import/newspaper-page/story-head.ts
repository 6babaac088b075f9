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

/** The lead or byline that stands right behind a head, before any other heading; undefined: none. */
export function ownStart(units: readonly PageUnit[], head: StoryHead): PageUnit | undefined {
  for (const unit of units.slice(head.end, head.end + 3)) {
    if (unit.role === 'heading') return undefined;
    if (unit.lead !== null || unit.role === 'byline') return unit;
    if (unit.role === 'paragraph') return undefined;
  }
  return undefined;
}
