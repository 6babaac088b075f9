import { bestMatching } from './best-matching.ts';
import type { JoinReason } from './join-score.ts';
import { scoreJoin } from './join-score.ts';
import type { JoinSurroundings } from './join-signals.ts';
import type { PageUnit } from './page-unit.ts';
import { endOpenness } from './paragraph-edges.ts';
import type { WordTable } from './word-table.ts';

/** Two units of the source that are read as one paragraph. */
export interface UnitJoin {
  readonly first: number;
  readonly second: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly JoinReason[];
}

/** What the caller knows for certain about a pair: accepted and undone joins, stories. */
export type PairBias = (first: number, second: number) => number;

/** Beyond this many torn paragraphs only neighbours within a window are weighed. */
const window = 8;
const fullSearch = 80;
/** Pairs less likely than this are not rivals either. */
const leastScore = -4.5;

/** What joins are weighed against on this page. */
export function joinSurroundings(units: readonly PageUnit[], table: WordTable): JoinSurroundings {
  const paragraphs = units.filter((unit) => unit.role === 'paragraph' && unit.plain.length > 20);
  const termCounts = new Map<number, number>();
  for (const unit of units) {
    for (const id of unit.terms.ids) termCounts.set(id, (termCounts.get(id) ?? 0) + 1);
  }
  const closed = paragraphs.filter((unit) => endOpenness(unit.plain) < 0.4).length;
  return {
    units,
    table,
    pagePlain: units.length > 3000 ? '' : units.map((unit) => unit.plain).join('\n'),
    termCounts,
    // Small pages say little: most close their paragraphs.
    closedShare: (closed + 4) / (paragraphs.length + 4.4),
  };
}

/** Scores of all pairs worth weighing, by first and second unit. */
export type PairScores = ReadonlyMap<
  number,
  ReadonlyMap<number, { score: number; reasons: readonly JoinReason[] }>
>;

/** Weighs every torn end against every start that may continue it. */
export function scorePairs(surroundings: JoinSurroundings): PairScores {
  const { units } = surroundings;
  const firsts = units.filter((unit) => canBeTorn(unit));
  const seconds = units.filter((unit) => canContinue(unit));
  const isLarge = firsts.length > fullSearch || seconds.length > 4 * fullSearch;
  const scores = new Map<number, ScoreRow>();
  let from = 0;
  for (const first of firsts) {
    const row: ScoreRow = new Map();
    while (isLarge && (seconds[from]?.index ?? Infinity) < first.index - window) from++;
    for (let at = from; at < seconds.length; at++) {
      const second = seconds[at];
      if (!second || (isLarge && second.index > first.index + window)) break;
      if (!isWorthWeighing(first, second)) continue;
      const found = scoreJoin(first, second, surroundings);
      if (found.score > leastScore) row.set(second.index, found);
    }
    if (row.size > 0) scores.set(first.index, row);
  }
  if (surroundings.closedShare > 0.6) favourClearLeads(units, scores);
  return scores;
}

const greatestLead = 4;
/** Found by logistic regression over the tuning pages: what the pair itself says, and its lead. */
const ownWeight = 0.64;
const leadWeight = 0.65;
const leadBase = -0.44;

/**
 * What is torn goes on somewhere: the clearer a continuation is better than every other, the
 * likelier it is; one that another excels is less likely than by itself.
 */
function favourClearLeads(units: readonly PageUnit[], scores: Map<number, ScoreRow>): void {
  for (const [first, row] of scores) {
    if ((units[first]?.openness ?? 0) < 0.8) continue;
    const sorted = [...row.values()].map(({ score }) => score).sort((a, b) => b - a);
    const [best = 0, second = -6] = sorted;
    for (const [index, { score, reasons }] of row) {
      const lead = score - (score === best ? second : best);
      const weight = leadWeight * Math.max(-greatestLead, Math.min(greatestLead, lead));
      row.set(index, {
        score: ownWeight * score + weight + leadBase,
        reasons: [...reasons, { name: 'only-continuation', weight }],
      });
    }
  }
}

/** A sound end is only ever continued by a neighbour that cannot stand alone. */
export function isWorthWeighing(first: PageUnit, second: PageUnit): boolean {
  if (second.index === first.index || !areOfOneKind(first, second)) return false;
  // What is that short as a whole is verse or a list.
  if (first.plain.length + second.plain.length < 30) return false;
  return first.openness >= 0.3 || (second.index === first.index + 1 && second.orphanhood >= 1);
}

type ScoreRow = Map<number, { score: number; reasons: readonly JoinReason[] }>;

/** Whether the unit is of a kind whose text may go on elsewhere. */
export function canBeTorn(unit: PageUnit): boolean {
  if (unit.role === 'box-line') return unit.openness >= 0.9 && unit.plain.length > 30;
  return unit.role === 'paragraph' || unit.role === 'speech' || unit.role === 'bullet';
}

/** Whether the unit is of a kind that may continue another. */
export function canContinue(unit: PageUnit): boolean {
  return unit.role === 'paragraph' || (unit.role === 'box-line' && unit.plain.length > 8);
}

function areOfOneKind(first: PageUnit, second: PageUnit): boolean {
  return (
    first.boxStart === second.boxStart || (first.role !== 'box-line' && second.role !== 'box-line')
  );
}

/**
 * The joins of a page: the matching of torn ends to continuations with the greatest sum of scores,
 * without rings.
 */
export function matchJoins(scores: PairScores, bias: PairBias): readonly UnitJoin[] {
  const joins: UnitJoin[] = [];
  for (const group of connectedGroups(scores)) {
    const columns = [...new Set(group.flatMap((first) => [...(scores.get(first)?.keys() ?? [])]))];
    const weights = group.map((first) =>
      columns.map((second) => {
        const found = scores.get(first)?.get(second);
        return found ? found.score + bias(first, second) : -1e6;
      }),
    );
    bestMatching(weights, columns.length).forEach((column, row) => {
      const first = group[row];
      const second = columns[column];
      const weight = weights[row]?.[column] ?? 0;
      if (first === undefined || second === undefined || weight <= 0) return;
      const reasons = scores.get(first)?.get(second)?.reasons ?? [];
      joins.push({ first, second, confidence: 1 / (1 + Math.exp(-weight)), reasons });
    });
  }
  return withoutRings(joins);
}

/** Torn ends that compete for the same continuations; no group grows past a bound of time. */
function connectedGroups(scores: PairScores): number[][] {
  const groupOfFirst = new Map<number, number[]>();
  const firstOfSecond = new Map<number, number>();
  for (const [first, row] of scores) {
    let group = [first];
    groupOfFirst.set(first, group);
    for (const second of row.keys()) {
      const rival = firstOfSecond.get(second);
      const other = rival === undefined ? undefined : groupOfFirst.get(rival);
      if (rival === undefined) firstOfSecond.set(second, first);
      if (!other || other === group || group.length + other.length > fullSearch) continue;
      other.push(...group);
      for (const member of group) groupOfFirst.set(member, other);
      group = other;
    }
  }
  return [...new Set(groupOfFirst.values())];
}

function withoutRings(joins: readonly UnitJoin[]): readonly UnitJoin[] {
  const next = new Map<number, number>();
  const kept: UnitJoin[] = [];
  const taken = new Set<number>();
  for (const join of [...joins].sort((a, b) => b.confidence - a.confidence)) {
    let at: number | undefined = join.second;
    while (at !== undefined && at !== join.first) at = next.get(at);
    if (at === join.first || taken.has(join.second) || next.has(join.first)) continue;
    next.set(join.first, join.second);
    taken.add(join.second);
    kept.push(join);
  }
  return kept.sort((a, b) => a.first - b.first);
}
