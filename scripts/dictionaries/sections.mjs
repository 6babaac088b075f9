// The sections of a packed dictionary: trie, targets and how each entry maps back to its key.
import { peel } from './script-equivalence.mjs';
import { buildTrie } from './trie-builder.mjs';

/** @typedef {Map<string, import('./container.mjs').Section>} Sections */
/** @typedef {import('./script-equivalence.mjs').Pairs} Pairs */

/** @param {Sections} sections @param {string} name @param {ReadonlyMap<string, number>} words */
export function addTrie(sections, name, words) {
  const trie = buildTrie(words);
  sections.set(`${name}.first`, trie.first);
  sections.set(`${name}.units`, trie.units);
  sections.set(`${name}.values`, trie.values);
}

/**
 * @param {Sections} sections @param {string} name
 * @param {readonly Pairs[]} parts the first of two that know a key wins
 * @param {readonly Pairs[]} segmentation parts whose keys cut the text into segments
 * @param {(a: string, b: string) => boolean} equivalent
 */
export function addDictionary(sections, name, parts, segmentation, equivalent) {
  /** @type {Map<string, string>} */ const entries = new Map();
  for (const part of parts) {
    // Within one table the last row for a key counts, as the original loader has it.
    for (const [source, target] of new Map(part)) {
      if (!entries.has(source)) entries.set(source, target);
    }
  }
  const segmenting = new Set(segmentation.flatMap((part) => part.map(([source]) => source)));
  const keys = [...entries.keys()];
  const prefixes = new Uint8Array(keys.length);
  const suffixes = new Uint8Array(keys.length);
  const isSegmenting = new Uint8Array(keys.length);
  const starts = new Uint32Array(keys.length + 1);
  let targets = '';
  keys.forEach((key, index) => {
    const target = entries.get(key) ?? '';
    if (key === '' || target === '') throw new Error(`${name}: an empty side at «${key}»`);
    const { prefix, suffix } = peel(key, target, equivalent);
    prefixes[index] = prefix;
    suffixes[index] = suffix;
    isSegmenting[index] = segmenting.has(key) ? 1 : 0;
    starts[index] = targets.length;
    targets += target;
  });
  starts[keys.length] = targets.length;
  addTrie(sections, name, new Map(keys.map((key, index) => [key, index])));
  sections.set(`${name}.starts`, starts);
  sections.set(
    `${name}.targets`,
    Uint16Array.from({ length: targets.length }, (_, i) => targets.charCodeAt(i)),
  );
  sections.set(`${name}.prefixes`, prefixes);
  sections.set(`${name}.suffixes`, suffixes);
  sections.set(`${name}.segmenting`, isSegmenting);
}

/**
 * @param {Sections} sections @param {string} name
 * @param {ReadonlyMap<string, import('./curated-rules.mjs').CuratedRule[]>} rules
 * @param {(a: string, b: string) => boolean} equivalent
 * @returns {object[][]} the groups that the trie's values count
 */
export function addRules(sections, name, rules, equivalent) {
  addTrie(sections, `${name}Curated`, new Map([...rules.keys()].map((key, index) => [key, index])));
  return [...rules].map(([key, group]) =>
    group.map((rule) => ({ ...rule, ...peel(key, rule.target, equivalent) })),
  );
}

/** @param {Iterable<string>} characters @returns {Uint8Array} one bit per code unit */
function bitmap(characters) {
  const bits = new Uint8Array(0x10000 / 8);
  for (const c of characters) {
    if (c.length !== 1) continue;
    const unit = c.charCodeAt(0);
    bits[unit >> 3] = (bits[unit >> 3] ?? 0) | (1 << (unit & 7));
  }
  return bits;
}

/**
 * The characters that only one of the two scripts uses.
 * @param {Sections} sections @param {(name: string) => Pairs} rows
 */
export function addScriptMarks(sections, rows) {
  const fromHans = new Map(rows('STCharacters'));
  const fromHant = new Map(rows('TSCharacters'));
  const inHant = new Set(
    [...rows('STCharacters'), ...rows('STPhrases')].flatMap(([, target]) => [...target]),
  );
  const inHans = new Set(
    [...rows('TSCharacters'), ...rows('TSPhrases')].flatMap(([, target]) => [...target]),
  );
  const hansOnly = [...fromHans].filter(
    ([c, to]) => c !== to && !inHant.has(c) && !fromHant.has(c),
  );
  const hantOnly = [...fromHant].filter(
    ([c, to]) => c !== to && !inHans.has(c) && !fromHans.has(c),
  );
  sections.set('hansOnly', bitmap(hansOnly.map(([c]) => c)));
  sections.set('hantOnly', bitmap(hantOnly.map(([c]) => c)));
}
