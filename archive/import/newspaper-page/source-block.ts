import type { SourceText } from './source-text.ts';

/** What the Markdown of a page says a printed line or block is; not yet what it is. */
export type SourceKind =
  'heading' | 'text' | 'bullet' | 'quote' | 'image' | 'table' | 'rule' | 'comment' | 'front-matter';

/** One printed line or block of the page, in the order of the source. */
export interface SourceBlock {
  /** Place in the source, from 0. */
  readonly index: number;
  readonly kind: SourceKind;
  /** 1 to 6 for `#` headings, 7 for a paragraph that is bold as a whole, else 0. */
  readonly level: number;
  readonly text: SourceText;
  /** Follows the block before without a blank line: a printed line of the same Markdown paragraph. */
  readonly isTight: boolean;
  /** Path of the picture. */
  readonly media?: string;
  readonly rows?: readonly (readonly SourceText[])[];
  readonly headerRows?: number;
  /** 1-based line of the source on which the block begins. */
  readonly line: number;
}
