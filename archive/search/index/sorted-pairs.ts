import { sortedIds } from './character-ids.ts';

/** Where the bucket of each id begins when buckets are laid out in `order`, by code point. */
export function bucketStarts(order: Uint16Array, counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length);
  let at = 0;
  for (const id of order) {
    starts[id] = at;
    at += counts[id] ?? 0;
  }
  return starts;
}

/** How often each of `ids` numbers stands in the values. */
export function countIds(ids: number, values: Uint16Array): Uint32Array {
  const counts = new Uint32Array(ids);
  for (const id of values) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** Pairs by first, then second, then as they came. */
export interface SortedPairs {
  /** Where each pair stood before. */
  readonly places: Uint32Array;
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
}

/**
 * Sorts pairs of ids by their code points. Both passes read in order and carry the ids along, so
 * that nobody has to look into the text at places all over it.
 */
export function sortPairs(
  codePoints: Uint32Array,
  firsts: Uint16Array,
  seconds: Uint16Array,
): SortedPairs {
  const order = sortedIds(codePoints);
  const count = firsts.length;
  const bySecond = new Uint32Array(count);
  const firstsBySecond = new Uint16Array(count);
  const secondCounts = countIds(order.length, seconds);
  let starts = bucketStarts(order, secondCounts);
  for (let at = 0; at < count; at++) {
    const second = seconds[at] ?? 0;
    const to = starts[second] ?? 0;
    starts[second] = to + 1;
    bySecond[to] = at;
    firstsBySecond[to] = firsts[at] ?? 0;
  }
  const places = new Uint32Array(count);
  const sortedSeconds = new Uint16Array(count);
  const firstCounts = countIds(order.length, firsts);
  starts = bucketStarts(order, firstCounts);
  let from = 0;
  for (const second of order) {
    const end = from + (secondCounts[second] ?? 0);
    for (; from < end; from++) {
      const first = firstsBySecond[from] ?? 0;
      const to = starts[first] ?? 0;
      starts[first] = to + 1;
      places[to] = bySecond[from] ?? 0;
      sortedSeconds[to] = second;
    }
  }
  let filled = 0;
  // Its memory is used again for what is known by now without looking.
  const sortedFirsts = firstsBySecond;
  for (const first of order) {
    const end = filled + (firstCounts[first] ?? 0);
    sortedFirsts.fill(first, filled, end);
    filled = end;
  }
  return { places, firsts: sortedFirsts, seconds: sortedSeconds };
}
