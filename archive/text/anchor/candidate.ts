import { findChains } from './chains.ts';
import { alignLetters, type LetterAlignment } from './letter-alignment.ts';
import { alignBoundary } from './mark-alignment.ts';
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
  /** Letters of prefix and suffix that still stand right beside the place. */
  readonly left: number;
  readonly right: number;
  /** Whether the pattern and the place both begin (end) their text. */
  readonly startsText: boolean;
  readonly endsText: boolean;
  /**
   * Whether the quotation's first and last letters stand, or others in their stead, and no mark before
   * or after them was lost beside new text.
   */
  readonly hasClearEdges: boolean;
}

/** Letters that speak for a candidate. */
export function evidenceOf({ sameLetters, left, right }: Candidate): number {
  return sameLetters + left + right;
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
  const edges = edgesOf(pattern, searched, alignment);
  if (!edges || edges.start >= edges.end) return null;
  const { start, end } = edges;
  const { places, isSame } = alignment;
  let sameLetters = 0;
  for (let at = pattern.firstLetter; at < pattern.endLetter; at += 1) {
    sameLetters += isSame[at] ?? 0;
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
    left: supportOf(places, isSame, pattern.firstLetter, pattern.endLetter, -1),
    right: supportOf(places, isSame, pattern.endLetter - 1, pattern.firstLetter - 1, 1),
    startsText: pattern.exactStart === 0 && start === searched.textStart(text),
    endsText: pattern.exactEnd === pattern.codes.length && end === searched.textEnd(text),
    hasClearEdges: hasClearEdges(pattern, searched, alignment, edges),
  };
}

function hasClearEdges(
  pattern: Pattern,
  searched: SearchableTexts,
  { places, isSame }: LetterAlignment,
  { start, end }: Edges,
): boolean {
  const { firstLetter, endLetter, letterPlaces } = pattern;
  if (firstLetter === endLetter) return true;
  const first = places[firstLetter] ?? -1;
  const last = places[endLetter - 1] ?? -1;
  if (first < 0 || last < 0) return false;
  /** A letter that stands, or a single misread one between two that stand. */
  const isClear = (letter: number): boolean =>
    isSame[letter] === 1 ||
    [-1, 1].every(
      (step) =>
        letter + step === -1 ||
        letter + step === places.length ||
        (isSame[letter + step] === 1 && places[letter + step] === (places[letter] ?? 0) + step),
    );
  if (!isClear(firstLetter) || !isClear(endLetter - 1)) return false;
  const marksBefore = (letterPlaces[firstLetter] ?? 0) - pattern.exactStart;
  const keepsBefore = (searched.letterPlaces[first] ?? 0) - start >= marksBefore;
  const marksAfter = pattern.exactEnd - (letterPlaces[endLetter - 1] ?? 0) - 1;
  const keepsAfter = end - (searched.letterPlaces[last] ?? 0) - 1 >= marksAfter;
  return (
    (keepsBefore || places[firstLetter - 1] === first - 1) &&
    (keepsAfter || places[endLetter] === last + 1)
  );
}

interface Edges {
  readonly start: number;
  readonly end: number;
}

/** Code points of the searched texts where the quotation begins and ends; null where nothing is left. */
function edgesOf(
  pattern: Pattern,
  searched: SearchableTexts,
  { places }: LetterAlignment,
): Edges | null {
  const { firstLetter, endLetter } = pattern;
  let first = firstLetter;
  while (first < endLetter && (places[first] ?? -1) < 0) first += 1;
  let last = endLetter - 1;
  while (last > first && (places[last] ?? -1) < 0) last -= 1;
  if (first === endLetter && firstLetter < endLetter) return null;
  if (firstLetter === endLetter) return edgesOfMarks(pattern, searched, places);
  const firstPlace = places[first] ?? 0;
  const lastPlace = places[last] ?? 0;
  return {
    start:
      first === firstLetter
        ? boundaryBetween(pattern, searched, first, firstPlace, pattern.exactStart).right
        : (searched.letterPlaces[firstPlace] ?? 0),
    end:
      last === endLetter - 1
        ? boundaryBetween(pattern, searched, last + 1, lastPlace + 1, pattern.exactEnd).left
        : (searched.letterPlaces[lastPlace] ?? 0) + 1,
  };
}

/** A quotation of marks alone stands between the letters around it, if they still meet. */
function edgesOfMarks(
  pattern: Pattern,
  searched: SearchableTexts,
  places: Int32Array,
): Edges | null {
  const next = pattern.firstLetter;
  const before = places[next - 1] ?? -1;
  const after = places[next] ?? -1;
  if (before < 0 && after < 0) return null;
  if (before >= 0 && after >= 0 && after !== before + 1) return null;
  const place = after >= 0 ? after : before + 1;
  return {
    start: boundaryBetween(pattern, searched, next, place, pattern.exactStart).right,
    end: boundaryBetween(pattern, searched, next, place, pattern.exactEnd).left,
  };
}

/**
 * Where a boundary among the marks before a letter of the pattern stands among the marks before a
 * letter of the texts.
 */
function boundaryBetween(
  pattern: Pattern,
  searched: SearchableTexts,
  patternLetter: number,
  textLetter: number,
  boundary: number,
): { readonly left: number; readonly right: number } {
  const patternStart = patternLetter === 0 ? 0 : (pattern.letterPlaces[patternLetter - 1] ?? 0) + 1;
  const patternEnd = pattern.letterPlaces[patternLetter] ?? pattern.codes.length;
  const textStart = textLetter === 0 ? 0 : (searched.letterPlaces[textLetter - 1] ?? 0) + 1;
  const textEnd = searched.letterPlaces[textLetter] ?? searched.codes.length;
  const { left, right } = alignBoundary(
    pattern.codes.subarray(patternStart, patternEnd),
    searched.codes.subarray(textStart, textEnd),
    boundary - patternStart,
  );
  return { left: textStart + left, right: textStart + right };
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
