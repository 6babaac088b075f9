import type { PageUnit } from './page-unit.ts';
import {
  cannotStart,
  closesUnopened,
  enumerator,
  openMarks,
  startsAnew,
} from './paragraph-edges.ts';
import { seamOdds } from './seam-odds.ts';
import type { WordTable } from './word-table.ts';
import { danglingCost, seamGain, seamSeenElsewhere } from './word-likelihood.ts';

/** What a pair of units shows for or against being parts of one paragraph. */
export type JoinSignal =
  | 'always'
  | 'torn-end'
  | 'torn-surely'
  | 'ends-at-comma'
  | 'ends-after-date'
  | 'word-left-open'
  | 'cannot-start'
  | 'odd-start'
  | 'starts-anew'
  | 'has-lead'
  | 'word-across'
  | 'number-across'
  | 'words-follow'
  | 'words-clash'
  | 'seen-elsewhere'
  | 'seen-once'
  | 'quotation-closes'
  | 'quotation-unopened'
  | 'quotation-stays-open'
  | 'starts-quotation'
  | 'quoted-both'
  | 'line-before-open'
  | 'line-with-gaps'
  | 'both-short'
  | 'both-lines'
  | 'line-under-heading'
  | 'neighbours'
  | 'tight'
  | 'apart-by-no-text'
  | 'apart-by-heading'
  | 'behind-sound-text'
  | 'behind-torn-text'
  | 'behind-heading'
  | 'behind-byline'
  | 'behind-block'
  | 'before-text'
  | 'before-seam'
  | 'before-new-start'
  | 'distance'
  | 'backward'
  | 'series-goes-on'
  | 'shared-terms';

export type JoinSignals = Readonly<Record<JoinSignal, number>>;

/** What a join is weighed against. */
export interface JoinSurroundings {
  readonly units: readonly PageUnit[];
  /** The folded text of the page, units apart by line feeds. */
  readonly pagePlain: string;
  readonly table: WordTable;
  /** The share of paragraphs on this page that end with closing punctuation. */
  readonly closedShare: number;
  /** On how many units each term stands. */
  readonly termCounts: ReadonlyMap<number, number>;
}

/** The signals of `second` going on where `first` is torn off. */
export function joinSignals(
  first: PageUnit,
  second: PageUnit,
  surroundings: JoinSurroundings,
): JoinSignals {
  const { units, pagePlain, table, closedShare, termCounts } = surroundings;
  const is = (claim: boolean): number => (claim ? 1 : 0);
  const trust = Math.max(0.15, Math.min(1, (closedShare - 0.3) / 0.5));
  const before = first.plain;
  const after = second.plain;
  const gain = Math.min(6, seamGain(before, after, table));
  const isPair = /[”》]$/u.test(before) && /^[“《]/u.test(after);
  const odds = gain > 0.5 || isPair ? 0 : Math.max(-4, Math.min(4, seamOdds(before, after, table)));
  const isEdgeOdd = first.openness > 0.4 || second.orphanhood > 0.4;
  const seen = isEdgeOdd ? seamSeenElsewhere(before, after, pagePlain) : 0;
  const open = openMarks(before);
  const closes = closesUnopened(after);
  const isLine = !/[，。；：！？]/u.test(before);
  return {
    always: 1,
    'torn-end': first.openness * trust,
    'torn-surely': is(first.openness >= 0.9) * trust,
    'ends-at-comma': is(/[，、“‘（《]$/u.test(before)),
    'ends-after-date': is(
      /(?:\d年|\d月|\d日)$/u.test(before) && /^[\u3400-\u9fff\d，]/u.test(after),
    ),
    'word-left-open': gain < 0.5 ? Math.min(4, danglingCost(before, table)) : 0,
    'cannot-start': is(cannotStart.test(after)),
    'odd-start': cannotStart.test(after) ? 0 : second.orphanhood,
    'starts-anew': is(startsAnew(after)),
    'has-lead': is(second.lead !== null),
    'word-across': gain,
    'number-across': is(
      /\d$/u.test(before) && /^[年月日时分元万亿个人名公米吨%％倍位岁余多.\d号路℃∶:]/u.test(after),
    ),
    'words-follow': Math.max(0, odds),
    'words-clash': Math.min(0, odds),
    'seen-elsewhere': is(seen >= 2) * (seen - 1),
    'seen-once': is(seen === 1),
    'quotation-closes': is(open > 0 && closes),
    'quotation-unopened': is(open <= 0 && closes),
    'quotation-stays-open': is(open > 0 && !closes && openMarks(after) >= 0),
    'starts-quotation': is(/[\u3400-\u9fff\d]$/u.test(before) && after.startsWith('“')),
    'quoted-both': is(isPair),
    'line-before-open': is(isLine && second.openness > 0.2),
    'line-with-gaps': is(isLine && /\S\s+\S/u.test(before)),
    'both-short': is(before.length <= 8 && after.length <= 8),
    // What is that short as a whole is a line of verse or of a list; paragraphs are longer.
    'both-lines': is(before.length + after.length <= 40 && !/[，。；]$/u.test(before)),
    'line-under-heading': is(
      isLine && before.length <= 16 && units[first.index - 1]?.role === 'heading',
    ),
    'shared-terms': sharedTerms(first, second, termCounts),
    ...placeSignals(first, second, units),
  };
}

type PlaceSignal =
  | 'neighbours'
  | 'tight'
  | 'apart-by-no-text'
  | 'apart-by-heading'
  | 'behind-sound-text'
  | 'behind-torn-text'
  | 'behind-heading'
  | 'behind-byline'
  | 'behind-block'
  | 'before-text'
  | 'before-seam'
  | 'before-new-start'
  | 'distance'
  | 'backward'
  | 'series-goes-on';

/** Where the two stand: torn edges meet at the seams of the page, not in flowing text. */
function placeSignals(
  first: PageUnit,
  second: PageUnit,
  units: readonly PageUnit[],
): Pick<JoinSignals, PlaceSignal> {
  const is = (claim: boolean | undefined): number => (claim === true ? 1 : 0);
  const between = units.slice(
    Math.min(first.index, second.index) + 1,
    Math.max(first.index, second.index),
  );
  const isForward = second.index > first.index;
  const isNext = isForward && between.length === 0;
  const isApart = isForward && !isNext && between.length <= 6 && !between.some(isText);
  const isFar = !isNext && !isApart;
  const previous = units[second.index - 1];
  const following = units[first.index + 1];
  const isAfterText = isText(previous) && previous !== first;
  return {
    neighbours: is(isNext && !second.isTight),
    tight: is(isNext && second.isTight),
    'apart-by-no-text': is(isApart),
    'apart-by-heading': is(isApart && between.some(({ role }) => role === 'heading')),
    'behind-sound-text': is(isFar && isAfterText && (previous?.openness ?? 0) < 0.4),
    'behind-torn-text': is(isFar && isAfterText && (previous?.openness ?? 0) >= 0.4),
    'behind-heading': is(isFar && previous?.role === 'heading'),
    'behind-block': is(isFar && (!previous || !(isText(previous) || isHeadline(previous.role)))),
    'behind-byline': is(previous?.role === 'byline' && previous !== first),
    'before-text': is(isFar && following && isText(following) && !startsAnew(following.plain)),
    'before-seam': is(isFar && !isText(following) && following?.role !== 'jump'),
    'before-new-start': is(isFar && following && isText(following) && startsAnew(following.plain)),
    distance: isFar ? Math.min(1, between.length / 50) : 0,
    backward: is(!isForward),
    'series-goes-on': isFar ? is(goesOnInSeries(units, first, second)) : 0,
  };
}

function isHeadline(role: PageUnit['role']): boolean {
  return role === 'heading' || role === 'byline';
}

function isText(unit: PageUnit | undefined): boolean {
  return unit?.role === 'paragraph' || unit?.role === 'speech' || unit?.role === 'bullet';
}

/** Whether the counted points before the first part go on with those behind the second. */
function goesOnInSeries(units: readonly PageUnit[], first: PageUnit, second: PageUnit): boolean {
  const mine = enumeratorsNear(units, first.index, -1);
  const theirs = enumeratorsNear(units, second.index, 1);
  const next = theirs.find(({ series }) => mine.some((one) => one.series === series));
  const last = mine.find(({ series }) => series === next?.series);
  return next !== undefined && last !== undefined && next.place === last.place + 1;
}

function enumeratorsNear(
  units: readonly PageUnit[],
  from: number,
  step: number,
): readonly { readonly series: string; readonly place: number }[] {
  const found: { series: string; place: number }[] = [];
  for (let count = 0, at = from; count < 3; count++, at += step) {
    const unit = units[at];
    if (unit?.role !== 'paragraph') break;
    const point = enumerator(unit.plain);
    if (point) found.push(point);
  }
  return found;
}

/** The weight of rare terms in both texts, up to 4. */
function sharedTerms(
  first: PageUnit,
  second: PageUnit,
  termCounts: ReadonlyMap<number, number>,
): number {
  const mine = new Set(first.terms.ids);
  let shared = 0;
  second.terms.ids.forEach((id, at) => {
    if (!mine.has(id)) return;
    shared += (second.terms.weights[at] ?? 0) / Math.max(1, (termCounts.get(id) ?? 2) - 1);
  });
  return Math.min(4, shared);
}
