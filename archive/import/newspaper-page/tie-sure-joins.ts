import type { JoinChances } from './join-chances.ts';

/** From this chance on two parts are surely one paragraph. */
const sure = 0.9;

/**
 * Parts that surely are one paragraph stand in one story: where the assignment has them in two, the
 * one whose story is less sure follows the other.
 */
export function tieSureJoins(
  chances: JoinChances,
  fixed: ReadonlyMap<number, number>,
  storyOf: Int32Array,
  confidence: Float64Array,
): void {
  for (const [first, row] of chances.all) {
    for (const [second, chance] of row) {
      const ofFirst = storyOf[first] ?? -1;
      const ofSecond = storyOf[second] ?? -1;
      if (chance < sure || ofFirst === ofSecond || ofFirst < 0 || ofSecond < 0) continue;
      const firstIsSurer = (confidence[first] ?? 0) >= (confidence[second] ?? 0);
      const follows = fixed.has(second) || (!firstIsSurer && !fixed.has(first)) ? first : second;
      if (fixed.has(follows)) continue;
      storyOf[follows] = follows === first ? ofSecond : ofFirst;
    }
  }
}
