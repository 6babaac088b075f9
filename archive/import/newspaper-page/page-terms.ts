import { isHan } from './source-text.ts';
import type { WordTable } from './word-table.ts';

/** The telling strings of one text, each once, with their weights: names and rare words weigh most. */
export interface Terms {
  /** Numbers given by the page's `TermNumbers`. */
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** Numbers the terms of one page from 0, so that profiles are plain arrays. */
export class TermNumbers {
  readonly #numbers = new Map<string | number, number>();

  numberOf(term: string | number): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(term, next);
    return next;
  }
}

const functionCharacters = new Set(
  '的了在是和与有不也就都而及着一这那他她它们个为以于上下中之其或被把将从到对等所说要会能可又还很更最已并但年月日时人来去里后前地得过',
);

/** Beyond this a text's words are told by its beginning; bounds the time. */
const longestRead = 20_000;

/**
 * Pairs of Han characters, rare single ones and words of letters or digits, weighted by how rare
 * they are; and marks of style: who speaks, how it is punctuated.
 */
export function termsOf(text: string, table: WordTable, numbers: TermNumbers): Terms {
  const plain = text.slice(0, longestRead);
  const seen = new Set<number>();
  const ids: number[] = [];
  const weights: number[] = [];
  const add = (term: string | number, weight: () => number): void => {
    const id = numbers.numberOf(term);
    if (seen.has(id)) return;
    seen.add(id);
    const value = weight();
    if (value <= 0.05) return;
    ids.push(id);
    weights.push(value);
  };
  let isOpen = false;
  for (let at = 0; at < plain.length; at++) {
    const second = plain.charCodeAt(at);
    const wasOpen = isOpen;
    isOpen = isHan(second) && !functionCharacters.has(plain.charAt(at));
    if (!isOpen) continue;
    add(second, () => Math.min(0.5, (table.characterCost(second) - 7) / 12));
    if (!wasOpen) continue;
    add(plain.charCodeAt(at - 1) * 0x10000 + second, () => {
      const cost = table.wordCost(plain, at - 1, at + 1);
      return cost === undefined ? 0.8 : Math.max(0.15, Math.min(1.3, (cost - 6.5) / 5));
    });
  }
  for (const word of plain.matchAll(/[A-Za-z][A-Za-z0-9]{2,}|\d+(?:\.\d+)+|\d{3,}/gu)) {
    if (!/^(?:19|20)\d\d$/u.test(word[0])) add(word[0], () => 1);
  }
  if (plain.length > 30) {
    if (!plain.includes('，')) add('#stops-only', () => 1);
    for (const [mark, pattern, weight] of styleMarks) {
      if (pattern.test(plain)) add(mark, () => weight);
    }
  }
  return { ids, weights };
}

const styleMarks: readonly (readonly [string, RegExp, number])[] = [
  ['#comma', /，/u, 0.6],
  ['#first-person', /我(?![们国市省县区校院厂])/u, 0.7],
  ['#she', /她/u, 0.6],
  ['#quotation', /[“‘]/u, 0.3],
];

/** Terms of several texts with the number of texts that hold each; for one story or the page. */
export class TermProfile {
  #counts = new Float64Array(1024);
  total = 0;

  add({ ids, weights }: Terms, times: number): void {
    ids.forEach((id, at) => {
      if (id >= this.#counts.length) {
        const wider = new Float64Array(2 ** Math.ceil(Math.log2(id + 2)));
        wider.set(this.#counts);
        this.#counts = wider;
      }
      this.#counts[id] = (this.#counts[id] ?? 0) + times;
      this.total += (weights[at] ?? 0) * times;
    });
  }

  count(id: number): number {
    return this.#counts[id] ?? 0;
  }
}

const smoothing = 100;

/**
 * How much better the terms fit a story than the page at large, as a natural logarithm. Terms that
 * occur in this text alone say nothing and are left out.
 * `own` is how often the text itself has been counted into the story's profile.
 */
export function cohesion(terms: Terms, story: TermProfile, page: TermProfile, own: number): number {
  const { ids, weights } = terms;
  const pageTotal = Math.max(1, page.total);
  const width = story.total + smoothing;
  let score = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const onPage = page.count(id);
    if (onPage < 2) continue;
    const share = (onPage - 1) / pageTotal;
    const inStory = Math.max(0, story.count(id) - own);
    score += (weights[at] ?? 0) * Math.log((inStory / share + smoothing) / width);
  }
  return Math.max(-5, Math.min(5, score * 0.3));
}
