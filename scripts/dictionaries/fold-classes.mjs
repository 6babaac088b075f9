// Which characters fold to which: classes of script variants with a simplified character at their
// head, and the characters that are other codings of one (widths, radicals, compatibility, case).

/** @typedef {readonly (readonly [string, readonly string[]])[]} Table character and its candidates */

/** @param {string} character */
const codeOf = (character) => character.codePointAt(0) ?? 0;
/** @param {string} text */
const isOne = (text) => [...text].length === 1;

/** @param {readonly Table[]} tables @returns {Map<string, Set<string>>} the class of every character */
export function variantClasses(tables) {
  /** @type {Map<string, Set<string>>} */ const classOf = new Map();
  for (const [character, candidates] of tables.flat()) {
    for (const candidate of candidates) {
      if (!isOne(character) || !isOne(candidate)) continue;
      const first = classOf.get(character) ?? new Set([character]);
      const second = classOf.get(candidate) ?? new Set([candidate]);
      const joined = first.size < second.size ? second : first;
      for (const member of joined === first ? second : first) joined.add(member);
      for (const member of joined) classOf.set(member, joined);
    }
  }
  return classOf;
}

/**
 * The head of a class: what most of its traditional members are simplified to; among equals a
 * simplified character, then the lowest code point.
 * @param {Set<string>} members @param {ReadonlySet<string>} simplified
 * @param {ReadonlyMap<string, string>} simplifiedFrom
 */
function headOf(members, simplified, simplifiedFrom) {
  /** @type {Map<string, number>} */ const votes = new Map();
  for (const member of members) {
    const form = simplifiedFrom.get(member);
    if (form !== undefined && members.has(form)) votes.set(form, (votes.get(form) ?? 0) + 1);
  }
  /** @param {string} c */
  const rank = (c) => (votes.get(c) ?? 0) * 2 + (simplified.has(c) ? 1 : 0);
  return [...members].sort((a, b) => rank(b) - rank(a) || codeOf(a) - codeOf(b))[0] ?? '';
}

/** @param {number} first @param {number} last */
function* characters(first, last) {
  for (let code = first; code <= last; code += 1) yield String.fromCodePoint(code);
}

/** @returns {Generator<[string, string]>} other codings of a character; Unicode never changes these */
function* codings() {
  for (const c of [...characters(0xf900, 0xfaff), ...characters(0x2f800, 0x2fa1f)]) {
    yield [c, c.normalize('NFC')];
  }
  for (const c of characters(0x2f00, 0x2fd5)) yield [c, c.normalize('NFKC')];
  for (const c of characters(0xff01, 0xffee)) yield [c, c.normalize('NFKC')];
  yield ['\u3000', ' '];
  for (const [first, last] of /** @type {const} */ ([
    [0x41, 0x24f],
    [0x370, 0x52f],
    [0x1e00, 0x1eff],
    [0x212a, 0x212b],
  ])) {
    for (const c of characters(first, last)) yield [c, c.toLowerCase()];
  }
}

/**
 * Every character that folds to another one, ascending, as code points.
 * @param {{ simplified: Table, traditional: Table, regional: readonly Table[], morePairs: Table,
 *   radicals: Table }} tables
 * @returns {[number, number][]}
 */
export function foldPairs({ simplified, traditional, regional, morePairs, radicals }) {
  const classes = variantClasses([simplified, traditional, ...regional, morePairs]);
  const simplifiedSet = new Set(simplified.map(([c]) => c));
  const simplifiedFrom = new Map(
    [...morePairs, ...traditional].map(([c, [first = c]]) => [c, first]),
  );
  /** @type {Map<string, string>} */ const folded = new Map();
  for (const members of new Set(classes.values())) {
    const head = headOf(members, simplifiedSet, simplifiedFrom);
    for (const member of members) if (member !== head) folded.set(member, head);
  }
  /** @type {Map<string, string>} */ const recoded = new Map(codings());
  for (const [radical, [ideograph = radical]] of radicals) recoded.set(radical, ideograph);
  /** @param {string} c @returns {string} */
  const recode = (c) => {
    const next = recoded.get(c);
    return next === undefined || next === c || !isOne(next) ? c : recode(next);
  };
  for (const c of recoded.keys()) {
    const plain = recode(c);
    const head = folded.get(plain) ?? plain;
    if (head !== c) folded.set(c, head);
  }
  return [...folded]
    .map(([from, to]) => /** @type {[number, number]} */ ([codeOf(from), codeOf(to)]))
    .sort(([a], [b]) => a - b);
}
