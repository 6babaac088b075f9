import type { CitationItem } from './citation-item.ts';
import type { CitedDate } from './cited-date.ts';
import type { CitedName } from './cited-name.ts';
import { citedPaper, citedTitle, type TitleExtent } from './cited-title.ts';
import { itemNote } from './item-note.ts';
import { pageNumber } from './printed-page.ts';

/**
 * Surname, comma, given name. A comma inside a name taken whole would part it, so it turns
 * full-width; an office in Latin letters ends in a comma, or EndNote would part it at its spaces.
 */
function risName(name: CitedName): string {
  if (name.kind === 'chinese' || (name.kind === 'latin' && name.given !== '')) {
    return `${name.family}, ${name.given}`;
  }
  const text = name.text.replace(/,/gu, '，');
  return /\s/u.test(text) ? `${text},` : text;
}

/** `YYYY/MM/DD/`, parts that are not known left empty. */
function risDate(date: CitedDate): string {
  const month = date.month === undefined ? '' : String(date.month).padStart(2, '0');
  const day = date.day === undefined ? '' : String(date.day).padStart(2, '0');
  const season =
    date.season === undefined
      ? ''
      : (['Spring', 'Summer', 'Autumn', 'Winter'][date.season - 1] ?? '');
  return `${date.year}/${month}/${day}/${season}`;
}

function record(item: CitationItem, title: TitleExtent): string {
  const isWholeYear = item.date !== null && /^\d{4}$/u.test(item.date.year);
  const fields: readonly (readonly [string, string])[] = [
    ['TY', 'NEWS'],
    ...item.authors.map((name) => ['AU', risName(name)] as const),
    ...item.translators.map((name) => ['A4', risName(name)] as const),
    ['TI', citedTitle(item, title, item.script === 'Latn' ? ': ' : '：')],
    ['T2', citedPaper(item)],
    ['PY', isWholeYear ? item.date.year : ''],
    ['DA', isWholeYear ? risDate(item.date) : ''],
    ['SP', pageNumber(item.page)],
    ['SE', item.section],
    ['PB', item.publisher],
    ['SN', item.issn],
    ['LA', item.language],
    ['DB', item.archive.title],
    ['AN', item.id],
    ['N1', itemNote(item)],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}

/** A RIS file for Zotero and EndNote, to be written as UTF-8; its lines end in CR LF. */
export function formatRis(items: readonly CitationItem[], title: TitleExtent = 'subtitle'): string {
  return items.map((item) => record(item, title)).join('\r\n');
}
