import type { Pattern } from './pattern.ts';
import { seedLength, type SearchableTexts } from './searchable-texts.ts';

/** Letters of the pattern that stand in a text one after the other, as long as they go. */
export interface Run {
  /** First letter of the pattern. */
  readonly pattern: number;
  /** First letter of the texts. */
  readonly text: number;
  readonly length: number;
}

/** More runs than this and the shortest are left out: nothing hostile shall take long. */
const mostRuns = 4000;
/** So many letters are compared at most: what repeats itself without end is made to be slow. */
const mostComparisons = 3_000_000;
/** Longer patterns are looked for by so many seeds, evenly spread. */
const mostSeeds = 4000;
/** Patterns of many letters are found by longer runs; short ones would be chance. */
function shortestRun(letters: number): number {
  if (letters < 600) return seedLength;
  return letters < 4000 ? 6 : 12;
}

/** All runs of a pattern in the texts, by their place in the texts. */
export function findRuns(pattern: Pattern, searched: SearchableTexts): readonly Run[] {
  const { letters } = pattern;
  const target = searched.letters;
  /** By diagonal, where the last run on it ends in the texts. */
  const ends = new Map<number, number>();
  const shortest = shortestRun(letters.length);
  let runs: Run[] = [];
  let comparisons = 0;
  const step = Math.ceil(letters.length / mostSeeds);
  for (let at = 0; at + seedLength <= letters.length && comparisons < mostComparisons; at += step) {
    const [a = 0, b = 0, c = 0] = [letters[at], letters[at + 1], letters[at + 2]];
    searched.eachSeed(a, b, c, (place) => {
      const diagonal = place - at;
      const floor = ends.get(diagonal) ?? 0;
      comparisons += 1;
      if (place < floor || comparisons > mostComparisons) return;
      let back = 0;
      while (
        at - back > 0 &&
        place - back > floor &&
        letters[at - back - 1] === target[place - back - 1]
      ) {
        back += 1;
      }
      let end = seedLength;
      while (at + end < letters.length && letters[at + end] === target[place + end]) end += 1;
      comparisons += back + end;
      ends.set(diagonal, place + end);
      const run = { pattern: at - back, text: place - back, length: back + end };
      if (run.length >= shortest) runs.push(run);
    });
  }
  if (runs.length > mostRuns) {
    runs = runs.sort((a, b) => b.length - a.length).slice(0, mostRuns);
  }
  return runs.sort((a, b) => a.text - b.text || a.pattern - b.pattern);
}
