import type { PageEncoding } from '../newspaper-page/decode-text.ts';

/** How a source is read: as a torn page, as one story, or as one row of a table of holdings. */
export type SourceKind = 'page' | 'story';

/** What a table of holdings (题录) says of a story. */
export interface HoldingFields {
  readonly title: string;
  readonly author: string;
  readonly section: string;
}

/** One source and what is known of it. */
export interface SourceOrder {
  /** The file; null for a row of a table that names no text. */
  readonly path: string | null;
  /** The name shown and kept as the source of the stories. */
  readonly source: string;
  readonly kind: SourceKind;
  /** Null: by what the bytes say. */
  readonly encoding: PageEncoding | null;
  /** EDTF. */
  readonly date: string;
  readonly issueNumber: string;
  readonly page: { readonly number: string; readonly name: string };
  /** Absent for files that say themselves what they hold. */
  readonly holding?: HoldingFields;
}
