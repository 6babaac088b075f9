import type { CharacterIds } from './character-ids.ts';

/** Where the bucket of each id begins when buckets are laid out by code point. */
export function bucketStarts(ids: CharacterIds, counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(ids.count);
  let at = 0;
  for (const id of ids.sorted()) {
    starts[id] = at;
    at += counts[id] ?? 0;
  }
  return starts;
}

export function countIds(ids: CharacterIds, values: Uint16Array): Uint32Array {
  const counts = new Uint32Array(ids.count);
  for (let at = 0; at < values.length; at++) {
    const id = values[at] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
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
  ids: CharacterIds,
  firsts: Uint16Array,
  seconds: Uint16Array,
): SortedPairs {
  const count = firsts.length;
  const bySecond = new Uint32Array(count);
  const firstsBySecond = new Uint16Array(count);
  const secondCounts = countIds(ids, seconds);
  let starts = bucketStarts(ids, secondCounts);
  for (let at = 0; at < count; at++) {
    const second = seconds[at] ?? 0;
    const to = starts[second] ?? 0;
    starts[second] = to + 1;
    bySecond[to] = at;
    firstsBySecond[to] = firsts[at] ?? 0;
  }
  const places = new Uint32Array(count);
  const sortedSeconds = new Uint16Array(count);
  const firstCounts = countIds(ids, firsts);
  starts = bucketStarts(ids, firstCounts);
  let from = 0;
  for (const second of ids.sorted()) {
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
  for (const first of ids.sorted()) {
    const end = filled + (firstCounts[first] ?? 0);
    sortedFirsts.fill(first, filled, end);
    filled = end;
  }
  return { places, firsts: sortedFirsts, seconds: sortedSeconds };
}
