import { isHan } from './source-text.ts';
import type { WordTable } from './word-table.ts';

/** The telling strings of one text with their weights: names and rare words weigh most. */
export type Terms = ReadonlyMap<string, number>;

const functionCharacters = new Set(
  '的了在是和与有不也就都而及着一这那他她它们个为以于上下中之其或被把将从到对等所说要会能可又还很更最已并但年月日时人来去里后前地得过',
);

/** Beyond this a text's words are told by its beginning; bounds the time. */
const longestRead = 20_000;

/**
 * Pairs of Han characters, rare single ones and words of letters or digits, weighted by how rare
 * they are; and marks of style: who speaks, how it is punctuated.
 */
export function termsOf(text: string, table: WordTable): Terms {
  const plain = text.slice(0, longestRead);
  const terms = new Map<string, number>();
  for (let at = 0; at < plain.length; at++) {
    const first = plain.charCodeAt(at);
    if (!isHan(first) || functionCharacters.has(plain.charAt(at))) continue;
    const single = plain.charAt(at);
    if (!terms.has(single)) {
      const weight = Math.min(0.5, (table.characterCost(first) - 7) / 12);
      if (weight > 0.05) terms.set(single, weight);
    }
    if (!isHan(plain.charCodeAt(at + 1)) || functionCharacters.has(plain.charAt(at + 1))) continue;
    const pair = plain.slice(at, at + 2);
    if (terms.has(pair)) continue;
    const cost = table.wordCost(plain, at, at + 2);
    terms.set(pair, cost === undefined ? 0.8 : Math.max(0.15, Math.min(1.3, (cost - 6.5) / 5)));
  }
  for (const word of plain.matchAll(/[A-Za-z][A-Za-z0-9]{2,}|\d+(?:\.\d+)+|\d{3,}/gu)) {
    if (!/^(?:19|20)\d\d$/u.test(word[0])) terms.set(word[0], 1);
  }
  if (plain.length > 30) {
    if (!plain.includes('，')) terms.set('#stops-only', 1);
    for (const [mark, pattern, weight] of styleMarks)
      if (pattern.test(plain)) terms.set(mark, weight);
  }
  return terms;
}

const styleMarks: readonly (readonly [string, RegExp, number])[] = [
  ['#comma', /，/u, 0.6],
  ['#first-person', /我(?![们国市省县区校院厂])/u, 0.7],
  ['#she', /她/u, 0.6],
  ['#quotation', /[“‘]/u, 0.3],
];

/** Terms of several texts with the number of texts that hold each; for one story or the page. */
export class TermProfile {
  readonly counts = new Map<string, number>();
  total = 0;

  add(terms: Terms, times: number): void {
    for (const [term, weight] of terms) {
      const count = (this.counts.get(term) ?? 0) + times;
      this.counts.set(term, count);
      this.total += weight * times;
    }
  }
}

const smoothing = 100;

/**
 * How much better the terms fit a story than the page at large, as a natural logarithm. Terms that
 * occur in this text alone say nothing and are left out.
 * `own` is how often the text itself has been counted into the story's profile.
 */
export function cohesion(terms: Terms, story: TermProfile, page: TermProfile, own: number): number {
  let score = 0;
  for (const [term, weight] of terms) {
    const onPage = page.counts.get(term) ?? 0;
    if (onPage < 2) continue;
    const inStory = Math.max(0, (story.counts.get(term) ?? 0) - own);
    const share = (onPage - 1) / Math.max(1, page.total);
    const expected = (inStory + smoothing * share) / (story.total + smoothing);
    score += weight * Math.log(expected / share);
  }
  return Math.max(-14, Math.min(14, score * 0.38));
}
