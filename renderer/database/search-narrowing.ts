import type { FacetValue } from './contents-query.ts';
import type { FacetColumn } from './contents.ts';
import { ordinalOf } from './row-key.ts';
import { isWithin, type SearchArchive } from './search-archive.ts';
import { searchFacets, type SearchFacet, type SearchFilter } from '../location/search-place.ts';
import type { FoundYear, SearchAnswer } from './search-messages.ts';
import type { FoundDocument } from './search-run.ts';

/** Values of a facet that are listed at most. */
const listedValues = 200;

interface Narrowed {
  readonly documents: readonly FoundDocument[];
  readonly facets: SearchAnswer['facets'];
  readonly years: readonly FoundYear[];
}

const columns = ['pageNames', 'sections', 'genres', 'authors'] as const;

function eachValue(
  { values, starts }: FacetColumn,
  story: number,
  take: (value: number) => void,
): void {
  const end = starts ? (starts[story + 1] ?? 0) : story + 1;
  for (let at = starts ? (starts[story] ?? 0) : story; at < end; at++) take(values[at] ?? 0);
}

/** Counts the values of one archive's column and adds them to those of the others. */
class ColumnCounts {
  private readonly column: FacetColumn;
  private readonly flags: Uint8Array | null;
  private readonly counts: Uint32Array;

  constructor(column: FacetColumn, chosen: readonly string[]) {
    this.column = column;
    this.counts = new Uint32Array(column.names.length + 1);
    const wanted = new Set(chosen);
    this.flags =
      chosen.length === 0
        ? null
        : Uint8Array.from(column.names, (name) => (wanted.has(name) ? 1 : 0));
  }

  meets(story: number): boolean {
    const { flags } = this;
    if (flags === null) return true;
    let isMet = false;
    eachValue(this.column, story, (value) => {
      if (flags[value] === 1) isMet = true;
    });
    return isMet;
  }

  count(story: number): void {
    eachValue(this.column, story, (value) => {
      this.counts[value] = (this.counts[value] ?? 0) + 1;
    });
  }

  addTo(sums: Map<string, number>): void {
    this.column.names.forEach((name, value) => {
      const count = this.counts[value] ?? 0;
      if (count > 0) sums.set(name, (sums.get(name) ?? 0) + count);
    });
  }
}

function listed(sums: ReadonlyMap<string, number>, chosen: readonly string[]): FacetValue[] {
  const all = new Map(sums);
  for (const name of chosen) if (!all.has(name)) all.set(name, 0);
  const wanted = new Set(chosen);
  return [...all]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .filter(({ name }, place) => place < listedValues || wanted.has(name));
}

/** The years of the searched papers, with what was found in each. */
class YearCounts {
  private readonly stories = new Map<number, number>();
  private readonly issues = new Map<number, number>();

  addArchive({ record }: SearchArchive): void {
    for (const { date } of record.coverage) {
      const year = Number(date.slice(0, 4));
      if (year > 0) this.issues.set(year, (this.issues.get(year) ?? 0) + 1);
    }
  }

  count(date: string): void {
    const year = Number(date.slice(0, 4));
    if (year > 0) this.stories.set(year, (this.stories.get(year) ?? 0) + 1);
  }

  list(): readonly FoundYear[] {
    const years = [...this.issues.keys()];
    const first = Math.min(...years);
    const last = Math.max(...years);
    if (years.length === 0 || last - first > 2_000) return [];
    return Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      stories: this.stories.get(first + index) ?? 0,
      issues: this.issues.get(first + index) ?? 0,
    }));
  }
}

/** Narrows what was found, and counts each facet as if its own choice were still open. */
export async function narrow(
  found: readonly FoundDocument[],
  archives: readonly SearchArchive[],
  filter: SearchFilter,
): Promise<Narrowed> {
  const sums = new Map<SearchFacet, Map<string, number>>(
    searchFacets.map((facet) => [facet, new Map<string, number>()]),
  );
  const years = new YearCounts();
  const documents: FoundDocument[] = [];
  const byArchive = new Map<SearchArchive, FoundDocument[]>();
  for (const document of found) {
    const list = byArchive.get(document.archive);
    if (list) list.push(document);
    else byArchive.set(document.archive, [document]);
  }
  const wantedArchives = new Set(filter.archives);
  for (const archive of archives) {
    const list = byArchive.get(archive) ?? [];
    const isWanted = wantedArchives.size === 0 || wantedArchives.has(archive.record.id);
    if (isWanted) years.addArchive(archive);
    if (list.length === 0) continue;
    const record = await archive.contents();
    const numberOf = await archive.storyNumbers();
    const counts = columns.map((facet) => new ColumnCounts(record.columns[facet], filter[facet]));
    const datesMet = archive.record.coverage.map(({ date }) =>
      isWithin(date, filter.from, filter.to),
    );
    let inArchive = 0;
    for (const document of list) {
      const story = numberOf(document.key);
      if (story === undefined) continue;
      const isDated = datesMet[ordinalOf(document.key)] === true;
      let failures = (isWanted ? 0 : 1) + (isDated ? 0 : 1);
      let failing: ColumnCounts | null = null;
      for (const column of counts) {
        if (column.meets(story)) continue;
        failing = column;
        failures++;
      }
      if (failures === 0) {
        documents.push(document);
        inArchive++;
        years.count(archive.dateOf(document.key));
        for (const column of counts) column.count(story);
      } else if (failures === 1) {
        if (!isWanted) inArchive++;
        else if (!isDated) years.count(archive.dateOf(document.key));
        else failing?.count(story);
      }
    }
    sums.get('archives')?.set(archive.record.id, inArchive);
    counts.forEach((column, index) => {
      const facet = columns[index];
      const into = facet === undefined ? undefined : sums.get(facet);
      if (into) column.addTo(into);
    });
  }
  const facets = Object.fromEntries(
    searchFacets.map((facet) => [facet, listed(sums.get(facet) ?? new Map(), filter[facet])]),
  ) as unknown as SearchAnswer['facets'];
  return { documents, facets, years: years.list() };
}
