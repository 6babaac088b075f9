/** Why a record of an annotation file cannot be used; the others are. */
export type SkipReason =
  /** No object of the type Annotation. */
  | 'not-an-annotation'
  /** Objects and lists lie more than 64 deep in one another. */
  | 'too-deep'
  /** Nothing is said about what it is on, or not in a way that can be kept. */
  | 'no-target'
  /** On several things at once. */
  | 'several-targets'
  /** A passage that ends before it begins. */
  | 'reversed-range'
  /** A position that is no pair of whole numbers from 0. */
  | 'bad-position'
  /** A time that does not exist. */
  | 'bad-time'
  /** An id that is no text, or longer than 1,000 characters. */
  | 'bad-id';

export class SkipError extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}
