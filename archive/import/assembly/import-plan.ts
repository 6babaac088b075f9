import type { HoldingColumns } from '../holdings/holding-columns.ts';
import type { PageEncoding } from '../newspaper-page/decode-text.ts';
import type { SourceKind } from './import-order.ts';
import type { SourceReport } from './source-report.ts';

/** A text that can be imported and what was recognised of it; empty texts where nothing was. */
export interface PlannedSource {
  readonly path: string;
  /** The name shown and kept. */
  readonly source: string;
  readonly kind: SourceKind;
  readonly publication: string;
  /** EDTF. */
  readonly date: string;
  readonly page: string;
  readonly pageName: string;
  readonly encoding: PageEncoding;
  /** Of the encoding, 0 to 1; below 0.9 a person should look at the previews. */
  readonly confidence: number;
  readonly previews: readonly { readonly encoding: PageEncoding; readonly text: string }[];
  readonly fileBytes: number;
}

/** A table of holdings (题录) and how its columns were understood. */
export interface PlannedTable {
  readonly path: string;
  readonly source: string;
  readonly heads: readonly string[];
  /** The first rows below the heads. */
  readonly firstRows: readonly (readonly string[])[];
  readonly rows: number;
  readonly columns: HoldingColumns;
  /** The paper's name in the table's first row that has one. */
  readonly publication: string;
}

/** A file that cannot be imported, and why. */
export interface RefusedSource {
  readonly source: string;
  readonly code: string;
}

export interface ImportPlan {
  readonly sources: readonly PlannedSource[];
  readonly tables: readonly PlannedTable[];
  readonly refused: readonly RefusedSource[];
  /** The torn page that comes with the program. */
  readonly isSample: boolean;
}

/** What to import, after a person has looked at the plan. */
export interface ImportRequest {
  readonly sources: readonly Omit<PlannedSource, 'confidence' | 'previews' | 'fileBytes'>[];
  readonly tables: readonly Pick<PlannedTable, 'path' | 'source' | 'columns' | 'publication'>[];
  /** One sentence on who may do what; may be empty. */
  readonly rights: string;
  readonly isSample: boolean;
}

export interface BuiltBag {
  readonly file: string;
  readonly archiveId: string;
  readonly title: string;
  readonly revision: number;
}

export type ImportOutcome =
  | {
      readonly outcome: 'built';
      /** One for every paper. */
      readonly bags: readonly BuiltBag[];
      readonly reports: readonly SourceReport[];
    }
  | { readonly outcome: 'cancelled' }
  /** Nothing was changed; the code is a system error's or `nothing-read`. */
  | {
      readonly outcome: 'failed';
      readonly code: string;
      readonly detail: string;
      readonly reports: readonly SourceReport[];
    };

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly source: string;
}
