// The lexicon that finds word boundaries: words in simplified script with their cost, which is the
// negative logarithm of their frequency.
import { addTrie } from './sections.mjs';

const costPerNat = 12;
/** Words rarer than this are left out, unless they hold a character of several traditional forms. */
const leastFrequency = 8;
const leastFrequencyOfAmbiguous = 3;
const leastFrequencyOfName = 12;
/** What a word of the conversion dictionaries counts that the frequency list does not know. */
const frequencyOfDictionaryWord = 3;
const frequencyOfCuratedWord = 30;
/** The conversion dictionaries whose phrases are words. */
const dictionaries = [
  ...['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases', 'TSPhrases'],
  ...['TWPhrases', 'TWPhrasesRev'],
];
const isHan = /^\p{Script=Han}+$/u;

/**
 * @param {Map<string, import('./container.mjs').Section>} sections
 * @param {string} frequencyList lines of word, frequency, part of speech
 * @param {(name: string) => readonly (readonly [string, string])[]} rows
 * @param {readonly string[]} curatedKeys
 */
export function addLexicon(sections, frequencyList, rows, curatedKeys) {
  const toHans = new Map(rows('TSCharacters'));
  /** @param {string} word */
  const folded = (word) =>
    Array.from(word, (c) => {
      const hans = toHans.get(c);
      return hans?.length === c.length ? hans : c;
    }).join('');
  /** @type {Map<string, Set<string>>} */ const forms = new Map();
  for (const [hant, hans] of rows('TSCharacters')) {
    forms.set(hans, (forms.get(hans) ?? new Set([hans])).add(hant));
  }
  /** @param {string} word */
  const isAmbiguous = (word) => Array.from(word).some((c) => (forms.get(c)?.size ?? 1) > 2);

  /** @param {string} word @param {string} kind part of speech */
  const leastFor = (word, kind) => {
    // Rare «names» of the list are mostly two words that happened to stand together: 于东海, 种天然.
    if (kind.startsWith('nr') && word.length > 2) return leastFrequencyOfName;
    return isAmbiguous(word) ? leastFrequencyOfAmbiguous : leastFrequency;
  };
  /** @type {Map<string, number>} */ const frequencies = new Map();
  let total = 0;
  for (const line of frequencyList.split('\n')) {
    const [word = '', count, kind = ''] = line.split(' ');
    const frequency = Number(count);
    if (!isHan.test(word) || word.length > 8 || !(frequency > 0)) continue;
    total += frequency;
    const least = leastFor(word, kind);
    if (word.length === 1 || frequency >= least) frequencies.set(word, frequency);
  }
  /** @param {string} word @param {number} frequency */
  const atLeast = (word, frequency) => {
    const key = folded(word);
    if (!isHan.test(key) || Array.from(key).length < 2) return;
    frequencies.set(key, Math.max(frequency, frequencies.get(key) ?? 0));
  };
  for (const name of dictionaries) {
    for (const [word] of rows(name)) atLeast(word, frequencyOfDictionaryWord);
  }
  for (const word of curatedKeys) atLeast(word, frequencyOfCuratedWord);
  const costs = new Map(
    [...frequencies].map(([word, frequency]) => [
      word,
      Math.min(255, Math.max(1, Math.round(costPerNat * Math.log(total / frequency)))),
    ]),
  );
  addTrie(sections, 'lexicon', costs);
}
