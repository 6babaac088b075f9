import type { UnitJoin } from './match-joins.ts';
import type { PageUnit } from './page-unit.ts';
import { enumerator } from './paragraph-edges.ts';
import type { StoryHead } from './story-head.ts';

/** The reading order of one story's units. */
export interface StoryOrder {
  /** Indexes of units. */
  readonly sequence: readonly number[];
  /** Places where the order departs from that of the source: the unit after each, with its reason. */
  readonly moves: readonly { readonly unit: number; readonly confidence: number }[];
}

interface Piece {
  readonly units: readonly number[];
}

const mostPieces = 11;

/**
 * Orders a story: its units in source order are cut where the page may have torn them, and of all
 * arrangements of the pieces the one with the best sum of joins, beginnings, counted points and
 * kept neighbourhoods is taken (dynamic programming over sets of pieces).
 */
export function orderStory(
  units: readonly PageUnit[],
  members: readonly number[],
  head: StoryHead,
  joins: readonly UnitJoin[],
  sections: ReadonlyMap<number, number>,
): StoryOrder {
  const pieces = limitPieces(cutPieces(units, members, head, joins, sections), joins);
  if (pieces.length < 2) return { sequence: members, moves: [] };
  const count = pieces.length;
  const follow = pieces.map((left) =>
    pieces.map((right) => followScore(units, left, right, joins, head)),
  );
  const before = pieces.map((left) => pieces.map((right) => precedence(units, left, right)));
  const first = pieces.map((piece, at) => firstScore(units, piece, at, head, sections));
  const best = new Map<number, { score: number; previous: number }>();
  const key = (set: number, last: number): number => set * 16 + last;
  for (let piece = 0; piece < count; piece++) {
    best.set(key(1 << piece, piece), { score: first[piece] ?? 0, previous: -1 });
  }
  for (let set = 1; set < 1 << count; set++) {
    for (let last = 0; last < count; last++) {
      const state = best.get(key(set, last));
      if (!state) continue;
      for (let next = 0; next < count; next++) {
        if ((set & (1 << next)) !== 0) continue;
        let score = state.score + (follow[last]?.[next] ?? 0);
        for (let other = 0; other < count; other++) {
          if ((set & (1 << other)) !== 0) score += before[other]?.[next] ?? 0;
        }
        const at = key(set | (1 << next), next);
        if (score > (best.get(at)?.score ?? -Infinity)) best.set(at, { score, previous: last });
      }
    }
  }
  return readOrder(pieces, best, key, follow);
}

function readOrder(
  pieces: readonly Piece[],
  best: ReadonlyMap<number, { score: number; previous: number }>,
  key: (set: number, last: number) => number,
  follow: readonly (readonly number[])[],
): StoryOrder {
  let set = (1 << pieces.length) - 1;
  let last = 0;
  for (let piece = 1; piece < pieces.length; piece++) {
    const score = best.get(key(set, piece))?.score ?? -Infinity;
    if (score > (best.get(key(set, last))?.score ?? -Infinity)) last = piece;
  }
  const order: number[] = [];
  while (last >= 0) {
    order.unshift(last);
    const previous = best.get(key(set, last))?.previous ?? -1;
    set &= ~(1 << last);
    last = previous;
  }
  const moves: { unit: number; confidence: number }[] = [];
  order.forEach((piece, at) => {
    const previous = order[at - 1];
    const unit = pieces[piece]?.units[0];
    if (unit === undefined) return;
    const isMoved = previous === undefined ? piece !== 0 : piece !== previous + 1;
    const link = previous === undefined ? 1 : (follow[previous]?.[piece] ?? 0);
    if (isMoved) moves.push({ unit, confidence: Math.max(0.3, Math.min(0.97, 0.5 + link / 12)) });
  });
  return { sequence: order.flatMap((piece) => pieces[piece]?.units ?? []), moves };
}

/** Cuts the units of a story wherever the page may have torn them apart. */
function cutPieces(
  units: readonly PageUnit[],
  members: readonly number[],
  head: StoryHead,
  joins: readonly UnitJoin[],
  sections: ReadonlyMap<number, number>,
): Piece[] {
  const pieces: number[][] = [];
  const joined = new Map(joins.map((join) => [join.first, join.second]));
  const continued = new Set(joins.map((join) => join.second));
  members.forEach((member, at) => {
    const previous = members[at - 1];
    const unit = units[member];
    if (previous === undefined || !unit) {
      pieces.push([member]);
      return;
    }
    const isGap = member - previous > 1 && hasForeignBetween(units, previous, member);
    const isAcrossHead = head.headlines.length > 0 && previous < head.start && member >= head.end;
    const isTornAway =
      (joined.has(previous) && joined.get(previous) !== member) ||
      (continued.has(member) && joined.get(previous) !== member);
    const isSection = sections.has(member);
    const isBoxEdge = unit.boxStart === member;
    const isStart =
      unit.lead !== null || (unit.role === 'byline' && units[previous]?.role !== 'byline');
    const point = enumerator(unit.plain);
    const isCounted = point !== null && point.place === 1 && unit.role === 'heading';
    if (isGap || isAcrossHead || isTornAway || isSection || isBoxEdge || isStart || isCounted) {
      pieces.push([member]);
    } else pieces.at(-1)?.push(member);
  });
  return pieces.map((list) => ({ units: list }));
}

function hasForeignBetween(units: readonly PageUnit[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const role = units[at]?.role;
    if (role !== 'furniture' && role !== 'separator' && role !== 'jump') return true;
  }
  return false;
}

/** Glues the neighbours that are torn least until few enough are left. */
function limitPieces(pieces: Piece[], joins: readonly UnitJoin[]): Piece[] {
  const torn = new Set(
    joins.flatMap((join) => (join.second === join.first + 1 ? [] : [join.first, join.second])),
  );
  const list = [...pieces];
  while (list.length > mostPieces) {
    let at = list.findIndex((piece, index) => {
      const next = list[index + 1];
      const last = piece.units.at(-1) ?? -1;
      return next !== undefined && !torn.has(last) && !torn.has(next.units[0] ?? -1);
    });
    if (at < 0) at = list.length - 2;
    const left = list[at];
    const right = list[at + 1];
    if (!left || !right) break;
    list.splice(at, 2, { units: [...left.units, ...right.units] });
  }
  return list;
}

/** How well one piece follows another directly. */
function followScore(
  units: readonly PageUnit[],
  left: Piece,
  right: Piece,
  joins: readonly UnitJoin[],
  head: StoryHead,
): number {
  const last = left.units.at(-1) ?? 0;
  const next = right.units[0] ?? 0;
  const join = joins.find((one) => one.first === last && one.second === next);
  let score = 0;
  if (join) score += 6 + 6 * join.confidence;
  else {
    if (joins.some((one) => one.first === last)) score -= 5;
    if (joins.some((one) => one.second === next)) score -= 5;
  }
  if (last < next) {
    const isClose = !hasForeignBetween(units, last, next);
    score += isClose ? 3 : 1.5;
    if (head.headlines.length > 0 && last < head.start && next >= head.end) score -= 0.5;
  }
  return score;
}

/** Gain of one piece standing anywhere before another: counted points and the order of the source. */
function precedence(units: readonly PageUnit[], left: Piece, right: Piece): number {
  let score = (left.units[0] ?? 0) < (right.units[0] ?? 0) ? 0.35 : 0;
  const points = (piece: Piece) =>
    piece.units.flatMap((at) => {
      const unit = units[at];
      const point = unit ? enumerator(unit.plain) : null;
      return point ? [{ ...point, isHeading: unit?.role === 'heading' }] : [];
    });
  score += seriesLink(points(left), points(right));
  score -= seriesLink(points(right), points(left));
  return score;
}

interface CountedPoint {
  readonly series: string;
  readonly place: number;
  readonly isHeading: boolean;
}

/** Whether a series that stops in one piece goes on in the other. */
function seriesLink(left: readonly CountedPoint[], right: readonly CountedPoint[]): number {
  for (const isHeading of [true, false]) {
    for (const series of new Set(left.map((point) => point.series))) {
      const places = (points: readonly CountedPoint[]): number[] =>
        points
          .filter((point) => point.series === series && point.isHeading === isHeading)
          .map(({ place }) => place);
      const mine = places(left);
      const theirs = places(right);
      if (mine.length > 0 && theirs.length > 0 && Math.max(...mine) + 1 === Math.min(...theirs)) {
        return 2.5;
      }
    }
  }
  return 0;
}

function firstScore(
  units: readonly PageUnit[],
  piece: Piece,
  at: number,
  head: StoryHead,
  sections: ReadonlyMap<number, number>,
): number {
  const first = units[piece.units[0] ?? 0];
  if (!first) return 0;
  let score = at === 0 ? 0.5 : 0;
  if (piece.units.some((member) => units[member]?.lead ?? units[member]?.role === 'byline'))
    score += 5;
  if (first.boxKind === 'abstract') score += 4;
  if (first.boxKind === 'participants') score += 1.5;
  if (sections.has(first.index)) score -= 2;
  if (first.index === head.end) score += 1.5;
  if (first.orphanhood > 0.5) score -= 2;
  return score;
}
