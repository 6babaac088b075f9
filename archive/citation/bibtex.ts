import { isoDate } from './cited-date.ts';
import type { CitationItem } from './citation-item.ts';
import type { CitedName } from './cited-name.ts';
import { citedPaper, citedTitle, type TitleExtent } from './cited-title.ts';
import { itemNote } from './item-note.ts';
import { pageNumber } from './printed-page.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  // BibTeX counts braces even after a backslash, so they cannot be escaped by one.
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
};

/** Text that TeX sets as it stands here; for a value within braces. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}%&$#_^~]/gu, (character) => escapes[character] ?? character);
}

/** Styles lower the case of titles: abbreviations such as GPS are kept from that by braces. */
function titleValue(title: string): string {
  return title
    .split(/([A-Za-z]*[A-Z][A-Za-z]*)/u)
    .map((part, index) => (index % 2 === 1 ? `{${part}}` : escapeTex(part)))
    .join('');
}

/** Names of Chinese characters stay whole: a style that turns names round must not touch them. */
function bibtexName(name: CitedName): string {
  if (name.kind === 'latin' && name.given !== '') {
    const isSafe = !/\band\b|,/iu.test(`${name.family} ${name.given}`);
    if (isSafe) return `${escapeTex(name.family)}, ${escapeTex(name.given)}`;
  }
  return `{${escapeTex(name.text)}}`;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ASCII, the same in every export: the date and the start of the story's id. */
function citeKey(item: CitationItem): string {
  const id = item.id.replace(/^urn:uuid:/u, '').replace(/[^A-Za-z0-9]/gu, '');
  const date = item.date === null ? 'undated' : isoDate(item.date);
  return `guzhi-${date}-${id}`;
}

function names(list: readonly CitedName[], hasMore: boolean): string {
  if (list.length === 0) return '';
  return [...list.map(bibtexName), ...(hasMore ? ['others'] : [])].join(' and ');
}

/** The name of a language that gbt7714 and biblatex know. */
function langid(item: CitationItem): string {
  if (item.script !== 'Latn') return 'chinese';
  return item.language.toLowerCase().startsWith('en') ? 'english' : '';
}

function entry(item: CitationItem, title: TitleExtent): string {
  const { date } = item;
  const isWholeYear = date !== null && /^\d{4}$/u.test(date.year);
  const heads = citedTitle(item, title, item.script === 'Latn' ? ': ' : '：');
  const braced: readonly (readonly [string, string])[] = [
    ['author', names(item.authors, item.hasMoreAuthors)],
    ['translator', names(item.translators, false)],
    ['title', titleValue(heads)],
    ['journal', escapeTex(citedPaper(item))],
    ['date', isWholeYear && date.season === undefined ? isoDate(date) : ''],
    ['year', isWholeYear ? date.year : ''],
  ];
  const month = isWholeYear && date.month !== undefined ? (months[date.month - 1] ?? '') : '';
  const rest: readonly (readonly [string, string])[] = [
    ['day', isWholeYear && date.day !== undefined ? String(date.day) : ''],
    ['pages', escapeTex(pageNumber(item.page))],
    ['entrysubtype', 'newspaper'],
    ['publisher', escapeTex(item.publisher)],
    ['issn', escapeTex(item.issn)],
    ['language', escapeTex(item.language)],
    ['langid', langid(item)],
    ['annote', escapeTex(itemNote(item))],
  ];
  const line = ([field, value]: readonly [string, string]): string => `  ${field} = {${value}},\n`;
  const isGiven = ([, value]: readonly [string, string]): boolean => value !== '';
  return [
    `@article{${citeKey(item)},\n`,
    ...braced.filter(isGiven).map(line),
    ...(month === '' ? [] : [`  month = ${month},\n`]),
    ...rest.filter(isGiven).map(line),
    '}\n',
  ].join('');
}

/** A BibTeX file, to be written as UTF-8; biblatex reads it too. */
export function formatBibtex(
  items: readonly CitationItem[],
  title: TitleExtent = 'subtitle',
): string {
  return items.map((item) => entry(item, title)).join('\n');
}
