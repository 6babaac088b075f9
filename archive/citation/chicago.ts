import type { CitationItem } from './citation-item.ts';
import type { CitedDate } from './cited-date.ts';
import type { CitedName } from './cited-name.ts';
import { citedPaper, citedTitle, type TitleExtent } from './cited-title.ts';
import { pageNumber } from './printed-page.ts';

export interface ChicagoOptions {
  /** Chicago leaves the page of a newspaper out, because editions of a day differ. */
  readonly hasPage?: boolean;
  readonly title?: TitleExtent;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

function dateInWords(date: CitedDate | null): string {
  if (date === null) return 'n.d.';
  const month = date.month === undefined ? '' : `${months[date.month - 1] ?? ''} `;
  const season = date.season === undefined ? '' : `${seasons[date.season - 1] ?? ''} `;
  const day = date.day === undefined ? '' : `${date.day}, `;
  const text = `${season}${month}${day}${date.year}`;
  return date.isUncertain ? `[${text}?]` : text;
}

/** Chinese names keep their order and take no comma, in notes and in bibliographies. */
function fullName(name: CitedName, isInverted: boolean): string {
  if (name.kind !== 'latin' || name.given === '') return name.text;
  if (name.isPinyin) return `${name.family} ${name.given}`;
  return isInverted ? `${name.family}, ${name.given}` : `${name.given} ${name.family}`;
}

function inSeries(names: readonly string[], isInverted: boolean): string {
  const [first = '', second = ''] = names;
  if (names.length < 2) return first;
  if (names.length === 2) return `${first}${isInverted ? ',' : ''} and ${second}`;
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`;
}

/** In a note four names or more become the first and et al. */
function noteNames(names: readonly CitedName[], hasMore: boolean): string {
  const full = names.map((name) => fullName(name, false));
  if (names.length > 3) return `${full[0] ?? ''} et al.`;
  return hasMore && names.length > 0 ? `${full.join(', ')}, et al.` : inSeries(full, false);
}

/** In a bibliography up to ten names stand; of more, seven and et al. */
function bibliographyNames(names: readonly CitedName[], hasMore: boolean): string {
  const full = names.map((name, index) => fullName(name, index === 0));
  if (names.length > 10) return `${full.slice(0, 7).join(', ')}, et al.`;
  if (hasMore && names.length > 0) return `${full.join(', ')}, et al.`;
  const [first] = names;
  return inSeries(full, first?.kind === 'latin' && !first.isPinyin);
}

/** Double marks inside the title turn single, as inside every quotation. */
function quoted(title: string, stop: string): string {
  const inner = title.replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
  return `“${inner}${/[,.?!，。？！]$/u.test(inner) ? '' : stop}”`;
}

function sentence(part: string): string {
  return /[.?!]”?$/u.test(part) ? part : `${part}.`;
}

/** A full note (Chicago 17, notes and bibliography), without its number; one line. */
export function formatChicagoNote(item: CitationItem, options: ChicagoOptions = {}): string {
  const authors = noteNames(item.authors, item.hasMoreAuthors);
  const translators = noteNames(item.translators, false);
  const title = quoted(citedTitle(item, options.title ?? 'subtitle', ': '), ',');
  const page = options.hasPage === true ? pageNumber(item.page) : '';
  const place = [
    ...(translators === '' ? [] : [`trans. ${translators}`]),
    citedPaper(item),
    dateInWords(item.date),
    ...(page === '' ? [] : [page]),
  ].join(', ');
  return sentence(`${authors === '' ? '' : `${authors}, `}${title} ${place}`);
}

/** An entry of a bibliography; an unsigned story stands under the name of its paper. One line. */
export function formatChicagoBibliography(
  item: CitationItem,
  options: ChicagoOptions = {},
): string {
  const authors = bibliographyNames(item.authors, item.hasMoreAuthors);
  const translators = noteNames(item.translators, false);
  const title = quoted(citedTitle(item, options.title ?? 'subtitle', ': '), '.');
  const page = options.hasPage === true ? pageNumber(item.page) : '';
  const paper = citedPaper(item);
  const date = [dateInWords(item.date), ...(page === '' ? [] : [page])].join(', ');
  return [
    sentence(authors === '' ? paper : authors),
    title,
    ...(translators === '' ? [] : [sentence(`Translated by ${translators}`)]),
    sentence(authors === '' ? date : `${paper}, ${date}`),
  ].join(' ');
}
