import type { Candidate } from './candidate.ts';

/** From here on a place counts as certain. */
export const certainFrom = 0.75;
/** Below this a place is not offered as the annotation's. */
export const offeredFrom = 0.15;

/** Of the quotation's letters, this part must stand for the place to be certain. */
const certainlyKept = 0.75;
/** Of as many letters as the quotation has, at most this part may have been put in, or so few. */
const certainlyAdded = 0.1;
const fewAdded = 2;
/** Letters by which a certain place leads before every other one. */
const certainLead = 6;

/** What is known beside the candidate itself. */
export interface Surroundings {
  /** What speaks for the candidate, and for the strongest other place, in letters. */
  readonly strength: number;
  readonly rival: number;
  /**
   * Whether `rival` covers the text that the annotation was made on. Without it a passage that was
   * deleted cannot be told from its repetition elsewhere by the rival, only by its context.
   */
  readonly knowsOriginal: boolean;
}

/** How like the quotation a place is, 0 to 1: letters lost count whole, letters put in a quarter. */
export function similarityOf({ exactLetters, sameLetters, addedLetters }: Candidate): number {
  return exactLetters === 0 ? 1 : sameLetters / (exactLetters + addedLetters / 4);
}

/** Letters of context that must stand on either side, unless the quotation itself tells enough. */
const leastContext = 5;
/** Letters that identify a passage among the repetitions known from the original. */
const tellingQuotation = 16;
const tellingSide = 12;
const leastQuotation = 6;
/**
 * Letters that a side of the context may lack and still be whole, and those that it must have. A
 * described context goes on for more than it may lack after it tells the passage from its
 * repetitions, and has less than it must where it does not tell.
 */
const lackingContext = 6;
const wholeContext = 20;

function hasCertainContext(candidate: Candidate, knowsOriginal: boolean): boolean {
  const { sameLetters, startsText, endsText, prefixLetters, suffixLetters } = candidate;
  const left = candidate.left + (startsText ? tellingSide : 0);
  const right = candidate.right + (endsText ? tellingSide : 0);
  const isBetween = left >= leastContext && right >= leastContext;
  if (knowsOriginal) {
    const side = Math.max(left, right);
    return (
      isBetween ||
      sameLetters >= tellingQuotation ||
      (sameLetters >= leastQuotation && side >= tellingSide) ||
      (sameLetters === candidate.exactLetters && side >= wholeContext)
    );
  }
  const hasWholeSide =
    startsText ||
    endsText ||
    candidate.left >= Math.max(wholeContext, prefixLetters - lackingContext) ||
    candidate.right >= Math.max(wholeContext, suffixLetters - lackingContext);
  return hasWholeSide && (isBetween || sameLetters >= leastQuotation);
}

/**
 * How sure a place is, 0 to 1; never less when more of the quotation or its context stands or when a
 * rival is weaker.
 */
export function confidenceOf(candidate: Candidate, surroundings: Surroundings): number {
  const similarity = similarityOf(candidate);
  const lead = surroundings.strength - surroundings.rival;
  const context = 1 - 2 ** (-(candidate.left + candidate.right) / 8);
  const leading = Math.max(0, Math.min(1, lead / (2 * certainLead)));
  const weight = 0.4 + 0.3 * context + 0.3 * leading;
  const isCertain =
    candidate.hasClearEdges &&
    candidate.addedLetters <= Math.max(fewAdded, candidate.exactLetters * certainlyAdded) &&
    similarity >= certainlyKept &&
    lead >= certainLead &&
    hasCertainContext(candidate, surroundings.knowsOriginal);
  const score = similarity * weight;
  return isCertain ? certainFrom + (1 - certainFrom) * score : certainFrom * 0.99 * score;
}
