import type { ProblemCode, ProblemSeverity } from './problem-codes.ts';

/** What the check of a bag found, in a form that every process can show. */

export interface BagProblem {
  /** A stable name; the key of its explanation in the interface's catalogues. */
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** The file inside the bag, or empty where the bag as a whole is meant. */
  readonly path: string;
  /** Line of an NDJSON or tag file, from 1. */
  readonly line?: number;
  /** Exact figures and names: `expected`, `found`, `missingBytes`…; sizes in bytes. */
  readonly details: Readonly<Record<string, string | number>>;
}

export interface BagReport {
  /** True when nothing has severity `refuse`. */
  readonly isValid: boolean;
  readonly problems: readonly BagProblem[];
  /** Problems beyond the number that is listed one by one. */
  readonly unlistedProblems: number;
  readonly accepted: { readonly issues: number; readonly articles: number };
  /** Paths of media whose digest does not match or that are missing. */
  readonly damagedMedia: readonly string[];
  /** Files whose digests were compared. */
  readonly checkedFiles: number;
  /** Bytes of payload read. */
  readonly bytes: number;
}

export interface BagProgress {
  /** Bytes of payload read and in all. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Of all bytes, those of records, which are read before any other. */
  readonly totalTextBytes: number;
  readonly articles: number;
  readonly totalArticles: number;
}
