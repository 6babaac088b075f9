import type { Genre } from '../../archive/model/article.ts';
import { parseContentsFilter } from './contents-filter.ts';

export const searchOrders = ['relevance', 'oldest', 'newest'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** How found stories are shown: as excerpts, or as lines aligned on the words found. */
export type SearchView = 'excerpts' | 'lines';

export const lineOrders = ['story', 'left', 'right'] as const;
/** How lines are sorted: as their stories, or by what stands before or after the words. */
export type LineOrder = (typeof lineOrders)[number];

/** What the found stories are narrowed to; any value within a facet, and all facets. */
export interface SearchFilter {
  readonly archives: readonly string[];
  readonly pageNames: readonly string[];
  readonly sections: readonly string[];
  readonly authors: readonly string[];
  readonly genres: readonly Genre[];
  /** `YYYY-MM-DD`, included; null for an open end. */
  readonly from: string | null;
  readonly to: string | null;
}

export const searchFacets = ['archives', 'pageNames', 'sections', 'genres', 'authors'] as const;
export type SearchFacet = (typeof searchFacets)[number];

/** A search with everything that decides what it shows. */
export interface SearchPlace {
  /** As typed. */
  readonly typed: string;
  /** Only the printed glyphs. */
  readonly isExact: boolean;
  readonly ignoresPunctuation: boolean;
  /** Other words for the same thing too (软件, 軟體). */
  readonly usesVariants: boolean;
  readonly order: SearchOrder;
  readonly view: SearchView;
  readonly lines: LineOrder;
  readonly filter: SearchFilter;
}

const wholeFilter: SearchFilter = {
  archives: [],
  pageNames: [],
  sections: [],
  authors: [],
  genres: [],
  from: null,
  to: null,
};

export const emptySearch: SearchPlace = {
  typed: '',
  isExact: false,
  ignoresPunctuation: false,
  usesVariants: false,
  order: 'relevance',
  view: 'excerpts',
  lines: 'story',
  filter: wholeFilter,
};

const parameters = {
  archives: 'archive',
  pageNames: 'page',
  sections: 'section',
  genres: 'genre',
  authors: 'author',
} as const satisfies Readonly<Record<SearchFacet, string>>;

/** Half a surrogate pair cannot be written in an address. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** The search as the hash has it after `?`; what is as usual is left out. */
export function formatSearch(search: SearchPlace): string {
  const { filter } = search;
  const pairs: (readonly [string, string])[] = [];
  if (search.typed !== '') pairs.push(['q', search.typed]);
  if (search.isExact) pairs.push(['glyphs', 'exact']);
  if (search.ignoresPunctuation) pairs.push(['punctuation', 'ignored']);
  if (search.usesVariants) pairs.push(['words', 'variants']);
  if (search.order !== 'relevance') pairs.push(['order', search.order]);
  if (search.view !== 'excerpts') pairs.push(['view', search.view]);
  if (search.lines !== 'story') pairs.push(['lines', search.lines]);
  for (const facet of searchFacets) {
    for (const value of filter[facet]) pairs.push([parameters[facet], value]);
  }
  if (filter.from !== null) pairs.push(['from', filter.from]);
  if (filter.to !== null) pairs.push(['to', filter.to]);
  return pairs.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
}

/** Null where an escape is broken; what is not known is left out. */
export function parseSearch(text: string): SearchPlace | null {
  const shared = parseContentsFilter(text);
  if (shared === null) return null;
  const values = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    values.set(name, [...(values.get(name) ?? []), decodeURIComponent(value)]);
  }
  const first = (name: string): string => values.get(name)?.[0] ?? '';
  const { pageNames, sections, authors, genres, from, to } = shared;
  return {
    typed: first('q'),
    isExact: first('glyphs') === 'exact',
    ignoresPunctuation: first('punctuation') === 'ignored',
    usesVariants: first('words') === 'variants',
    order: searchOrders.find((each) => each === first('order')) ?? 'relevance',
    view: first('view') === 'lines' ? 'lines' : 'excerpts',
    lines: lineOrders.find((each) => each === first('lines')) ?? 'story',
    filter: {
      archives: values.get('archive') ?? [],
      pageNames,
      sections,
      authors,
      genres,
      from,
      to,
    },
  };
}

/** The filter with one value of a facet chosen or let go. */
export function toggledFacet(
  filter: SearchFilter,
  facet: SearchFacet,
  value: string,
): SearchFilter {
  const chosen: readonly string[] = filter[facet];
  const others = chosen.filter((each) => each !== value);
  return { ...filter, [facet]: others.length < chosen.length ? others : [...chosen, value] };
}
