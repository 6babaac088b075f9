/**
 * What a reader marks and writes beside an archive, with the parts that W3C Web Annotation gives
 * it. Whether an annotation has lost its place is computed, never stored.
 */

/** Code points of the canonical text, half-open. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** A quotation in the glyphs of the archive, with what stands before and after it. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The two ways in which a passage is found again; annotations made elsewhere may lack either. */
export interface TextSelectors {
  readonly position?: TextPositionSelector;
  readonly quote?: TextQuoteSelector;
}

/** The text that an annotation was made on. */
interface ArticleState {
  readonly archiveId: string;
  readonly articleId: string;
  /** The article's version and digest when the selectors were made; they fit that text alone. */
  readonly articleVersion: number;
  readonly textDigest: string;
}

export interface PassageTarget extends ArticleState {
  readonly kind: 'passage';
  readonly selectors: TextSelectors;
}

/** A story as a whole. */
export interface ArticleTarget extends ArticleState {
  readonly kind: 'article';
}

/** A page as a whole. */
export interface PageTarget {
  readonly kind: 'page';
  readonly archiveId: string;
  readonly issueId: string;
  /** As printed. */
  readonly page: string;
}

export interface IssueTarget {
  readonly kind: 'issue';
  readonly archiveId: string;
  readonly issueId: string;
}

export type AnnotationTarget = PassageTarget | ArticleTarget | PageTarget | IssueTarget;

/** The inks 藤黄, 石绿, 花青, 胭脂 and 赭石; what they mean is the reader's to say. */
export const inks = ['teng', 'lv', 'qing', 'yan', 'zhe'] as const;
export type Ink = (typeof inks)[number];

export const markStyles = ['fill', 'underline'] as const;
export type MarkStyle = (typeof markStyles)[number];

/** How a passage is painted. */
export interface Mark {
  readonly ink: Ink;
  readonly style: MarkStyle;
}

/** Why an annotation was made, in the words of the Web Annotation vocabulary. */
export const motivations = ['highlighting', 'commenting', 'tagging', 'bookmarking'] as const;
export type Motivation = (typeof motivations)[number];

export interface Annotation {
  /** `urn:uuid:…`, or the IRI that another program gave it. */
  readonly id: string;
  readonly target: AnnotationTarget;
  /** At least one. */
  readonly motivations: readonly Motivation[];
  /** Absent where nothing is painted: notes on stories and pages, bookmarks. */
  readonly mark?: Mark;
  /** Markdown; empty where there is no note. */
  readonly note: string;
  /** In the order in which they were given, none twice. */
  readonly tags: readonly string[];
  /** How the passage should read where the archive's text is wrong; the archive stays as it is. */
  readonly correctedReading?: string;
  /** RFC 3339, UTC. */
  readonly created: string;
  /** RFC 3339, UTC; the time of the last change of any kind, trashing included. */
  readonly modified: string;
  /** RFC 3339, UTC: when it was put into the trash; absent while it is not there. */
  readonly trashed?: string;
  /** Members of other programs, kept as they are. */
  readonly ext: Readonly<Record<string, unknown>>;
}
