import { classNumber, markClass } from './word-classes.ts';
import type { WordTable } from './word-table.ts';

const window = 10;
const longestWord = 4;

/** Classes of the words of a short folded text, by its likeliest reading, with where each ends. */
export function wordClasses(
  text: string,
  table: WordTable,
): readonly { readonly end: number; readonly class: number }[] {
  const best = [0];
  const from: number[] = [0];
  for (let end = 1; end <= text.length; end++) {
    let least = (best[end - 1] ?? 0) + table.characterCost(text.charCodeAt(end - 1));
    let start = end - 1;
    for (let at = Math.max(0, end - longestWord); at < end - 1; at++) {
      const cost = table.wordCost(text, at, end);
      if (cost === undefined || (best[at] ?? 0) + cost >= least) continue;
      least = (best[at] ?? 0) + cost;
      start = at;
    }
    best.push(least);
    from.push(start);
  }
  const words: { end: number; class: number }[] = [];
  for (let end = text.length; end > 0; end = from[end] ?? 0) {
    const start = from[end] ?? 0;
    const mark = end - start === 1 ? markClass(text.charAt(start)) : undefined;
    words.unshift({ end, class: mark ?? table.wordClass(text, start, end) });
  }
  return words;
}

/**
 * How much likelier the second text is to go on behind the first than to begin a paragraph, by the
 * classes of the words at the seam, as a natural logarithm. 0 where a word runs across it.
 */
export function seamOdds(before: string, after: string, table: WordTable): number {
  const tail = before.slice(-window).replace(/\s/gu, '');
  const head = after.slice(0, window).replace(/\s/gu, '');
  if (tail === '' || head === '') return 0;
  const words = wordClasses(tail + head, table);
  const at = words.findIndex(({ end }) => end === tail.length);
  const last = words[at];
  const next = words[at + 1];
  if (!last || !next) return 0;
  const start = classNumber('paragraph-start');
  return table.followOdds(last.class, next.class) - table.followOdds(start, next.class);
}
