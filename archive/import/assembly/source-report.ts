/** Something about a source that a person should know; the words are the interface's. */
export interface SourceRemark {
  readonly code: string;
  /** The story concerned; empty where the source as a whole is. */
  readonly headline: string;
  /** The place: text before and behind a seam, or the text meant. */
  readonly before: string;
  readonly after: string;
  /** 0 to 1; null where nothing was weighed. */
  readonly confidence: number | null;
}

/** What became of one source file. */
export interface SourceReport {
  /** The file's name, with its folder where the source was a folder. */
  readonly source: string;
  /** Printed characters of the source, white space aside, and where they are now. */
  readonly characters: number;
  readonly unplacedCharacters: number;
  readonly stories: number;
  /** Paragraphs that were put together from torn parts. */
  readonly joins: number;
  readonly remarks: readonly SourceRemark[];
}
