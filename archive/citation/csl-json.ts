import type { CitationItem } from './citation-item.ts';
import type { CitedDate } from './cited-date.ts';
import type { CitedName } from './cited-name.ts';
import { citedPaper, citedTitle, type TitleExtent } from './cited-title.ts';
import { itemNote } from './item-note.ts';
import { pageNumber } from './printed-page.ts';

export type CslName =
  { readonly family: string; readonly given: string } | { readonly literal: string };

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number;
  readonly circa?: true;
  readonly literal?: string;
}

/** An item of CSL-JSON 1.0.2 for a newspaper story. */
export interface CslNewspaperItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly 'container-title': string;
  readonly issued?: CslDate;
  readonly page?: string;
  readonly section?: string;
  readonly publisher?: string;
  readonly ISSN?: string;
  readonly language: string;
  readonly archive: string;
  readonly archive_location: string;
  readonly note: string;
}

function cslName(name: CitedName): CslName {
  return name.kind === 'chinese' || (name.kind === 'latin' && name.given !== '')
    ? { family: name.family, given: name.given }
    : { literal: name.text };
}

/** Date parts are numbers; a year with unknown digits can only stand as text. */
function cslDate(date: CitedDate): CslDate {
  const year = Number(date.year);
  if (!Number.isInteger(year)) return { literal: date.edtf, circa: true };
  const parts = [year, date.month, date.day].filter((part) => part !== undefined);
  return {
    'date-parts': [parts],
    ...(date.season === undefined ? {} : { season: date.season }),
    ...(date.isUncertain ? { circa: true as const } : {}),
  };
}

/**
 * The item as Zotero takes it. The address of the story is in the note, not in `URL`: there, every
 * style would take it for a page of the internet.
 */
export function cslItem(item: CitationItem, title: TitleExtent = 'subtitle'): CslNewspaperItem {
  const issued = item.date === null ? null : cslDate(item.date);
  const page = pageNumber(item.page);
  return {
    id: item.id,
    type: 'article-newspaper',
    title: citedTitle(item, title, item.script === 'Latn' ? ': ' : '：'),
    ...(item.authors.length > 0 ? { author: item.authors.map(cslName) } : {}),
    ...(item.translators.length > 0 ? { translator: item.translators.map(cslName) } : {}),
    'container-title': citedPaper(item),
    ...(issued === null ? {} : { issued }),
    ...(page === '' ? {} : { page }),
    ...(item.section === '' ? {} : { section: item.section }),
    ...(item.publisher === '' ? {} : { publisher: item.publisher }),
    ...(item.issn === '' ? {} : { ISSN: item.issn }),
    language: item.language,
    archive: item.archive.title,
    archive_location: item.id,
    note: itemNote(item),
  };
}

/** A CSL-JSON file. */
export function formatCslJson(items: readonly CitationItem[], title?: TitleExtent): string {
  return `${JSON.stringify(
    items.map((item) => cslItem(item, title)),
    null,
    2,
  )}\n`;
}
