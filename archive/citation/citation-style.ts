import { formatChicagoBibliography, formatChicagoNote, type ChicagoOptions } from './chicago.ts';
import type { CitationItem } from './citation-item.ts';
import { formatGbt7714, type Gbt7714Options } from './gbt7714.ts';
import { formatHistoryFootnote } from './history-journal.ts';

/** The styles that make one line of print. */
export const citationStyles = [
  'gbt7714-2015',
  'gbt7714-2025',
  'chicago-note',
  'chicago-bibliography',
  'history-footnote',
] as const;

export type CitationStyle = (typeof citationStyles)[number];

export interface CitationOptions extends Gbt7714Options, ChicagoOptions {}

/** A reference in a style: one line, the style's full stop included. */
export function formatCitation(
  item: CitationItem,
  style: CitationStyle,
  options: CitationOptions = {},
): string {
  switch (style) {
    case 'gbt7714-2015':
      return formatGbt7714(item, 2015, options);
    case 'gbt7714-2025':
      return formatGbt7714(item, 2025, options);
    case 'chicago-note':
      return formatChicagoNote(item, options);
    case 'chicago-bibliography':
      return formatChicagoBibliography(item, options);
    case 'history-footnote':
      return formatHistoryFootnote(item, options.title);
  }
}
