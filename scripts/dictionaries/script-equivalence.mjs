// Which characters are forms of one another, and how much of a phrase maps character by character.

/** @typedef {readonly (readonly [string, string])[]} Pairs */

/** @param {readonly Pairs[]} tables @returns {(a: string, b: string) => boolean} */
export function buildEquivalence(tables) {
  /** @type {Map<string, string>} */ const parents = new Map();
  /** @param {string} c @returns {string} */
  const rootOf = (c) => {
    let root = c;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  for (const table of tables) {
    for (const [source, target] of table) {
      if ([...source].length !== 1 || [...target].length !== 1) continue;
      const a = rootOf(source);
      const b = rootOf(target);
      if (a !== b) parents.set(a, b);
    }
  }
  return (a, b) => a === b || rootOf(a) === rootOf(b);
}

/**
 * UTF-16 lengths of the equivalent beginning and end of a pair; what lies between is its core.
 * A prefix as long as the source means that the whole pair maps unit by unit.
 * @param {string} source @param {string} target @param {(a: string, b: string) => boolean} equivalent
 */
export function peel(source, target, equivalent) {
  const from = [...source];
  const to = [...target];
  /** @param {string | undefined} a @param {string | undefined} b */
  const alike = (a, b) =>
    a !== undefined && b !== undefined && a.length === b.length && equivalent(a, b);
  let start = 0;
  while (start < from.length && start < to.length && alike(from[start], to[start])) start += 1;
  if (start === from.length && start === to.length) return { prefix: source.length, suffix: 0 };
  let end = 0;
  // The core keeps at least one character on either side.
  const longest = Math.min(from.length, to.length) - 1;
  start = Math.min(start, longest);
  while (start + end < longest && alike(from.at(-1 - end), to.at(-1 - end))) end += 1;
  return {
    prefix: from.slice(0, start).join('').length,
    suffix: end === 0 ? 0 : from.slice(-end).join('').length,
  };
}
