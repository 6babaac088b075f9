import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { ExportChoices } from './export-choices.ts';
import type { QuotationGroup } from './group-quotations.ts';
import type { PhotoSource } from './read-photos.ts';

/** What the document is made of; all of it is text, nothing is markup. */
export interface HighlightsDocumentProps {
  readonly facts: DocumentFacts;
  readonly groups: readonly QuotationGroup[];
  readonly choices: ExportChoices;
  readonly t: TFunction;
  readonly language: InterfaceLanguage;
  /** Words of the archive in the chosen script; the same words where they are shown as held. */
  readonly shown: (text: string, language: string) => { text: string; language: string };
  /** A note as it is set. */
  readonly noteView: (note: string) => ReactNode;
  readonly groupTitle: (group: QuotationGroup) => string;
  readonly photoSource: PhotoSource;
}
