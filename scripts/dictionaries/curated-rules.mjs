// Reads the hand-written word lists of archive/text/script/curated/.
//
//   # a comment
//   @NAME regex            a name that conditions may use for a piece of a regular expression
//   key target [condition…]
//   -key                   the dictionary's entry for this key is not used
//
// Conditions: <re and <!re on what stands before the key, >re and >!re on what follows it,
// `=` the key is a word by itself, `*` the key counts even where it cuts through words, `!` the rule
// goes before longer keys.

/**
 * @typedef {object} CuratedRule
 * @property {string} target empty where the dictionary's entry is not used
 * @property {string} [pattern] source of a sticky regular expression that has to match at the key
 * @property {1} [alone]
 * @property {1} [free]
 * @property {1} [urgent]
 */

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * @param {string} text @param {string} name
 * @param {boolean} keepsCharacters whether a key and its target have to be equally long
 * @returns {Map<string, CuratedRule[]>} rules by key, in order
 */
export function readCuratedRules(text, name, keepsCharacters) {
  /** @type {Map<string, string>} */ const pieces = new Map();
  /** @type {Map<string, CuratedRule[]>} */ const rules = new Map();
  /** @param {string} source */
  const expanded = (source) => source.replace(/[A-Z]+/g, (word) => pieces.get(word) ?? word);
  /** @param {string} key @param {CuratedRule} rule */
  const add = (key, rule) => {
    const known = rules.get(key);
    if (known === undefined) rules.set(key, [rule]);
    else known.push(rule);
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('@')) {
      const space = line.indexOf(' ');
      pieces.set(line.slice(1, space), `(?:${expanded(line.slice(space + 1))})`);
      continue;
    }
    if (line.startsWith('-')) {
      for (const key of line.slice(1).split(' ')) add(key, { target: '' });
      continue;
    }
    const [key = '', target = '', ...conditions] = line.split(' ');
    if (key === '' || target === '') {
      throw new Error(`${name}:${String(index + 1)}: a key and its target are expected`);
    }
    if (keepsCharacters && Array.from(key).length !== Array.from(target).length) {
      throw new Error(`${name}:${String(index + 1)}: ${key} and ${target} are not equally long`);
    }
    if (conditions.includes('!') && key.length !== 1) {
      throw new Error(`${name}:${String(index + 1)}: only rules for one character can be urgent`);
    }
    let before = '';
    let after = '';
    /** @type {CuratedRule} */ const rule = { target };
    for (const condition of conditions) {
      if (condition === '=') rule.alone = 1;
      else if (condition === '*') rule.free = 1;
      else if (condition === '!') rule.urgent = 1;
      else if (condition.startsWith('<!')) before += `(?<!${expanded(condition.slice(2))})`;
      else if (condition.startsWith('<')) before += `(?<=${expanded(condition.slice(1))})`;
      else if (condition.startsWith('>!')) after += `(?!${expanded(condition.slice(2))})`;
      else if (condition.startsWith('>')) after += `(?=${expanded(condition.slice(1))})`;
      else throw new Error(`${name}:${String(index + 1)}: unknown condition ${condition}`);
    }
    if (before !== '' || after !== '') {
      rule.pattern = before + escaped(key) + after;
      new RegExp(rule.pattern, 'y');
    }
    add(key, rule);
  }
  for (const group of rules.values()) {
    group.sort((a, b) => Number(a.target === '') - Number(b.target === ''));
  }
  return rules;
}
