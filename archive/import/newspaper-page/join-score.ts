import type { PageUnit } from './page-unit.ts';
import { closesUnopened, enumerator, openMarks, startsAnew } from './paragraph-edges.ts';
import type { WordTable } from './word-table.ts';
import { danglingCost, seamGain, seamSeenElsewhere } from './word-likelihood.ts';

/** One weighed reason for or against reading two units as one paragraph. */
export interface JoinReason {
  readonly name:
    | 'torn-end'
    | 'start-cannot-stand'
    | 'word-across'
    | 'seen-elsewhere'
    | 'only-continuation'
    | 'quotation-closes'
    | 'quotation-open'
    | 'series-goes-on'
    | 'neighbours'
    | 'distance'
    | 'lines'
    | 'flowing-start'
    | 'flowing-end'
    | 'starts-anew'
    | 'word-left-open'
    | 'same-story'
    | 'other-story';
  readonly weight: number;
}

export interface JoinScore {
  /** Natural logarithm of the odds. */
  readonly score: number;
  readonly reasons: readonly JoinReason[];
}

/** What a join is weighed against. */
export interface JoinSurroundings {
  readonly units: readonly PageUnit[];
  /** The folded text of the page, units apart by line feeds. */
  readonly pagePlain: string;
  readonly table: WordTable;
  /** The share of paragraphs on this page that end with closing punctuation. */
  readonly closedShare: number;
}

const prior = -3.4;

/** Weighs whether `first`, whose end is torn, goes on with `second`. */
export function scoreJoin(
  first: PageUnit,
  second: PageUnit,
  surroundings: JoinSurroundings,
): JoinScore {
  const { units, pagePlain, table, closedShare } = surroundings;
  const reasons: JoinReason[] = [];
  const add = (name: JoinReason['name'], weight: number): void => {
    if (weight !== 0) reasons.push({ name, weight });
  };
  const trust = Math.max(0.15, Math.min(1, (closedShare - 0.3) / 0.5));
  add('torn-end', 3.2 * first.openness * trust);
  if (second.orphanhood > 0) add('start-cannot-stand', 4 * second.orphanhood);
  // 根|据 across the page is chance, not a word.
  const isChance = startsAnew(second.plain) && second.index !== first.index + 1;
  const gain = seamGain(first.plain, second.plain, table) * (isChance ? 0.3 : 1);
  add('word-across', gain > 0.5 ? Math.min(6, gain * 0.9) : 0);
  if (first.openness > 0.4 || second.orphanhood > 0.4) {
    const seen = seamSeenElsewhere(first.plain, second.plain, pagePlain);
    add('seen-elsewhere', seen >= 3 ? 2.5 : seen === 2 ? 1.6 : seen === 1 && gain > 0.5 ? 0.5 : 0);
  }
  addMarkReasons(first, second, add);
  const dangling = danglingCost(first.plain, table);
  if (gain < 0.5 && dangling > 0) add('word-left-open', -Math.min(2.5, dangling * 0.8));
  if (startsAnew(second.plain) || second.lead) add('starts-anew', second.lead ? -6 : -2.6);
  const isLine = !/[，。；：！？]/u.test(first.plain);
  if (isLine && second.openness > 0.2) add('lines', -2);
  if (isLine && /\S\s+\S/u.test(first.plain)) add('lines', -1.6);
  if (first.plain.length <= 8 && second.plain.length <= 8) add('lines', -4);
  const isUnderHeading = units[first.index - 1]?.role === 'heading';
  if (isLine && isUnderHeading && first.plain.length <= 16) add('lines', -2);
  if (first.openness >= 0.9) add('torn-end', 0.8 * trust);
  addPlaceReasons(first, second, units, add);
  return { score: reasons.reduce((sum, reason) => sum + reason.weight, prior), reasons };
}

function addMarkReasons(
  first: PageUnit,
  second: PageUnit,
  add: (name: JoinReason['name'], weight: number) => void,
): void {
  const open = openMarks(first.plain);
  const closes = closesUnopened(second.plain);
  if (open > 0 && closes) add('quotation-closes', 4.5);
  else if (closes) add('quotation-open', -2.5);
  else if (open > 0 && openMarks(second.plain) >= 0 && first.openness > 0.4)
    add('quotation-open', -0.8);
  if (/[”》]$/u.test(first.plain) && /^[“《]/u.test(second.plain)) add('series-goes-on', 1.4);
  else if (/[\u3400-\u9fff\d]$/u.test(first.plain) && second.plain.startsWith('“')) {
    add('starts-anew', /[的为是和与以及说道称]$/u.test(first.plain) ? 0.8 : -1.2);
  }
  if (
    /\d$/u.test(first.plain) &&
    /^[年月日时分元万亿个人名公米吨%％倍位岁余多.\d]/u.test(second.plain)
  ) {
    add('word-across', 3);
  }
  if (/(?:\d年|\d月|\d日)$/u.test(first.plain) && /^[\u3400-\u9fff\d，]/u.test(second.plain))
    add('torn-end', 0.6);
}

/** Reasons from where the two stand: torn edges meet at the seams of the page, not in flowing text. */
function addPlaceReasons(
  first: PageUnit,
  second: PageUnit,
  units: readonly PageUnit[],
  add: (name: JoinReason['name'], weight: number) => void,
): void {
  const between = units.slice(
    Math.min(first.index, second.index) + 1,
    Math.max(first.index, second.index),
  );
  const isForward = second.index > first.index;
  const isText = (unit: PageUnit | undefined): boolean =>
    unit?.role === 'paragraph' || unit?.role === 'speech' || unit?.role === 'bullet';
  if (isForward && between.length === 0) {
    add('neighbours', second.isTight ? -0.5 : 2.2);
    return;
  }
  if (isForward && between.length <= 6 && !between.some(isText)) {
    add('neighbours', 1.9);
    return;
  }
  const previous = units[second.index - 1];
  const isFlowing = isText(previous) && (previous?.openness ?? 0) < 0.4;
  if (isFlowing) add('flowing-start', second.orphanhood > 0.7 ? -0.5 : -2);
  const following = units[first.index + 1];
  const isAtSeam = following === undefined || (!isText(following) && following.role !== 'jump');
  if (previous?.role === 'heading') add('flowing-start', isAtSeam ? -1.6 : -2.4);
  // Under the names of its authors a story begins.
  if (previous?.role === 'byline') add('starts-anew', -3.5);
  if (isAtSeam && first.openness >= 0.9) add('torn-end', 0.4);
  if (isText(following) && following && !startsAnew(following.plain)) add('flowing-end', -1.4);
  add('distance', -Math.min(2, 0.035 * between.length) - (isForward ? 0 : 0.5));
  const mine = enumeratorsNear(units, first.index, -1);
  const theirs = enumeratorsNear(units, second.index, 1);
  const next = theirs.find(({ series }) => mine.some((one) => one.series === series));
  const last = mine.find(({ series }) => series === next?.series);
  if (next && last && next.place === last.place + 1) add('series-goes-on', 3);
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
