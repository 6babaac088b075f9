import type { Ink } from '../../archive/model/annotation.ts';
import type { ContentScript } from '../../archive/model/user-data.ts';
import type { CitationStyle } from '../../archive/citation/citation-style.ts';

/** Which marked passages are taken out. */
export type ExportScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'article'; readonly articleId: string }
  | { readonly kind: 'issue'; readonly issueId: string; readonly archiveId?: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'ink'; readonly ink: Ink };

export const groupings = ['article', 'issue', 'tag', 'ink', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export const orders = ['print', 'newest', 'made'] as const;
/** By date and place in the paper, the same with the newest paper first, or as they were made. */
export type Order = (typeof orders)[number];

export interface ExportChoices {
  readonly grouping: Grouping;
  readonly order: Order;
  /** `held`, or the script that stands before the archive's own form. */
  readonly script: ContentScript;
  /** The rest of the sentence around each passage. */
  readonly hasContext: boolean;
  readonly hasNotes: boolean;
  readonly hasCorrections: boolean;
  readonly hasPhotos: boolean;
  /** Without, passages are underlined in ink black. */
  readonly hasColours: boolean;
  readonly citationStyle: CitationStyle;
}

export const usualChoices: ExportChoices = {
  grouping: 'article',
  order: 'print',
  script: 'held',
  hasContext: true,
  hasNotes: true,
  hasCorrections: true,
  hasPhotos: false,
  hasColours: true,
  citationStyle: 'gbt7714-2015',
};
