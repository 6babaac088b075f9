import type { TextPositionSelector, TextSelectors } from '../../model/annotation.ts';
import { countCodePoints } from '../code-points.ts';
import type { TextFold } from '../fold/text-fold.ts';
import type { TextRange } from '../text-range.ts';
import { AnchorableText } from './anchorable-text.ts';
import { evidenceOf, findCandidates, type Candidate } from './candidate.ts';
import { certainFrom, confidenceOf, offeredFrom } from './confidence.ts';
import { longestDescribedContext, wholeRange } from './describe.ts';
import { isLetter } from './marks.ts';
import { patternOf, type Quotation } from './pattern.ts';
import type { SearchableTexts } from './searchable-texts.ts';

/**
 * How a passage was found. `position`: where it stood. `quote`: its words stand in one place only.
 * `context`: its words stand in several places, what surrounds them decided. `approximate`: its words
 * have changed.
 */
export type FoundBy = 'position' | 'quote' | 'context' | 'approximate';

export interface Anchored {
  /** Never splits a surrogate pair, never empty. */
  readonly range: TextRange;
  readonly how: FoundBy;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether a person should look at it: the confidence is below 0.75. */
  readonly isUncertain: boolean;
}

export interface AnchorOptions {
  /**
   * The selectors were made on this very text (the digests agree): a position whose quotation agrees
   * is certain even where the passage repeats.
   */
  readonly isSameText?: boolean;
}

/** Context given by others may be of any length; more than this many UTF-16 units tell nothing new. */
const longestContext = 512;
/** The confidence in one of several places that nothing tells apart but their distance. */
const repeated = 0.5;
/** Letters of quotation and context that cannot stand in a text twice by chance. */
const surelyUnique = 10;

/** Whether a position cannot be meant: reversed, negative or not of whole numbers. */
export function isMalformedPosition({ start, end }: TextPositionSelector): boolean {
  return !(Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end);
}

/**
 * Finds a passage in a text that may have changed since it was described: at its position if the
 * quotation stands there, else by the quotation with its context, nearest to the old position, else
 * by what is most like it. Null where nothing is. Never throws, whatever the selectors hold.
 */
export function anchor(
  text: string,
  selectors: TextSelectors,
  fold: TextFold,
  options: AnchorOptions = {},
): Anchored | null {
  return anchorIn(new AnchorableText(text, fold), selectors, options);
}

/** As `anchor`, for many annotations of one text. */
export function anchorIn(
  target: AnchorableText,
  { position, quote }: TextSelectors,
  { isSameText = false }: AnchorOptions = {},
): Anchored | null {
  const { text } = target;
  const old = position && !isMalformedPosition(position) ? rangeOf(target, position) : null;
  if (!quote || quote.exact === '') {
    // A position alone cannot be checked.
    return old && old.start < old.end
      ? anchored(text, old, 'position', isSameText ? 1 : certainFrom / 2)
      : null;
  }
  const quotation = boundedQuotation(quote);
  const { prefix, exact, suffix } = quotation;
  const stands = old !== null && standsAt(text, old, quotation);
  if (stands && isSameText) return anchored(text, old, 'position', 1);

  const whole = prefix + exact + suffix;
  const first = text.indexOf(whole);
  const isOnly = first !== -1 && !text.includes(whole, first + 1);
  if (isOnly) {
    const start = first + prefix.length;
    const range = { start, end: start + exact.length };
    if (whole !== text && countLetters(whole) < surelyUnique) {
      return anchored(text, range, stands ? 'position' : 'quote', repeated);
    }
    if (stands) return anchored(text, range, 'position', 1);
    return anchored(text, range, 'quote', mayRepeat(quotation) ? repeated : 1);
  }
  if (first !== -1) {
    const start = nearestOccurrence(text, whole, (old?.start ?? 0) - prefix.length) + prefix.length;
    return anchored(
      text,
      { start, end: start + exact.length },
      stands ? 'position' : 'context',
      repeated,
    );
  }
  // A quotation twice as long as the text is not in it.
  if (exact.length > text.length * 2 + longestContext) return null;
  return anchorByLikeness(target, quotation, old) ?? anchorMarks(text, exact, old);
}

/** Marks without letters, found by themselves. */
function anchorMarks(text: string, exact: string, old: TextRange | null): Anchored | null {
  if (countLetters(exact) > 0 || !text.includes(exact)) return null;
  const start = nearestOccurrence(text, exact, old?.start ?? 0);
  return anchored(text, { start, end: start + exact.length }, 'context', offeredFrom);
}

/** Where a part that the text holds stands nearest to a place. */
function nearestOccurrence(text: string, part: string, place: number): number {
  const before = place < 0 ? -1 : text.lastIndexOf(part, place);
  const after = text.indexOf(part, Math.max(0, place));
  if (before === -1 || after === -1) return Math.max(before, after);
  return place - before <= after - place ? before : after;
}

/** Whether even the longest context did not tell the passage from another one when it was described. */
function mayRepeat({ prefix, suffix }: Quotation): boolean {
  return Math.min(countCodePoints(prefix), countCodePoints(suffix)) >= longestDescribedContext;
}

/** `range` may begin or end within a character where the quotation holds half of one. */
function anchored(text: string, range: TextRange, how: FoundBy, confidence: number): Anchored {
  return {
    range: wholeRange(text, range) ?? range,
    how,
    confidence,
    isUncertain: confidence < certainFrom,
  };
}

function rangeOf(target: AnchorableText, position: TextPositionSelector): TextRange | null {
  const { codePoints } = target;
  if (position.end > codePoints.length) return null;
  return {
    start: codePoints.utf16Offset(position.start),
    end: codePoints.utf16Offset(position.end),
  };
}

function standsAt(text: string, { start, end }: TextRange, quotation: Quotation): boolean {
  return (
    end - start === quotation.exact.length &&
    text.startsWith(quotation.exact, start) &&
    text.startsWith(quotation.suffix, end) &&
    start >= quotation.prefix.length &&
    text.startsWith(quotation.prefix, start - quotation.prefix.length)
  );
}

/** The quotation with the nearest part of its context, cut between characters. */
export function boundedQuotation({ prefix, exact, suffix }: Quotation): Quotation {
  const isLong = (context: string): boolean => context.length > longestContext;
  return {
    prefix: isLong(prefix) ? prefix.slice(-longestContext).replace(/^[\udc00-\udfff]/, '') : prefix,
    exact,
    suffix: isLong(suffix)
      ? suffix.slice(0, longestContext).replace(/[\ud800-\udbff]$/, '')
      : suffix,
  };
}

function countLetters(text: string): number {
  let count = 0;
  for (const character of text) if (isLetter(character.codePointAt(0) ?? 0)) count += 1;
  return count;
}

function anchorByLikeness(
  target: AnchorableText,
  quotation: Quotation,
  old: TextRange | null,
): Anchored | null {
  const { searched } = target;
  const pattern = patternOf(quotation, searched.fold);
  const candidates = findCandidates(pattern, searched);
  const oldStart = old ? searched.codeAt(0, old.start) : 0;
  const best = strongest(candidates, (candidate) => Math.abs(candidate.start - oldStart));
  if (!best) return null;
  const others = candidates.filter((other) => !overlap(best, other));
  const rival = Math.max(0, ...others.map(evidenceOf));
  const confidence = confidenceOf(best, {
    strength: evidenceOf(best),
    rival,
    knowsOriginal: false,
  });
  if (confidence < offeredFrom) return null;
  return anchored(
    target.text,
    rangeIn(searched, best),
    foundBy(best, others, searched, old),
    confidence,
  );
}

/** The candidate that most speaks for; among equals the one at the least distance. */
export function strongest(
  candidates: readonly Candidate[],
  distanceOf: (candidate: Candidate) => number,
  strengthOf: (candidate: Candidate) => number = evidenceOf,
): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    const lead = best ? strengthOf(candidate) - strengthOf(best) : 1;
    if (lead > 0 || (lead === 0 && best && distanceOf(candidate) < distanceOf(best))) {
      best = candidate;
    }
  }
  return best;
}

export function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A candidate's range in its own text. */
export function rangeIn(searched: SearchableTexts, { start, end }: Candidate): TextRange {
  return { start: searched.sourceOffset(start), end: searched.sourceOffset(end) };
}

export function foundBy(
  best: Candidate,
  others: readonly Candidate[],
  searched: SearchableTexts,
  old: TextRange | null,
): FoundBy {
  const isWhole = (candidate: Candidate): boolean =>
    candidate.sameLetters === candidate.exactLetters && candidate.addedLetters === 0;
  if (!isWhole(best)) return 'approximate';
  const range = rangeIn(searched, best);
  if (old?.start === range.start && old.end === range.end) return 'position';
  return others.some(isWhole) ? 'context' : 'quote';
}
