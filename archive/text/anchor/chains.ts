import type { Run } from './runs.ts';

/** Runs in the order of both the pattern and a text. */
export interface Chain {
  readonly runs: readonly Run[];
  /** Letters less what the leaps between the runs cost. */
  readonly score: number;
}

/** How far back a run looks for the one before it. */
const lookBack = 160;
/** Letters that may have been put in or taken out between two runs. */
const longestLeap = 1200;

/** What it costs to go on after letters were put in or taken out: little, however many. */
function leapCost(letters: number): number {
  return letters === 0 ? 0 : 1.5 + Math.log2(letters);
}

/**
 * The best chains of runs, the best first; none shares a run with another. `textOf` tells the text
 * that a letter lies in: a chain never leaves one.
 */
export function findChains(
  runs: readonly Run[],
  textOf: (letter: number) => number,
  most: number,
): readonly Chain[] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const texts = runs.map(({ text }) => textOf(text));
  runs.forEach((run, k) => {
    let best = run.length;
    for (let j = k - 1; j >= Math.max(0, k - lookBack); j -= 1) {
      const other = runs[j];
      if (!other || texts[j] !== texts[k]) break;
      const leap = Math.abs(run.text - run.pattern - (other.text - other.pattern));
      if (leap > longestLeap || other.pattern >= run.pattern) continue;
      const overlap = Math.max(
        0,
        other.pattern + other.length - run.pattern,
        other.text + other.length - run.text,
      );
      if (overlap >= run.length) continue;
      const score = (scores[j] ?? 0) + run.length - overlap - leapCost(leap);
      if (score > best) {
        best = score;
        before[k] = j;
      }
    }
    scores[k] = best;
  });

  const order = runs.map((_, k) => k).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const taken = new Uint8Array(runs.length);
  const chains: Chain[] = [];
  for (const last of order) {
    if (chains.length === most) break;
    if (taken[last] === 1) continue;
    const found: Run[] = [];
    let at = last;
    for (; at >= 0 && taken[at] !== 1; at = before[at] ?? -1) {
      const run = runs[at];
      if (run) found.push(run);
      taken[at] = 1;
    }
    chains.push({
      runs: withoutOverlaps(found.reverse()),
      score: (scores[last] ?? 0) - (at >= 0 ? (scores[at] ?? 0) : 0),
    });
  }
  return chains;
}

/** Cuts the beginnings of runs that reach into the one before. */
function withoutOverlaps(runs: readonly Run[]): readonly Run[] {
  const cut: Run[] = [];
  for (const run of runs) {
    const last = cut.at(-1);
    const overlap = last
      ? Math.max(0, last.pattern + last.length - run.pattern, last.text + last.length - run.text)
      : 0;
    if (overlap >= run.length) continue;
    cut.push({
      pattern: run.pattern + overlap,
      text: run.text + overlap,
      length: run.length - overlap,
    });
  }
  return cut;
}
