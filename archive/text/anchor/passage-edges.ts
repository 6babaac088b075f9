import type { LetterAlignment } from './letter-alignment.ts';
import { alignBoundary } from './mark-alignment.ts';
import { isLetter } from './marks.ts';
import type { Pattern } from './pattern.ts';
import type { SearchableTexts } from './searchable-texts.ts';

/** Indices into the code points of the searched texts, half-open. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

const lineFeed = 0x0a;

/** Where the quotation of an aligned pattern begins and ends; null where nothing of it is left. */
export function edgesOf(
  pattern: Pattern,
  searched: SearchableTexts,
  { places }: LetterAlignment,
): Edges | null {
  const { firstLetter, endLetter } = pattern;
  if (firstLetter === endLetter) return edgesOfMarks(pattern, searched, places);
  let first = firstLetter;
  while (first < endLetter && (places[first] ?? -1) < 0) first += 1;
  if (first === endLetter) return null;
  let last = endLetter - 1;
  while ((places[last] ?? -1) < 0) last -= 1;
  const before = { after: firstLetter - 1, before: first };
  const behind = { after: last, before: endLetter };
  let start = boundaryAt(pattern, searched, before, places[first] ?? 0, pattern.exactStart).right;
  let end = boundaryAt(pattern, searched, behind, (places[last] ?? 0) + 1, pattern.exactEnd).left;
  // A passage whose ends were lost does not take in the line ends before and after it.
  if (pattern.codes[pattern.exactStart] !== lineFeed) {
    while (start < end && searched.codes[start] === lineFeed) start += 1;
  }
  if (pattern.codes[pattern.exactEnd - 1] !== lineFeed) {
    while (end > start && searched.codes[end - 1] === lineFeed) end -= 1;
  }
  if (first > firstLetter && isLineEdge(pattern.codes[pattern.exactStart - 1])) {
    start = nearLineEdge(searched, start, -1, first - firstLetter);
  }
  if (last < endLetter - 1 && isLineEdge(pattern.codes[pattern.exactEnd])) {
    end = nearLineEdge(searched, end, 1, endLetter - 1 - last);
  }
  return { start, end };
}

/** Letters by which other words at the end of a line may be more than those in whose stead they are. */
const moreLetters = 2;

/**
 * The end of the line where it is near: a passage that filled its line still does when the words at
 * its end were replaced by about as many.
 */
function nearLineEdge(
  searched: SearchableTexts,
  from: number,
  step: 1 | -1,
  lostLetters: number,
): number {
  let letters = 0;
  let at = from;
  for (;;) {
    const code = searched.codes[step === 1 ? at : at - 1];
    if (isLineEdge(code)) return at;
    if (isLetter(code ?? 0)) letters += 1;
    if (letters > lostLetters + moreLetters) return from;
    at += step;
  }
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
  const gap = { after: next - 1, before: next };
  return {
    start: boundaryAt(pattern, searched, gap, place, pattern.exactStart).right,
    end: boundaryAt(pattern, searched, gap, place, pattern.exactEnd).left,
  };
}

/** The marks of the pattern between two of its letters; those of letters lost between count too. */
interface Gap {
  /** Letters; the one after the last, and -1, stand for the pattern's ends. */
  readonly after: number;
  readonly before: number;
}

/**
 * Where a boundary among the marks of a gap stands among the marks before a letter of the texts.
 */
function boundaryAt(
  pattern: Pattern,
  searched: SearchableTexts,
  { after, before }: Gap,
  textLetter: number,
  boundary: number,
): { readonly left: number; readonly right: number } {
  const patternStart = after < 0 ? 0 : (pattern.letterPlaces[after] ?? 0) + 1;
  const patternEnd = pattern.letterPlaces[before] ?? pattern.codes.length;
  const marks: number[] = [];
  let marksBefore = 0;
  for (let at = patternStart; at < patternEnd; at += 1) {
    const code = pattern.codes[at] ?? 0;
    if (isLetter(code)) continue;
    marks.push(code);
    if (at < boundary) marksBefore += 1;
  }
  const textStart = textLetter === 0 ? 0 : (searched.letterPlaces[textLetter - 1] ?? 0) + 1;
  const textEnd = searched.letterPlaces[textLetter] ?? searched.codes.length;
  const { left, right } = alignBoundary(
    Uint32Array.from(marks),
    searched.codes.subarray(textStart, textEnd),
    marksBefore,
  );
  return { left: textStart + left, right: textStart + right };
}

/** Letters at either edge of a passage that must stand together. */
const attachedLetters = 4;

/** Whether a letter stands, or a single misread one does between two that stand. */
function isClear({ places, isSame }: LetterAlignment, letter: number): boolean {
  const place = places[letter] ?? -1;
  if (place < 0 || isSame[letter] === 1) return place >= 0;
  return [letter - 1, letter + 1].every(
    (other) =>
      other === -1 ||
      other === places.length ||
      (isSame[other] === 1 && places[other] === place + other - letter),
  );
}

/** Takes letters at the ends of the quotation that were replaced rather than misread for lost. */
export function dropUnclearEnds(
  { firstLetter, endLetter }: Pattern,
  alignment: LetterAlignment,
): void {
  const { places } = alignment;
  for (let at = firstLetter; at < endLetter && !isClear(alignment, at); at += 1) places[at] = -1;
  for (let at = endLetter - 1; at >= firstLetter && !isClear(alignment, at); at -= 1)
    places[at] = -1;
}

/**
 * Whether the quotation's first and last letters stand beside their neighbours, and its marks before and after them: the same
 * ones, or as many where the context beyond them stands too.
 */
export function hasClearEdges(
  pattern: Pattern,
  searched: SearchableTexts,
  { places }: LetterAlignment,
  { start, end }: Edges,
): boolean {
  const { firstLetter, endLetter, letterPlaces } = pattern;
  if (firstLetter === endLetter) return true;
  const first = places[firstLetter] ?? -1;
  const last = places[endLetter - 1] ?? -1;
  if (first < 0 || last < 0) return false;
  // A few letters by themselves at an edge may stand there by chance.
  const attached = Math.min(attachedLetters, endLetter - firstLetter) - 1;
  if (places[firstLetter + attached] !== first + attached) return false;
  if (places[endLetter - 1 - attached] !== last - attached) return false;
  const firstCode = searched.letterPlaces[first] ?? 0;
  const lastCode = (searched.letterPlaces[last] ?? 0) + 1;
  const marksBefore = pattern.codes.subarray(pattern.exactStart, letterPlaces[firstLetter]);
  const marksAfter = pattern.codes.subarray(
    (letterPlaces[endLetter - 1] ?? 0) + 1,
    pattern.exactEnd,
  );
  return (
    (places[firstLetter - 1] === first - 1 ||
      areEqual(marksBefore, searched.codes.subarray(start, firstCode))) &&
    (places[endLetter] === last + 1 || areEqual(marksAfter, searched.codes.subarray(lastCode, end)))
  );
}

function areEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((code, k) => code === b[k]);
}

/** Whether a code point is where a line ends, or the text. */
export function isLineEdge(code: number | undefined): boolean {
  return code === undefined || code === lineFeed || code > 0x10ffff;
}
