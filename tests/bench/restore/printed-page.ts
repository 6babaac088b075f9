/** What a printed character is; `mark` is scored with whatever stands beside it. */
export type TrueRole =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'column'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'section-head'
  | 'caption'
  | 'box'
  | 'table'
  | 'list'
  | 'qa'
  | 'pull-quote'
  | 'furniture';

/** How a unit is set in Markdown. */
export type Form = 'heading' | 'text' | 'bullet' | 'quote' | 'table' | 'image' | 'box';

/** Characters of the well-formed page by number: where each belongs. */
export interface TrueCharacter {
  /** -1: furniture. */
  readonly story: number;
  /** Number of the printed element, rising in reading order. */
  readonly element: number;
  readonly role: TrueRole;
}

/** A piece of a page on its way through the breaker. */
export interface Fragment {
  readonly story: number;
  readonly form: Form;
  readonly role: TrueRole;
  readonly level: number;
  /** One text, or several printed lines of one box, or the cells of a table row by row. */
  readonly lines: readonly (readonly PrintedCharacter[])[];
  /** Cells in a row of a table. */
  readonly columns: number;
  readonly media: string;
  /** Set by the breaker: printed without a blank line to the fragment before. */
  readonly isTight: boolean;
  readonly isBold: boolean;
}

export interface PrintedCharacter {
  readonly text: string;
  /** Number of the true character; -1 for white space. */
  readonly id: number;
}

export interface PrintedPage {
  /** In the order of the well-formed page. */
  readonly fragments: readonly Fragment[];
  readonly characters: readonly TrueCharacter[];
  readonly stories: number;
}

/** A broken page: its Markdown and the true character at each of its offsets (-1: none). */
export interface BrokenPage {
  readonly markdown: string;
  readonly truth: Int32Array;
  readonly page: PrintedPage;
}
