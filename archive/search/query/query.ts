import type { FieldMask } from '../text/search-fields.ts';

/** Characters to be found one after the other. */
export interface Words {
  readonly kind: 'words';
  /** As asked. */
  readonly printed: readonly number[];
  readonly folded: readonly number[];
  readonly fields: FieldMask;
  /** Only these printed glyphs. */
  readonly isExact: boolean;
  /** Punctuation in the text and in the words is passed over. */
  readonly ignoresPunctuation: boolean;
}

/** What a story is chosen by besides its words. */
export type StoryCondition =
  /** `YYYY-MM-DD`, both included; null for an open end. */
  | { readonly by: 'date'; readonly from: string | null; readonly to: string | null }
  | { readonly by: 'page' | 'section' | 'author' | 'archive'; readonly name: string }
  | { readonly by: 'notes' };

/** What is asked, ready to be evaluated. */
export type Query =
  | Words
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  /** Both within so many characters of each other, in either order, not overlapping. */
  | { readonly kind: 'near'; readonly distance: number; readonly parts: readonly [Query, Query] }
  | { readonly kind: 'condition'; readonly condition: StoryCondition };

/** The words that a story is found by, in the order of the query; those behind NOT are none. */
export function positiveWords(query: Query): readonly Words[] {
  switch (query.kind) {
    case 'words':
      return [query];
    case 'and':
    case 'or':
    case 'near':
      return query.parts.flatMap(positiveWords);
    case 'not':
    case 'condition':
      return [];
  }
}
