/**
 * BM25F in two fields: what stands in the head counts as so many occurrences more. Saturation and
 * the weight of length are the customary ones.
 */
const saturation = 1.2;
const lengthWeight = 0.75;
const headOccurrences = 4;
/** What a story in the asked script, and one with the words side by side, gains. */
const exactScriptBonus = 1.5;
const phraseBonus = 1.6;

/** How telling a word is that `found` of `total` stories have. */
export function inverseFrequency(found: number, total: number): number {
  return Math.log(1 + (total - found + 0.5) / (found + 0.5));
}

/** What one word adds to a story's score. */
export function wordScore(
  frequency: number,
  occurrences: number,
  isInHead: boolean,
  relativeLength: number,
): number {
  const weighed = occurrences + (isInHead ? headOccurrences : 0);
  const norm = saturation * (1 - lengthWeight + lengthWeight * relativeLength);
  return (frequency * weighed * (saturation + 1)) / (weighed + norm);
}

export function withBonuses(score: number, isExactScript: boolean, isPhrase: boolean): number {
  return score * (isExactScript ? exactScriptBonus : 1) * (isPhrase ? phraseBonus : 1);
}
