import type { CitationItem } from './citation-item.ts';
import { formatCitation, type CitationOptions, type CitationStyle } from './citation-style.ts';
import { scriptWords } from './script-words.ts';

/**
 * A quotation to be pasted into a manuscript: the text within the quotation marks of its script, a
 * line feed, the reference. The text stays as the archive holds it, character for character: marks
 * inside it are not turned into inner marks, and its own line feeds stay.
 */
export function quotation(
  text: string,
  item: CitationItem,
  style: CitationStyle,
  options: CitationOptions = {},
): string {
  const [open, close] = scriptWords[item.script].quotationMarks;
  return `${open}${text}${close}\n${formatCitation(item, style, options)}`;
}
