import type { TextFold } from '../fold/text-fold.ts';
import { foldedCodes } from './folded-codes.ts';

/** Every three letters in a row of a text, as one number each. */
export function letterTriples(text: string, fold: TextFold): ReadonlySet<number> {
  const { codes, letterPlaces } = foldedCodes(text, fold);
  const triples = new Set<number>();
  let [a, b] = [0, 0];
  letterPlaces.forEach((place, at) => {
    const c = (codes[place] ?? 0) & 0x1ffff;
    // Below 2 ** 53: 17 bits a letter, so that planes beyond the second share their numbers.
    if (at >= 2) triples.add((a * 0x20000 + b) * 0x20000 + c);
    [a, b] = [b, c];
  });
  return triples;
}

/** How like two texts are, 0 to 1: the part of their triples that they share (Dice). */
export function likenessOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size + b.size === 0) return 1;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const triple of small) if (large.has(triple)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
