/** Words packed breadth first, so that the children of a node lie side by side, sorted by unit. */
export interface Trie {
  /** The children of node n are first[n] to first[n + 1]. */
  readonly first: Uint32Array;
  /** UTF-16 unit that leads into a node. */
  readonly units: Uint16Array;
  /** Value of the word that ends at a node, plus one; 0 where none ends. */
  readonly values: Int32Array;
  /** The root's children by their unit, from `lowest` on; 0 where there is none. */
  readonly roots: Uint32Array;
  readonly lowest: number;
}

export function openTrie(first: Uint32Array, units: Uint16Array, values: Int32Array): Trie {
  const end = first[1] ?? 1;
  const lowest = end > 1 ? (units[1] ?? 0) : 0;
  const highest = end > 1 ? (units[end - 1] ?? 0) : 0;
  const roots = new Uint32Array(highest - lowest + 1);
  for (let node = 1; node < end; node += 1) roots[(units[node] ?? 0) - lowest] = node;
  return { first, units, values, roots, lowest };
}

/** The node of a word's first unit, 0 where no word begins with it. */
export function rootChild(trie: Trie, unit: number): number {
  return trie.roots[unit - trie.lowest] ?? 0;
}

/** The node that a unit leads to, 0 where there is none. */
export function child(trie: Trie, node: number, unit: number): number {
  const { units } = trie;
  let low = trie.first[node] ?? 0;
  let high = trie.first[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = units[middle] ?? 0;
    if (found === unit) return middle;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}
