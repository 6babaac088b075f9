/** A stretch of a text: half-open, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
