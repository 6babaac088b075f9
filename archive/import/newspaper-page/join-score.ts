import type { JoinSignal, JoinSignals, JoinSurroundings } from './join-signals.ts';
import { joinSignals } from './join-signals.ts';
import { joinWeights } from './join-weights.ts';
import type { PageUnit } from './page-unit.ts';

/** One weighed reason for or against reading two units as one paragraph. */
export interface JoinReason {
  readonly name:
    | 'torn-end'
    | 'start-cannot-stand'
    | 'word-across'
    | 'words-follow'
    | 'seen-elsewhere'
    | 'only-continuation'
    | 'quotation-closes'
    | 'quotation-open'
    | 'series-goes-on'
    | 'shared-terms'
    | 'neighbours'
    | 'distance'
    | 'lines'
    | 'flowing-start'
    | 'flowing-end'
    | 'starts-anew'
    | 'word-left-open';
  readonly weight: number;
}

export interface JoinScore {
  /** Natural logarithm of the odds. */
  readonly score: number;
  readonly reasons: readonly JoinReason[];
}

const reasonOf: Readonly<Record<Exclude<JoinSignal, 'always'>, JoinReason['name']>> = {
  'torn-end': 'torn-end',
  'torn-surely': 'torn-end',
  'ends-at-comma': 'torn-end',
  'ends-after-date': 'torn-end',
  'word-left-open': 'word-left-open',
  'cannot-start': 'start-cannot-stand',
  'odd-start': 'start-cannot-stand',
  'starts-anew': 'starts-anew',
  'has-lead': 'starts-anew',
  'word-across': 'word-across',
  'number-across': 'word-across',
  'words-follow': 'words-follow',
  'words-clash': 'words-follow',
  'seen-elsewhere': 'seen-elsewhere',
  'seen-once': 'seen-elsewhere',
  'quotation-closes': 'quotation-closes',
  'quotation-unopened': 'quotation-open',
  'quotation-stays-open': 'quotation-open',
  'starts-quotation': 'starts-anew',
  'quoted-both': 'series-goes-on',
  'line-before-open': 'lines',
  'line-with-gaps': 'lines',
  'both-short': 'lines',
  'both-lines': 'lines',
  'line-under-heading': 'lines',
  neighbours: 'neighbours',
  tight: 'neighbours',
  'apart-by-no-text': 'neighbours',
  'apart-by-heading': 'neighbours',
  'behind-sound-text': 'flowing-start',
  'behind-torn-text': 'flowing-start',
  'behind-heading': 'flowing-start',
  'behind-block': 'flowing-start',
  'behind-byline': 'starts-anew',
  'before-text': 'flowing-end',
  'before-seam': 'flowing-end',
  'before-new-start': 'flowing-end',
  distance: 'distance',
  backward: 'distance',
  'series-goes-on': 'series-goes-on',
  'shared-terms': 'shared-terms',
};

/** Weighs whether `first`, whose end is torn, goes on with `second`. */
export function scoreJoin(
  first: PageUnit,
  second: PageUnit,
  surroundings: JoinSurroundings,
): JoinScore {
  return weighJoin(joinSignals(first, second, surroundings));
}

/** The odds that the signals give, with what each reason adds. */
export function weighJoin(signals: JoinSignals): JoinScore {
  let score = 0;
  const weights = new Map<JoinReason['name'], number>();
  for (const [key, value] of Object.entries(signals)) {
    if (value === 0) continue;
    const signal = key as JoinSignal;
    const weight = joinWeights[signal] * value;
    score += weight;
    if (signal === 'always') continue;
    const name = reasonOf[signal];
    weights.set(name, (weights.get(name) ?? 0) + weight);
  }
  return { score, reasons: [...weights].map(([name, weight]) => ({ name, weight })) };
}
