import type { AskedField } from '../text/search-fields.ts';
import type { StoryCondition } from './query.ts';

/** A query as it was understood. */
export type ParsedQuery =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Set between quotation marks. */
      readonly isPhrase: boolean;
      readonly field: AskedField | null;
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ParsedQuery[] }
  | { readonly kind: 'not'; readonly part: ParsedQuery }
  | {
      readonly kind: 'near';
      readonly distance: number;
      readonly parts: readonly [ParsedQuery, ParsedQuery];
    }
  | { readonly kind: 'condition'; readonly condition: StoryCondition };

export const queryProblems = [
  'unclosed-quote',
  'unclosed-group',
  'unexpected-close',
  'missing-words',
  'empty-field',
  'not-a-date',
  'unknown-has',
  'too-long',
  'too-many-words',
  'too-deep',
] as const;

/** What was not understood, or had to be put right, and where it stands in UTF-16 units. */
export interface QueryProblem {
  readonly code: (typeof queryProblems)[number];
  readonly start: number;
  readonly end: number;
  /** True where the query is answered all the same. */
  readonly isMended: boolean;
}

export interface QueryReading {
  /** Null where nothing can be asked. */
  readonly query: ParsedQuery | null;
  readonly problems: readonly QueryProblem[];
}

/** The days that typed words name, both included; null where they name none. */
export type ReadDates = (
  text: string,
) => { readonly from: string | null; readonly to: string | null; readonly isEra: boolean } | null;
