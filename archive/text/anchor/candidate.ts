import { findChains } from './chains.ts';
import { alignLetters } from './letter-alignment.ts';
import { dropUnclearEnds, edgesOf, hasClearEdges, isLineEdge } from './passage-edges.ts';
import type { Pattern } from './pattern.ts';
import { findRuns, type Run } from './runs.ts';
import type { SearchableTexts } from './searchable-texts.ts';

/** A place where a quotation may stand now, and what speaks for it. Counts are letters. */
export interface Candidate {
  /** Index of the text. */
  readonly text: number;
  /** Indices into the code points of the searched texts, half-open. */
  readonly start: number;
  readonly end: number;
  readonly exactLetters: number;
  /** Of the quotation's letters, those that still stand there. */
  readonly sameLetters: number;
  /** Letters within the place that the quotation did not have. */
  readonly addedLetters: number;
  readonly prefixLetters: number;
  readonly suffixLetters: number;
  /** Letters of prefix and suffix that still stand right beside the place. */
  readonly left: number;
  readonly right: number;
  /** Whether the pattern and the place both begin (end) their text. */
  readonly startsText: boolean;
  readonly endsText: boolean;
  /** How many of the passage's ends, 0 to 2, were those of lines and still are. */
  readonly lineEnds: number;
  /**
   * Whether the quotation's first and last letters stand, or others in their stead, and no mark before
   * or after them was lost beside new text.
   */
  readonly hasClearEdges: boolean;
}

/** What it is worth, in letters, that a passage still begins or ends its text, or a line. */
const textEndWorth = 5;
const lineEndWorth = 2;

/**
 * What speaks for a candidate, in letters. Context counts by as much as stands of the quotation: it
 * must not outweigh the words themselves.
 */
export function evidenceOf(candidate: Candidate): number {
  const { exactLetters, sameLetters, left, right, startsText, endsText, lineEnds } = candidate;
  const kept = exactLetters === 0 ? 1 : sameLetters / exactLetters;
  const textEnds = (startsText ? 1 : 0) + (endsText ? 1 : 0);
  return sameLetters + kept * (left + right + textEnds * textEndWorth + lineEnds * lineEndWorth);
}

const mostChains = 12;
const mostPlainPlaces = 64;

/** The places where a pattern may stand, in no order. */
export function findCandidates(pattern: Pattern, searched: SearchableTexts): readonly Candidate[] {
  const runs = findRuns(pattern, searched);
  const textOf = (letter: number): number => searched.textAt(searched.letterPlaces[letter] ?? 0);
  const found: Candidate[] = [];
  for (const chain of findChains(runs, textOf, mostChains)) {
    const candidate = candidateOf(pattern, searched, chain.runs);
    if (candidate) found.push(candidate);
  }
  for (const run of plainPlaces(pattern, searched)) {
    const candidate = candidateOf(pattern, searched, [run]);
    if (candidate) found.push(candidate);
  }
  return found;
}

/** Quotations too short to be seeds, wherever their letters stand. */
function plainPlaces(pattern: Pattern, searched: SearchableTexts): readonly Run[] {
  const { firstLetter, endLetter, letters } = pattern;
  const length = endLetter - firstLetter;
  if (length === 0 || length >= 3) return [];
  const places: Run[] = [];
  const target = searched.letters;
  for (let at = 0; at + length <= target.length && places.length < mostPlainPlaces; at += 1) {
    let same = 0;
    while (same < length && target[at + same] === letters[firstLetter + same]) same += 1;
    if (same === length) places.push({ pattern: firstLetter, text: at, length });
  }
  return places;
}

function candidateOf(
  pattern: Pattern,
  searched: SearchableTexts,
  runs: readonly Run[],
): Candidate | null {
  const alignment = alignLetters(pattern, searched, runs);
  dropUnclearEnds(pattern, alignment);
  const edges = edgesOf(pattern, searched, alignment);
  if (!edges || edges.start >= edges.end) return null;
  const { start, end } = edges;
  const { places, isSame } = alignment;
  let sameLetters = 0;
  for (let at = pattern.firstLetter; at < pattern.endLetter; at += 1) {
    if ((places[at] ?? -1) >= 0) sameLetters += isSame[at] ?? 0;
  }
  const text = searched.textAt(start);
  const letters = searched.lettersBefore(end) - searched.lettersBefore(start);
  return {
    text,
    start,
    end,
    exactLetters: pattern.endLetter - pattern.firstLetter,
    sameLetters,
    addedLetters: Math.max(0, letters - sameLetters),
    prefixLetters: pattern.firstLetter,
    suffixLetters: pattern.letters.length - pattern.endLetter,
    left: supportOf(places, isSame, pattern.firstLetter, pattern.endLetter, -1),
    right: supportOf(places, isSame, pattern.endLetter - 1, pattern.firstLetter - 1, 1),
    startsText: pattern.exactStart === 0 && start === searched.textStart(text),
    endsText: pattern.exactEnd === pattern.codes.length && end === searched.textEnd(text),
    lineEnds: [
      isLineEdge(pattern.codes[pattern.exactStart - 1]) && isLineEdge(searched.codes[start - 1]),
      isLineEdge(pattern.codes[pattern.exactEnd]) && isLineEdge(searched.codes[end]),
    ].filter(Boolean).length,
    hasClearEdges: hasClearEdges(pattern, searched, alignment, edges),
  };
}

/** Letters of the context lost between two that stand, or shifted, before it counts as torn off. */
const longestTear = 5;
const longestShift = 2;

/**
 * How many letters of the context still stand beside the place: walks outward from an edge of the
 * quotation until the context is torn off. `edge` is the quotation's outermost letter.
 */
function supportOf(
  places: Int32Array,
  isSame: Uint8Array,
  edge: number,
  beyond: number,
  step: 1 | -1,
): number {
  // Inward to the outermost letter that stands.
  let from = edge;
  while (from !== beyond && (places[from] ?? -1) < 0) from -= step;
  if (from === beyond && edge !== beyond) return 0;
  let support = 0;
  for (let at = edge + step; at >= 0 && at < places.length; at += step) {
    const place = places[at] ?? -1;
    if (place < 0 || isSame[at] !== 1) continue;
    if (edge !== beyond || support > 0) {
      const moved = Math.abs(at - from);
      const stands = Math.abs(place - (places[from] ?? 0));
      if (moved > longestTear || Math.abs(moved - stands) > longestShift) break;
    }
    support += 1;
    from = at;
  }
  return support;
}
