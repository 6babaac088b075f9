import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import { facets, type ContentsFilter, type Facet } from '../location/contents-filter.ts';
import type { ContentsRecord, FacetColumn } from './contents.ts';
import { ordinalOf } from './row-key.ts';

/** How the values of a facet are sorted; names that count more, or by sound, or by strokes. */
export type NameOrder = 'count' | 'pinyin' | 'stroke';

export interface ContentsQuestion {
  readonly filter: ContentsFilter;
  readonly order: NameOrder;
  /** Only values with these characters, in any form, in their name are listed. */
  readonly needles: Readonly<Partial<Record<Facet, string>>>;
  /** Values listed a facet. */
  readonly limit: number;
}

export interface FacetValue {
  readonly name: string;
  /** Stories that also meet every other facet's choice. */
  readonly count: number;
}

export interface FacetAnswer {
  /** Chosen values come whatever their count, and in their place. */
  readonly values: readonly FacetValue[];
  /** All values that could be listed with the needle, and with any. */
  readonly found: number;
  readonly distinct: number;
}

export interface ContentsAnswer {
  /** Rows that meet the whole filter, in the order of the list. */
  readonly keys: Float64Array<ArrayBuffer>;
  /** Of each row, the place of its page's name in `pageNames`; beyond its end where it has none. */
  readonly pageNumbers: Uint32Array<ArrayBuffer>;
  readonly pageNames: readonly string[];
  readonly facets: Readonly<Record<Facet, FacetAnswer>>;
  /** Stories in the archive, whatever the filter. */
  readonly total: number;
}

/** The first place in `dates` (ascending) whose date is not before `date`. */
function lowerBound(dates: readonly string[], date: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The issues from `from` up to but not `to` that lie within the dates. */
function issueBounds(
  dates: readonly string[],
  { from, to }: ContentsFilter,
): { readonly from: number; readonly to: number } {
  return {
    from: from === null ? 0 : lowerBound(dates, from),
    // Months and years that are all a date says lie at their beginning.
    to: to === null ? dates.length : lowerBound(dates, `${to}\uffff`),
  };
}

/** One flag a value of the facet; null where anything will do. */
function chosenFlags({ names }: FacetColumn, chosen: readonly string[]): Uint8Array | null {
  if (chosen.length === 0) return null;
  const wanted = new Set(chosen);
  return Uint8Array.from(names, (name) => (wanted.has(name) ? 1 : 0));
}

class FacetCounter {
  readonly counts: Uint32Array;
  private readonly column: FacetColumn;
  private readonly flags: Uint8Array | null;

  constructor(column: FacetColumn, chosen: readonly string[]) {
    this.column = column;
    this.flags = chosenFlags(column, chosen);
    this.counts = new Uint32Array(column.names.length + 1);
  }

  meets(story: number): boolean {
    const { flags, column } = this;
    if (flags === null) return true;
    const { values, starts } = column;
    if (!starts) return flags[values[story] ?? 0] === 1;
    const end = starts[story + 1] ?? 0;
    for (let at = starts[story] ?? 0; at < end; at++) {
      if (flags[values[at] ?? 0] === 1) return true;
    }
    return false;
  }

  count(story: number): void {
    const { counts, column } = this;
    const { values, starts } = column;
    const from = starts ? (starts[story] ?? 0) : story;
    const end = starts ? (starts[story + 1] ?? 0) : story + 1;
    for (let at = from; at < end; at++) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
}

/** Reverses the issues of a list in reading order; each keeps its own order. */
function newestIssuesFirst(stories: Uint32Array, keys: Float64Array): Uint32Array {
  const turned = new Uint32Array(stories.length);
  let written = 0;
  let end = stories.length;
  while (end > 0) {
    const ordinal = ordinalOf(keys[stories[end - 1] ?? 0] ?? 0);
    let start = end - 1;
    while (start > 0 && ordinalOf(keys[stories[start - 1] ?? 0] ?? 0) === ordinal) start--;
    turned.set(stories.subarray(start, end), written);
    written += end - start;
    end = start;
  }
  return turned;
}

/** The contents of one generation, ready to answer. Nothing here reads a table. */
export class ContentsIndex {
  private readonly record: ContentsRecord;
  private readonly dates: readonly string[];
  private readonly ranks = new Map<string, Uint32Array>();
  private readonly fold: TextFold;
  private readonly folded = new Map<Facet, readonly string[]>();

  /**
   * `dates` are those of the generation's issues, ascending. Names are looked for as `fold` has them,
   * in whatever script they are printed and asked for.
   */
  constructor(record: ContentsRecord, dates: readonly string[], fold: TextFold) {
    this.record = record;
    this.dates = dates;
    this.fold = fold;
  }

  answer({ filter, order, needles, limit }: ContentsQuestion): ContentsAnswer {
    const { keys, columns } = this.record;
    const counters = facets.map((facet) => new FacetCounter(columns[facet], filter[facet]));
    const bounds = issueBounds(this.dates, filter);
    const met = new Uint32Array(keys.length);
    let count = 0;
    for (let story = 0; story < keys.length; story++) {
      const ordinal = ordinalOf(keys[story] ?? 0);
      if (ordinal < bounds.from || ordinal >= bounds.to) continue;
      // A facet's own choice does not narrow its counts, so that another value can be added.
      let failing: FacetCounter | null = null;
      let failures = 0;
      for (const counter of counters) {
        if (counter.meets(story)) continue;
        failing = counter;
        failures++;
      }
      if (failures === 0) {
        met[count++] = story;
        for (const counter of counters) counter.count(story);
      } else if (failures === 1) {
        failing?.count(story);
      }
    }
    const ascending = met.subarray(0, count);
    const stories = filter.newestFirst ? newestIssuesFirst(ascending, keys) : ascending;
    const answers = facets.map((facet, index) => [
      facet,
      this.facetAnswer(facet, counters[index]?.counts ?? new Uint32Array(), filter[facet], {
        order,
        needle: needles[facet] ?? '',
        limit,
      }),
    ]);
    const pages = columns.pageNames.values;
    return {
      keys: Float64Array.from(stories, (story) => keys[story] ?? 0),
      pageNumbers: Uint32Array.from(stories, (story) => pages[story] ?? 0),
      pageNames: columns.pageNames.names,
      facets: Object.fromEntries(answers) as ContentsAnswer['facets'],
      total: keys.length,
    };
  }

  private facetAnswer(
    facet: Facet,
    counts: Uint32Array,
    chosen: readonly string[],
    { order, needle, limit }: { order: NameOrder; needle: string; limit: number },
  ): FacetAnswer {
    const { names } = this.record.columns[facet];
    const chosenNames = new Set(chosen);
    const countOf = (value: number): number => counts[value] ?? 0;
    const present: number[] = [];
    let distinct = 0;
    const sought = this.fold(needle).folded;
    const folded = sought === '' ? [] : this.foldedNames(facet);
    names.forEach((name, value) => {
      const isChosen = chosenNames.has(name);
      if (countOf(value) > 0) distinct++;
      else if (!isChosen) return;
      const isFound = sought === '' || folded[value]?.includes(sought) === true;
      if (isChosen || isFound) present.push(value);
    });
    const ranks = order === 'count' ? null : this.ranksOf(facet, order);
    present.sort((a, b) =>
      ranks ? (ranks[a] ?? 0) - (ranks[b] ?? 0) : countOf(b) - countOf(a) || a - b,
    );
    // A value from an address that the archive does not have can still be let go.
    const unknown = chosen.filter((name) => !names.includes(name));
    const listed = present
      .filter((value, place) => place < limit || chosenNames.has(names[value] ?? ''))
      .map((value): FacetValue => ({ name: names[value] ?? '', count: countOf(value) }));
    return {
      values: [...unknown.map((name): FacetValue => ({ name, count: 0 })), ...listed],
      found: present.length,
      distinct,
    };
  }

  private foldedNames(facet: Facet): readonly string[] {
    const known = this.folded.get(facet);
    if (known) return known;
    const { names } = this.record.columns[facet];
    const folded = names.map((name) => this.fold(name).folded);
    this.folded.set(facet, folded);
    return folded;
  }

  /** The place of each of a facet's names in the order; sorted once. */
  private ranksOf(facet: Facet, order: 'pinyin' | 'stroke'): Uint32Array {
    const known = this.ranks.get(`${facet} ${order}`);
    if (known) return known;
    const { names } = this.record.columns[facet];
    const { compare } = new Intl.Collator(`zh-u-co-${order}`);
    const ranks = new Uint32Array(names.length);
    Array.from(names.keys())
      .sort((a, b) => compare(names[a] ?? '', names[b] ?? ''))
      .forEach((value, rank) => {
        ranks[value] = rank;
      });
    this.ranks.set(`${facet} ${order}`, ranks);
    return ranks;
  }
}
