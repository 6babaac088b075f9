import type { WordTable } from './word-table.ts';

const window = 8;

/** The least cost of reading a stretch of folded text as words. */
function readingCost(text: string, table: WordTable): number {
  const best = [0];
  for (let end = 1; end <= text.length; end++) {
    let least = (best[end - 1] ?? 0) + table.characterCost(text.charCodeAt(end - 1));
    for (let start = Math.max(0, end - 4); start < end - 1; start++) {
      const cost = table.wordCost(text, start, end);
      if (cost !== undefined) least = Math.min(least, (best[start] ?? 0) + cost);
    }
    best.push(least);
  }
  return best[text.length] ?? 0;
}

/**
 * How much likelier the two edges read as one text than as two, as a natural logarithm: positive
 * where a word runs across the seam (…开往重 | 庆的…), 0 where none does.
 */
export function seamGain(before: string, after: string, table: WordTable): number {
  const tail = /[\u3400-\u9fff]{0,8}$/u.exec(before.slice(-window))?.[0] ?? '';
  const head = /^[\u3400-\u9fff]{0,8}/u.exec(after.slice(0, window))?.[0] ?? '';
  if (tail === '' || head === '') return 0;
  const apart = readingCost(tail, table) + readingCost(head, table);
  return Math.max(0, apart - readingCost(tail + head, table));
}

/**
 * How badly the last characters read as whole words: the cost of a single character left over at the
 * end beyond that of an ordinary one; 0 where the end reads well.
 */
export function danglingCost(text: string, table: WordTable): number {
  const tail = /[\u3400-\u9fff]{1,8}$/u.exec(text.slice(-window))?.[0] ?? '';
  if (tail === '') return 0;
  for (let length = Math.min(4, tail.length); length >= 2; length--) {
    if (table.wordCost(tail, tail.length - length, tail.length) !== undefined) return 0;
  }
  return Math.max(0, table.characterCost(tail.charCodeAt(tail.length - 1)) - 6.5);
}

/** How often strings across the seam of two texts occur elsewhere on the page. */
export function seamSeenElsewhere(before: string, after: string, page: string): number {
  let seen = 0;
  for (const [left, right] of [
    [1, 1],
    [2, 1],
    [1, 2],
    [2, 2],
  ] as const) {
    const across = before.slice(-left) + after.slice(0, right);
    if (/^[\u3400-\u9fff]+$/u.test(across) && page.includes(across))
      seen = Math.max(seen, left + right - 1);
  }
  return seen;
}
