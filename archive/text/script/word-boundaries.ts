import { characterLength } from './longest-match.ts';
import { child, rootChild, type Trie } from './trie.ts';

/** Cost of a Han character that the lexicon does not know. */
const unknownCost = 240;

function isAsciiWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  );
}

/** UTF-16 units of what stands at `at` where no word of the lexicon does. */
function loneLength(units: Uint16Array, at: number, length: number): number {
  let end = at;
  while (end < length && isAsciiWordUnit(units[end] ?? 0)) end += 1;
  return end > at ? end - at : characterLength(units, at, length);
}

/**
 * Finds the words of a text: of all ways to cut it the one whose words are the most frequent
 * together. The result holds 1 at every offset where a word begins or ends.
 */
export function findWordBoundaries(lexicon: Trie, units: Uint16Array, length: number): Uint8Array {
  const costs = new Int32Array(length + 1).fill(0x7fffffff);
  const previous = new Int32Array(length + 1);
  const { values } = lexicon;
  costs[0] = 0;
  for (let at = 0; at < length; at += 1) {
    const cost = costs[at] ?? 0;
    if (cost === 0x7fffffff) continue;
    let node = rootChild(lexicon, units[at] ?? 0);
    const lone = node === 0 ? loneLength(units, at, length) : 1;
    const value = node === 0 ? 0 : (values[node] ?? 0);
    relax(costs, previous, at, at + lone, cost + (value === 0 ? unknownCost : value - 1));
    for (let next = at + 1; node !== 0 && next < length; next += 1) {
      node = child(lexicon, node, units[next] ?? 0);
      if (node === 0) break;
      const found = values[node] ?? 0;
      if (found !== 0) relax(costs, previous, at, next + 1, cost + found - 1);
    }
  }
  const boundaries = new Uint8Array(length + 1);
  boundaries[0] = 1;
  for (let at = length; at > 0; at = previous[at] ?? 0) boundaries[at] = 1;
  return boundaries;
}

function relax(costs: Int32Array, previous: Int32Array, from: number, to: number, cost: number) {
  if (cost < (costs[to] ?? 0)) {
    costs[to] = cost;
    previous[to] = from;
  }
}

/** Whether [start, end) is made of whole words, or lies inside one. */
export function keepsWords(boundaries: Uint8Array, start: number, end: number): boolean {
  if (boundaries[start] === 1 && boundaries[end] === 1) return true;
  for (let at = start + 1; at < end; at += 1) if (boundaries[at] === 1) return false;
  return true;
}
