import { formatBibtex } from '../../archive/citation/bibtex.ts';
import type { CitationItem } from '../../archive/citation/citation-item.ts';
import { formatCslJson } from '../../archive/citation/csl-json.ts';
import { formatRis } from '../../archive/citation/ris.ts';
import type { FileKind } from '../../preload/bridge.ts';
import type { QuotationRecord } from './quotation-record.ts';

export const fileFormats = ['md', 'csv', 'html', 'csl', 'ris', 'bib'] as const;
/** Everything but the PDF, which main makes. */
export type FileFormat = (typeof fileFormats)[number];

/** What the system's dialog calls them and how their names end. */
export const fileKinds: Readonly<Record<FileFormat, FileKind>> = {
  md: { words: 'Markdown', extensions: ['md'] },
  csv: { words: 'CSV', extensions: ['csv'] },
  html: { words: 'HTML', extensions: ['html'] },
  csl: { words: 'CSL-JSON', extensions: ['json'] },
  ris: { words: 'RIS', extensions: ['ris'] },
  bib: { words: 'BibTeX', extensions: ['bib'] },
};

/** The stories that are quoted, each once, in the order of the quotations. */
export function citedItems(records: readonly QuotationRecord[]): readonly CitationItem[] {
  const items = new Map<string, CitationItem>();
  for (const { story } of records) if (story !== null) items.set(story.item.id, story.item);
  return [...items.values()];
}

/** The stories that are quoted, for Zotero, EndNote and the like. */
export function referenceFile(
  records: readonly QuotationRecord[],
  format: 'csl' | 'ris' | 'bib',
): string {
  const items = citedItems(records);
  switch (format) {
    case 'csl':
      return formatCslJson(items);
    case 'ris':
      return formatRis(items);
    case 'bib':
      return formatBibtex(items);
  }
}
