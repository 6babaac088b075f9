import type { TextSelectors } from '../../model/annotation.ts';
import { boundedQuotation, foundBy, overlap, rangeIn, strongest } from './anchor.ts';
import { evidenceOf, findCandidates, type Candidate } from './candidate.ts';
import { certainFrom, confidenceOf, offeredFrom } from './confidence.ts';
import { quotationAt } from './describe.ts';
import { patternOf, type Quotation } from './pattern.ts';
import type { OrphanedPassage, PlacedPassage } from './placed-passage.ts';
import {
  isSameStory,
  placesOfOrigin,
  sameInOrder,
  withoutUntouched,
  type Origin,
} from './repetitions.ts';
import type { RevisionTexts } from './revision.ts';

/** Code points of context when the text that the annotation was made on is at hand. */
const wideContext = 96;
/** Letters by which one place must lead for the others not to be as good. */
const leastLead = 2;
/** What it is worth, in letters, that a place is in the passage's own article. */
const homeWorth = 3;
/** Letters that a passage and its context share with another place for it to count as repeated. */
const longRepetition = 10;
/** The confidence in a place that is not told from others by what stands there alone. */
const mostOfDoubtful = certainFrom * 0.9;

function quotationOf(
  origin: Origin | null,
  { quote }: TextSelectors,
  old: RevisionTexts,
): Quotation | null {
  const text = origin && old.articles[origin.article]?.text;
  if (text) return quotationAt(text, origin.range, wideContext);
  return quote && quote.exact !== '' ? boundedQuotation(quote) : null;
}

/** Finds a passage by what is most like it and its surroundings in the new revision. */
export function placeByLikeness(
  origin: Origin | null,
  articleId: string,
  selectors: TextSelectors,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedPassage | OrphanedPassage {
  const home = next.indexOf(articleId);
  const gone = home === undefined ? 'article-gone' : 'text-gone';
  const quotation = quotationOf(origin, selectors, old);
  if (!quotation) return { reason: gone, proposal: null };

  const pattern = patternOf(quotation, next.fold);
  const { searched } = next;
  const strengthOf = strengthIn(home);
  const distanceOf = (candidate: Candidate): number =>
    candidate.text === home
      ? Math.abs(searched.sourceOffset(candidate.start) - (origin?.range.start ?? 0))
      : Infinity;
  const candidates = findCandidates(pattern, searched);
  const best = strongest(candidates, distanceOf, strengthOf);
  if (!best) return { reason: gone, proposal: null };

  const originals = origin ? placesOfOrigin(pattern, origin, old) : null;
  const rivalsOf = (
    candidate: Candidate,
    among: readonly Candidate[],
    amongOld: readonly Candidate[],
  ): { readonly inNew: number; readonly inOld: number } => ({
    inNew: Math.max(
      0,
      ...among.filter((other) => !overlap(candidate, other)).map((one) => strengthOf(one)),
    ),
    inOld: Math.max(0, ...amongOld.map(strengthIn(origin?.article))),
  });
  const rivals = rivalsOf(best, candidates, originals?.others ?? []);
  const placeOf = (candidate: Candidate, mostConfidence: number): PlacedPassage => {
    const others = candidates.filter((other) => !overlap(candidate, other));
    const confidence = Math.min(
      mostConfidence,
      confidenceOf(candidate, {
        strength: strengthOf(candidate),
        rival: Math.max(rivals.inNew, rivals.inOld),
        knowsOriginal: origin !== null,
      }),
    );
    const oldRange = candidate.text === home ? (origin?.range ?? null) : null;
    return {
      article: candidate.text,
      range: rangeIn(searched, candidate),
      how: foundBy(candidate, others, searched, oldRange),
      confidence,
      isUncertain: confidence < certainFrom,
    };
  };

  const isHome = origin !== null && isSameStory(old, origin.article, next, best.text);
  const story = isHome ? best.text : home;
  const inOrder = originals && story !== undefined && sameInOrder(originals, candidates, story);
  if (strengthOf(best) >= Math.max(rivals.inNew, rivals.inOld) + leastLead) {
    // Where the whole passage repeats, moved context may have made another place the likelier one.
    const isDoubtful =
      inOrder !== best &&
      originals?.others.some((other) => evidenceOf(other) >= longRepetition) === true;
    const place = placeOf(best, isDoubtful ? mostOfDoubtful : 1);
    return place.confidence < offeredFrom ? { reason: gone, proposal: place } : place;
  }
  if (inOrder) {
    const place = placeOf(inOrder, mostOfDoubtful);
    if (place.confidence >= offeredFrom) return place;
  }
  if (originals) {
    const left = withoutUntouched(originals, candidates, old, next);
    const remaining = strongest(left.candidates, distanceOf, strengthOf);
    const others = remaining && rivalsOf(remaining, left.candidates, left.others);
    if (others && strengthOf(remaining) >= Math.max(others.inNew, others.inOld) + leastLead) {
      const place = placeOf(remaining, mostOfDoubtful);
      if (place.confidence >= offeredFrom) return place;
    }
  }
  const isAmbiguous = strengthOf(best) >= rivals.inOld + leastLead;
  return { reason: isAmbiguous ? 'ambiguous' : gone, proposal: placeOf(best, mostOfDoubtful) };
}

/** What speaks for a candidate, in letters; that it stands in its own article counts for something. */
function strengthIn(home: number | undefined): (candidate: Candidate) => number {
  return (candidate) => evidenceOf(candidate) + (candidate.text === home ? homeWorth : 0);
}
