import type { PairScores } from './match-joins.ts';

/** How likely pairs of units are one paragraph, rivals for the same end or start weighed. */
export interface JoinChances {
  /** 0 to 0.9999. */
  readonly of: (first: number, second: number) => number;
  /** Every unit that the given one may be joined to, before or behind, with the chance. */
  readonly around: (unit: number) => readonly (readonly [number, number])[];
  /** By first and second unit. */
  readonly all: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

const least = 0.02;

/**
 * A torn end goes on at one start and a start continues one end: the odds of a pair are shared with
 * those of its rivals and with that of being joined to nothing.
 */
export function joinChances(pairs: PairScores): JoinChances {
  const ofFirst = new Map<number, number>();
  const ofSecond = new Map<number, number>();
  for (const [first, row] of pairs) {
    for (const [second, { score }] of row) {
      const odds = Math.exp(Math.min(20, score));
      ofFirst.set(first, (ofFirst.get(first) ?? 1) + odds);
      ofSecond.set(second, (ofSecond.get(second) ?? 1) + odds);
    }
  }
  const all = new Map<number, Map<number, number>>();
  const near = new Map<number, [number, number][]>();
  const note = (unit: number, other: number, chance: number): void => {
    const list = near.get(unit);
    if (list) list.push([other, chance]);
    else near.set(unit, [[other, chance]]);
  };
  for (const [first, row] of pairs) {
    const chances = new Map<number, number>();
    for (const [second, { score }] of row) {
      const odds = Math.exp(Math.min(20, score));
      const chance = odds / Math.max(ofFirst.get(first) ?? 1, ofSecond.get(second) ?? 1);
      if (chance < least) continue;
      const capped = Math.min(0.9999, chance);
      chances.set(second, capped);
      note(first, second, capped);
      note(second, first, capped);
    }
    if (chances.size > 0) all.set(first, chances);
  }
  return {
    of: (first, second) => all.get(first)?.get(second) ?? 0,
    around: (unit) => near.get(unit) ?? [],
    all,
  };
}
