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
  return { start, end };
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

/**
 * Whether the quotation's first and last letters stand, or single misread ones in their stead, and no
 * mark before or after them was lost beside new text.
 */
export function hasClearEdges(
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

/** Whether a line, or the text, begins or ends at an index of some code points. */
export function isLineEdge(code: number | undefined): boolean {
  return code === undefined || code === lineFeed || code > 0x10ffff;
}
