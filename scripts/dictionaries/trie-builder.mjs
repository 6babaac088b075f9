// Packs words into the breadth-first trie that archive/text/script/trie.ts reads.

/**
 * @typedef {object} PackedTrie
 * @property {Uint32Array} first first child of every node; the children of node n end at first[n + 1]
 * @property {Uint16Array} units UTF-16 unit that leads into a node
 * @property {Int32Array} values value of a node plus one, 0 where no word ends
 */

/** @param {ReadonlyMap<string, number>} words word → value, at least 0 @returns {PackedTrie} */
export function buildTrie(words) {
  const sorted = [...words.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  /** @type {number[]} */ const first = [];
  /** @type {number[]} */ const units = [0];
  /** @type {number[]} */ const values = [0];
  // A node is a range of the sorted words that share its prefix; ranges are split level by level.
  let level = [{ from: 0, to: sorted.length }];
  for (let depth = 0; level.length > 0; depth += 1) {
    /** @type {typeof level} */ const next = [];
    for (const { from, to } of level) {
      first.push(units.length);
      let start = from;
      while (start < to && sorted[start]?.length === depth) start += 1;
      while (start < to) {
        const word = sorted[start] ?? '';
        const unit = word.charCodeAt(depth);
        let end = start + 1;
        while (end < to && sorted[end]?.charCodeAt(depth) === unit) end += 1;
        units.push(unit);
        values.push(word.length === depth + 1 ? (words.get(word) ?? 0) + 1 : 0);
        next.push({ from: start, to: end });
        start = end;
      }
    }
    level = next;
  }
  first.push(units.length);
  return {
    first: Uint32Array.from(first),
    units: Uint16Array.from(units),
    values: Int32Array.from(values),
  };
}
