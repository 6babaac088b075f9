import type { Pattern } from './pattern.ts';
import type { Run } from './runs.ts';
import type { SearchableTexts } from './searchable-texts.ts';

/** Which letter of the texts each letter of a pattern became. */
export interface LetterAlignment {
  /** By letter of the pattern: the letter of the texts, or -1 where it is gone. */
  readonly places: Int32Array;
  /** By letter of the pattern: whether it is still the same letter. */
  readonly isSame: Uint8Array;
}

/** Gaps of more cells than this are left unaligned. */
const mostCells = 10_000;
const replaceCost = 1;
const skipCost = 0.75;
/** More letters than this in a row are misread only if a good part of them is the same. */
const mostMisread = 2;
const leastSame = 0.4;
/** At the ends of a chain this many letters may be misread. */
const farthestGuess = 2;

/** Aligns all letters of a pattern along a chain of runs; small gaps between runs by edit distance. */
export function alignLetters(
  pattern: Pattern,
  searched: SearchableTexts,
  runs: readonly Run[],
): LetterAlignment {
  const places = new Int32Array(pattern.letters.length).fill(-1);
  const isSame = new Uint8Array(pattern.letters.length);
  alignEnds(pattern, searched, runs, { places, isSame });
  let previous: Run | undefined;
  for (const run of runs) {
    if (previous) {
      alignGap(
        { places, isSame },
        { letters: pattern.letters, start: previous.pattern + previous.length, end: run.pattern },
        { letters: searched.letters, start: previous.text + previous.length, end: run.text },
      );
    }
    for (let k = 0; k < run.length; k += 1) {
      places[run.pattern + k] = run.text + k;
      isSame[run.pattern + k] = 1;
    }
    previous = run;
  }
  guessEnds(pattern, searched, runs, places);
  dropTornEnds(pattern, places);
  return { places, isSame };
}

/** A pattern without prefix began its text, one without suffix ended it: so far its letters go. */
function alignEnds(
  pattern: Pattern,
  searched: SearchableTexts,
  runs: readonly Run[],
  alignment: LetterAlignment,
): void {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return;
  const text = searched.textAt(searched.letterPlaces[first.text] ?? 0);
  if (pattern.firstLetter === 0) {
    const start = searched.lettersBefore(searched.textStart(text));
    alignGap(
      alignment,
      { letters: pattern.letters, start: 0, end: first.pattern },
      { letters: searched.letters, start, end: first.text },
    );
  }
  if (pattern.endLetter === pattern.letters.length) {
    const end = searched.lettersBefore(searched.textEnd(text));
    alignGap(
      alignment,
      { letters: pattern.letters, start: last.pattern + last.length, end: pattern.letters.length },
      { letters: searched.letters, start: last.text + last.length, end },
    );
  }
}

interface Stretch {
  readonly letters: Uint32Array;
  readonly start: number;
  readonly end: number;
}

function alignGap({ places, isSame }: LetterAlignment, from: Stretch, to: Stretch): void {
  const rows = from.end - from.start;
  const columns = to.end - to.start;
  if (rows <= 0 || columns <= 0 || rows * columns > mostCells) return;
  const width = columns + 1;
  const costs = new Float64Array((rows + 1) * width);
  for (let c = 1; c <= columns; c += 1) costs[c] = c * skipCost;
  const same = (r: number, c: number): boolean =>
    from.letters[from.start + r] === to.letters[to.start + c];
  for (let r = 1; r <= rows; r += 1) {
    costs[r * width] = r * skipCost;
    for (let c = 1; c <= columns; c += 1) {
      const replaced =
        (costs[(r - 1) * width + c - 1] ?? 0) + (same(r - 1, c - 1) ? 0 : replaceCost);
      const skipped =
        Math.min(costs[(r - 1) * width + c] ?? 0, costs[r * width + c - 1] ?? 0) + skipCost;
      costs[r * width + c] = Math.min(replaced, skipped);
    }
  }
  let r = rows;
  let c = columns;
  let sameLetters = 0;
  while (r > 0 && c > 0) {
    const isEqual = same(r - 1, c - 1);
    const cost = costs[r * width + c] ?? 0;
    if (cost === (costs[(r - 1) * width + c - 1] ?? 0) + (isEqual ? 0 : replaceCost)) {
      r -= 1;
      c -= 1;
      places[from.start + r] = to.start + c;
      if (!isEqual) continue;
      isSame[from.start + r] = 1;
      sameLetters += 1;
    } else if (cost === (costs[(r - 1) * width + c] ?? 0) + skipCost) r -= 1;
    else c -= 1;
  }
  if (rows <= mostMisread || sameLetters >= rows * leastSame) return;
  // Not misread but other words: what was replaced has no place letter by letter.
  for (let at = from.start; at < from.end; at += 1) if (isSame[at] !== 1) places[at] = -1;
}

/**
 * A letter or two beyond the ends of a chain are taken for misread ones where the chain itself begins
 * or ends within the quotation, so that the quotation keeps its first and last letter.
 */
function guessEnds(
  pattern: Pattern,
  searched: SearchableTexts,
  runs: readonly Run[],
  places: Int32Array,
): void {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return;
  const textAt = (letter: number): number => searched.textAt(searched.letterPlaces[letter] ?? 0);
  const text = textAt(first.text);
  const headGap = first.pattern - pattern.firstLetter;
  const isFree = (letter: number): boolean =>
    letter >= 0 &&
    letter < searched.letters.length &&
    textAt(letter) === text &&
    // The wall after a text counts among its letters.
    (searched.letterPlaces[letter] ?? 0) < searched.textEnd(text);
  if (headGap > 0 && headGap <= farthestGuess && headGap < first.length) {
    for (let k = 1; k <= headGap && isFree(first.text - k); k += 1) {
      if ((places[first.pattern - k] ?? 0) >= 0) break;
      places[first.pattern - k] = first.text - k;
    }
  }
  const patternEnd = last.pattern + last.length;
  const tailGap = pattern.endLetter - patternEnd;
  if (tailGap > 0 && tailGap <= farthestGuess && tailGap < last.length) {
    const textEnd = last.text + last.length;
    for (let k = 0; k < tailGap && isFree(textEnd + k); k += 1) {
      if ((places[patternEnd + k] ?? 0) >= 0) break;
      places[patternEnd + k] = textEnd + k;
    }
  }
}

/** Between the parts of a passage, text as long as this part of it may stand before it is torn. */
const tearFrom = 0.5;
const shortestTear = 8;
/** A torn off end holds at most this part of the passage. */
const mostTornOff = 0.25;

/**
 * Where so much text came between a passage and a small end of it that the two do not belong together
 * any more, the end is taken for lost.
 */
function dropTornEnds({ firstLetter, endLetter }: Pattern, places: Int32Array): void {
  const length = endLetter - firstLetter;
  const tear = Math.max(shortestTear, length * tearFrom);
  const mostDropped = Math.floor(length * mostTornOff);
  let last = -1;
  let [dropBefore, dropFrom] = [firstLetter, endLetter];
  for (let at = firstLetter; at < endLetter; at += 1) {
    const place = places[at] ?? -1;
    if (place < 0) continue;
    const between = last < 0 ? 0 : place - (places[last] ?? 0) - (at - last);
    if (between > tear) {
      if (at - firstLetter <= mostDropped) dropBefore = at;
      else if (endLetter - at <= mostDropped && dropFrom === endLetter) dropFrom = last + 1;
    }
    last = at;
  }
  places.fill(-1, firstLetter, dropBefore);
  places.fill(-1, dropFrom, endLetter);
}
