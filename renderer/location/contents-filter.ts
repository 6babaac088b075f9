import type { Genre } from '../../archive/model/article.ts';

/** What a list of an archive's stories is narrowed to. Within one facet any value will do. */
export interface ContentsFilter {
  readonly pageNames: readonly string[];
  readonly sections: readonly string[];
  readonly authors: readonly string[];
  readonly genres: readonly Genre[];
  /** `YYYY-MM-DD`, included; null for an open end. */
  readonly from: string | null;
  readonly to: string | null;
  readonly newestFirst: boolean;
}

export const facets = ['pageNames', 'sections', 'genres', 'authors'] as const;

export type Facet = (typeof facets)[number];

export const wholeContents: ContentsFilter = {
  pageNames: [],
  sections: [],
  authors: [],
  genres: [],
  from: null,
  to: null,
  newestFirst: false,
};

const genres: Readonly<Record<Genre, true>> = {
  news: true,
  brief: true,
  feature: true,
  interview: true,
  commentary: true,
  literature: true,
  letter: true,
  notice: true,
  table: true,
  advertisement: true,
};

function isGenre(text: string): text is Genre {
  return Object.hasOwn(genres, text);
}

const parameters = {
  pageNames: 'page',
  sections: 'section',
  genres: 'genre',
  authors: 'author',
} as const satisfies Readonly<Record<Facet, string>>;

/** The filter as the hash has it after `?`; empty for the whole archive. */
export function formatContentsFilter(filter: ContentsFilter): string {
  const pairs: (readonly [string, string])[] = facets.flatMap((facet) =>
    filter[facet].map((value) => [parameters[facet], value] as const),
  );
  if (filter.from !== null) pairs.push(['from', filter.from]);
  if (filter.to !== null) pairs.push(['to', filter.to]);
  if (filter.newestFirst) pairs.push(['order', 'newest']);
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Null where an escape is broken; what is not known is left out. */
export function parseContentsFilter(text: string): ContentsFilter | null {
  const values = new Map<string, string[]>();
  try {
    for (const pair of text.split('&').filter((each) => each !== '')) {
      const [name = '', value = ''] = pair.split('=');
      values.set(name, [...(values.get(name) ?? []), decodeURIComponent(value)]);
    }
  } catch {
    return null;
  }
  const all = (facet: Facet): readonly string[] => values.get(parameters[facet]) ?? [];
  const dayOf = (name: string): string | null =>
    values.get(name)?.find((value) => day.test(value)) ?? null;
  return {
    pageNames: all('pageNames'),
    sections: all('sections'),
    authors: all('authors'),
    genres: all('genres').filter(isGenre),
    from: dayOf('from'),
    to: dayOf('to'),
    newestFirst: values.get('order')?.includes('newest') ?? false,
  };
}

/** The filter with one value of a facet chosen or let go. */
export function toggled(filter: ContentsFilter, facet: Facet, value: string): ContentsFilter {
  const chosen: readonly string[] = filter[facet];
  const others = chosen.filter((each) => each !== value);
  return { ...filter, [facet]: others.length < chosen.length ? others : [...chosen, value] };
}

export function isNarrowed(filter: ContentsFilter): boolean {
  return (
    facets.some((facet) => filter[facet].length > 0) || filter.from !== null || filter.to !== null
  );
}
