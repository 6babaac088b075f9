import type { PassageTarget } from '../../model/annotation.ts';
import type { TextRange } from '../text-range.ts';
import { anchorIn, boundedQuotation, foundBy, overlap, rangeIn, strongest } from './anchor.ts';
import type { FoundBy } from './anchor.ts';
import { evidenceOf, findCandidates, type Candidate } from './candidate.ts';
import { certainFrom, confidenceOf, offeredFrom, similarityOf } from './confidence.ts';
import { describe, quotationAt, wholeRange } from './describe.ts';
import { patternOf, type Pattern, type Quotation } from './pattern.ts';
import type { RevisionTexts } from './revision.ts';

/** A place in the new revision. */
export interface PlacedPassage {
  /** Index among the new revision's articles. */
  readonly article: number;
  readonly range: TextRange;
  readonly how: FoundBy;
  /** 0 to 1. */
  readonly confidence: number;
  readonly isUncertain: boolean;
}

/**
 * Why a passage has no place: its story is not in the revision and its words are nowhere else; its
 * words are gone; or they stand in several places and nothing tells which is meant.
 */
export type OrphanReason = 'article-gone' | 'text-gone' | 'ambiguous';

export interface OrphanedPassage {
  readonly reason: OrphanReason;
  /** Where it might belong, for a person to decide. */
  readonly proposal: PlacedPassage | null;
}

/** Code points of context when the text that the annotation was made on is at hand. */
const wideContext = 96;
/** UTF-16 units of context that a repeated sentence shares with itself. */
const nearContext = 8;
/** Letters by which one place must lead for the others not to be as good. */
const leastLead = 2;

/** What it is worth, in letters, that a place is in the passage's own article. */
const homeWorth = 3;
/** A place is a repetition if this part of what speaks for the passage speaks for it, and so like. */
const repeatedFrom = 0.4;
const alikeFrom = 0.75;

/** Letters that a passage and its context share with another place for it to count as repeated. */
const longRepetition = 24;
/** The confidence in a place that only its rank or its distance tells from others. */
const mostOfDoubtful = certainFrom * 0.9;

/** The text that a passage was marked on, and where in it. */
interface Origin {
  readonly article: number;
  readonly range: TextRange;
}

/** Finds a passage of the old revision in the new one. */
export function reanchorPassage(
  { articleId, textDigest, selectors }: PassageTarget,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedPassage | OrphanedPassage {
  const sameArticle = next.indexOf(articleId);
  const isSameText =
    sameArticle !== undefined && next.articles[sameArticle]?.textDigest === textDigest;
  if (isSameText) {
    const found = anchorIn(next.anchorable(sameArticle), selectors, { isSameText });
    if (found && !found.isUncertain) return { article: sameArticle, ...found };
  }
  const origin = originOf(articleId, textDigest, selectors, old);
  return (
    (origin && untouched(origin, old, next)) ?? byLikeness(origin, articleId, selectors, old, next)
  );
}

function originOf(
  articleId: string,
  textDigest: string,
  selectors: PassageTarget['selectors'],
  old: RevisionTexts,
): Origin | null {
  const article = old.indexOf(articleId);
  if (article === undefined) return null;
  const isSameText = old.articles[article]?.textDigest === textDigest;
  const found = anchorIn(old.anchorable(article), selectors, { isSameText });
  return found && !found.isUncertain ? { article, range: found.range } : null;
}

/**
 * The place of a passage that stands with all its context once in the old revision and once in the
 * new one, or once in the same stories of both.
 */
function untouched(
  { article, range }: Origin,
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedPassage | null {
  const { text, id } = old.articles[article] ?? { text: '', id: '' };
  const quote = describe(text, range)?.quote;
  if (!quote) return null;
  const whole = quote.prefix + quote.exact + quote.suffix;
  const before = [...old.occurrences(whole)];
  const now = [...next.occurrences(whole)];
  if (before.some(([, count]) => count > 1) || now.some(([, count]) => count > 1)) return null;
  const idsBefore = before.map(([index]) => old.articles[index]?.id).sort();
  const idsNow = now.map(([index]) => next.articles[index]?.id).sort();
  const isOnly = before.length === 1 && now.length === 1;
  const isInSameStories = idsBefore.join(' ') === idsNow.join(' ');
  const place = isOnly ? now[0]?.[0] : next.indexOf(id);
  if (place === undefined || !(isOnly || isInSameStories)) return null;
  const start = (next.articles[place]?.text.indexOf(whole) ?? 0) + quote.prefix.length;
  if (!hasSameRank(quote, text, range.start, next.articles[place]?.text ?? '', start)) return null;
  const found = wholeRange(next.articles[place]?.text ?? '', {
    start,
    end: start + quote.exact.length,
  });
  if (!found) return null;
  const isWhereItWas = next.articles[place]?.id === id && start === range.start;
  return {
    article: place,
    range: found,
    how: isWhereItWas ? 'position' : 'quote',
    confidence: 1,
    isUncertain: false,
  };
}

/**
 * Whether a passage is the only one with its nearest context, in both texts, or the same one of as
 * many: context that was moved may stand beside a repetition now.
 */
function hasSameRank(
  { prefix, exact, suffix }: Quotation,
  before: string,
  startBefore: number,
  now: string,
  startNow: number,
): boolean {
  const near = prefix.slice(-nearContext);
  const core = near + exact + suffix.slice(0, nearContext);
  const ranks = (text: string): readonly number[] => {
    const found: number[] = [];
    for (let at = text.indexOf(core); at !== -1; at = text.indexOf(core, at + 1)) found.push(at);
    return found;
  };
  const [old, next] = [ranks(before), ranks(now)];
  return (
    old.length === next.length &&
    old.indexOf(startBefore - near.length) === next.indexOf(startNow - near.length)
  );
}

function byLikeness(
  origin: Origin | null,
  articleId: string,
  { quote }: PassageTarget['selectors'],
  old: RevisionTexts,
  next: RevisionTexts,
): PlacedPassage | OrphanedPassage {
  const sameArticle = next.indexOf(articleId);
  const gone = sameArticle === undefined ? 'article-gone' : 'text-gone';
  const text = origin ? old.articles[origin.article]?.text : undefined;
  const quotation =
    origin && text !== undefined
      ? quotationAt(text, origin.range, wideContext)
      : quote && boundedQuotation(quote);
  if (!quotation || quotation.exact === '') return { reason: gone, proposal: null };

  const pattern = patternOf(quotation, next.fold);
  const { searched } = next;
  const strengthOf = strengthIn(sameArticle);
  const candidates = findCandidates(pattern, searched);
  const distanceOf = (candidate: Candidate): number =>
    candidate.text === sameArticle
      ? Math.abs(searched.sourceOffset(candidate.start) - (origin?.range.start ?? 0))
      : Infinity;
  const best = strongest(candidates, distanceOf, strengthOf);
  if (!best) return { reason: gone, proposal: null };

  const strength = strengthOf(best);
  const rivals = candidates.filter((other) => !overlap(best, other));
  const newRival = Math.max(0, ...rivals.map(strengthOf));
  const originals = origin ? placesOfOrigin(pattern, origin, old) : null;
  const oldRival = Math.max(0, ...(originals?.others ?? []).map(strengthIn(origin?.article)));
  const placeOf = (candidate: Candidate, mostConfidence: number): PlacedPassage => {
    const others = candidates.filter((other) => !overlap(candidate, other));
    const isHome = candidate.text === sameArticle;
    const confidence = Math.min(
      mostConfidence,
      confidenceOf(candidate, {
        strength: strengthOf(candidate),
        rival: Math.max(newRival, oldRival),
        knowsOriginal: origin !== null,
      }),
    );
    return {
      article: candidate.text,
      range: rangeIn(searched, candidate),
      how: foundBy(candidate, others, searched, isHome ? (origin?.range ?? null) : null),
      confidence,
      isUncertain: confidence < certainFrom,
    };
  };

  const inOrder =
    originals && sameArticle !== undefined && sameInOrder(originals, candidates, sameArticle);
  if (strength >= Math.max(newRival, oldRival) + leastLead) {
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
  const reason = strength >= oldRival + leastLead ? 'ambiguous' : gone;
  return { reason, proposal: placeOf(best, mostOfDoubtful) };
}

/** What speaks for a candidate, in letters; that it stands in its own article counts for something. */
function strengthIn(home: number | undefined): (candidate: Candidate) => number {
  return (candidate) => evidenceOf(candidate) + (candidate.text === home ? homeWorth : 0);
}

/** The places of a passage in the old revision. */
interface Originals {
  readonly itself: Candidate;
  /** Places of other passages that are like it. */
  readonly others: readonly Candidate[];
}

function placesOfOrigin(
  pattern: Pattern,
  { article, range }: Origin,
  old: RevisionTexts,
): Originals | null {
  const { searched } = old;
  const isOrigin = (candidate: Candidate): boolean => {
    const found = rangeIn(searched, candidate);
    return candidate.text === article && found.start < range.end && range.start < found.end;
  };
  const candidates = findCandidates(pattern, searched);
  const itself = strongest(candidates.filter(isOrigin), () => 0);
  return itself ? { itself, others: candidates.filter((one) => !isOrigin(one)) } : null;
}

/**
 * Of a passage that its story repeats, the repetition that has the same rank in the new text; null
 * where their number has changed.
 */
function sameInOrder(
  { itself, others }: Originals,
  candidates: readonly Candidate[],
  home: number,
): Candidate | null {
  const least = evidenceOf(itself) * repeatedFrom;
  const rankedIn = (list: readonly Candidate[], text: number): readonly Candidate[] => {
    const ranked: Candidate[] = [];
    const strong = list.filter(
      (one) => one.text === text && evidenceOf(one) >= least && similarityOf(one) >= alikeFrom,
    );
    for (const one of strong.toSorted((a, b) => evidenceOf(b) - evidenceOf(a))) {
      if (!ranked.some((other) => overlap(one, other))) ranked.push(one);
    }
    return ranked.toSorted((a, b) => a.start - b.start);
  };
  const before = rankedIn([itself, ...others], itself.text);
  const now = rankedIn(candidates, home);
  return before.length === now.length ? (now[before.indexOf(itself)] ?? null) : null;
}
