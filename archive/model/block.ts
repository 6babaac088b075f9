/** The parts of a story's body, in reading order. Text is never markup. */

interface BlockBase {
  /** Unique within the article and stable between revisions of an archive. */
  readonly id: string;
}

export interface ParagraphBlock extends BlockBase {
  readonly type: 'paragraph';
  readonly text: string;
}

/** A section head (小标题) inside a story. */
export interface HeadingBlock extends BlockBase {
  readonly type: 'heading';
  readonly text: string;
}

export interface ListBlock extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly string[];
}

export interface TableBlock extends BlockBase {
  readonly type: 'table';
  readonly caption?: string;
  /** How many of the first rows are heads. */
  readonly headerRows: number;
  readonly rows: readonly (readonly string[])[];
}

/** A picture. `media` is a path below the bag's `data/` folder, e.g. `media/2019-05-18/ferry.jpg`. */
export interface FigureBlock extends BlockBase {
  readonly type: 'figure';
  readonly media: string;
  /** Pixels of the picture as stored; lets the page keep its place before the picture is there. */
  readonly width?: number;
  readonly height?: number;
  readonly caption: string;
  readonly credit: string;
}

export interface PullQuoteBlock extends BlockBase {
  readonly type: 'pull-quote';
  readonly text: string;
  readonly attribution?: string;
}

/** Matter set apart by a frame: abstracts, participants of a round table, data. */
export interface BoxBlock extends BlockBase {
  readonly type: 'box';
  readonly title: string;
  readonly lines: readonly string[];
}

/** One turn of an interview. */
export interface QaBlock extends BlockBase {
  readonly type: 'qa';
  readonly speaker: string;
  readonly text: string;
}

export interface SeparatorBlock extends BlockBase {
  readonly type: 'separator';
}

/** A block of a later format: shown as its text. */
export interface UnknownBlock extends BlockBase {
  readonly type: 'unknown';
  readonly originalType: string;
  readonly text: string;
}

export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | TableBlock
  | FigureBlock
  | PullQuoteBlock
  | BoxBlock
  | QaBlock
  | SeparatorBlock
  | UnknownBlock;
