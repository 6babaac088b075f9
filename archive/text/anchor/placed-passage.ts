import type { TextRange } from '../text-range.ts';
import type { FoundBy } from './anchor.ts';

/** A place in the new revision. */
export interface PlacedPassage {
  /** Index among the new revision's articles. */
  readonly article: number;
  readonly range: TextRange;
  readonly how: FoundBy;
  /** 0 to 1. */
  readonly confidence: number;
  readonly isUncertain: boolean;
}

/**
 * Why a passage has no place: its story is not in the revision and its words are nowhere else; its
 * words are gone; or they stand in several places and nothing tells which is meant.
 */
export type OrphanReason = 'article-gone' | 'text-gone' | 'ambiguous';

export interface OrphanedPassage {
  readonly reason: OrphanReason;
  /** Where it might belong, for a person to decide. */
  readonly proposal: PlacedPassage | null;
}
