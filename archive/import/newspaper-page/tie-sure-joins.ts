import type { PairScores } from './match-joins.ts';

/** Natural logarithm of the odds from which on two parts are surely one paragraph. */
const sure = 2.5;

/**
 * Parts that surely are one paragraph stand in one story: where the assignment has them in two, the
 * one whose story is less sure follows the other. Only parts that are each other's best are tied.
 */
export function tieSureJoins(
  pairs: PairScores,
  fixed: ReadonlyMap<number, number>,
  storyOf: Int32Array,
  confidence: Float64Array,
): void {
  const firstOf = new Map<number, { first: number; score: number }>();
  for (const [first, row] of pairs) {
    for (const [second, { score }] of row) {
      if (score > (firstOf.get(second)?.score ?? sure)) firstOf.set(second, { first, score });
    }
  }
  for (const [second, { first, score }] of firstOf) {
    const rivals = [...(pairs.get(first)?.values() ?? [])].filter((one) => one.score > score);
    const ofFirst = storyOf[first] ?? -1;
    const ofSecond = storyOf[second] ?? -1;
    if (rivals.length > 0 || ofFirst === ofSecond || ofFirst < 0 || ofSecond < 0) continue;
    const firstIsSurer = (confidence[first] ?? 0) >= (confidence[second] ?? 0);
    const follows = fixed.has(second) || (!firstIsSurer && !fixed.has(first)) ? first : second;
    if (fixed.has(follows)) continue;
    storyOf[follows] = follows === first ? ofSecond : ofFirst;
  }
}
