import type { TextRange } from '../text-range.ts';
import { overlap, rangeIn, strongest } from './anchor.ts';
import { evidenceOf, findCandidates, type Candidate } from './candidate.ts';
import { similarityOf } from './confidence.ts';
import type { Pattern, Quotation } from './pattern.ts';
import type { RevisionTexts } from './revision.ts';

/** UTF-16 units of context that a repeated sentence shares with itself. */
const nearContext = 8;
/** A place is a repetition if this part of what speaks for the passage speaks for it, and so like. */
const repeatedFrom = 0.4;
const alikeFrom = 0.75;
/** What speaks for a repetition that was not touched changes by at most so many letters. */
const sameEvidence = 4;

/** The text that a passage was marked on, and where in it. */
export interface Origin {
  /** Index among the old revision's articles. */
  readonly article: number;
  readonly range: TextRange;
}

/**
 * Whether a passage is the only one with its nearest context, in both texts, or the same one of as
 * many: context that was moved may stand beside a repetition now.
 */
export function hasSameRank(
  { prefix, exact, suffix }: Quotation,
  before: string,
  startBefore: number,
  now: string,
  startNow: number,
): boolean {
  const near = prefix.slice(-nearContext);
  const core = near + exact + suffix.slice(0, nearContext);
  const ranks = (text: string): readonly number[] => {
    const found: number[] = [];
    for (let at = text.indexOf(core); at !== -1; at = text.indexOf(core, at + 1)) found.push(at);
    return found;
  };
  const [old, next] = [ranks(before), ranks(now)];
  return (
    old.length === next.length &&
    old.indexOf(startBefore - near.length) === next.indexOf(startNow - near.length)
  );
}

/** The places of a passage in the old revision. */
export interface Originals {
  readonly itself: Candidate;
  /** Places of other passages that are like it. */
  readonly others: readonly Candidate[];
}

export function placesOfOrigin(
  pattern: Pattern,
  { article, range }: Origin,
  old: RevisionTexts,
): Originals | null {
  const { searched } = old;
  const isOrigin = (candidate: Candidate): boolean => {
    const found = rangeIn(searched, candidate);
    return candidate.text === article && found.start < range.end && range.start < found.end;
  };
  const candidates = findCandidates(pattern, searched);
  const itself = strongest(candidates.filter(isOrigin), () => 0);
  return itself ? { itself, others: candidates.filter((one) => !isOrigin(one)) } : null;
}

/**
 * Of a passage that its story repeats, the repetition that has the same rank in the new text; null
 * where their number has changed.
 */
export function sameInOrder(
  { itself, others }: Originals,
  candidates: readonly Candidate[],
  home: number,
): Candidate | null {
  const least = evidenceOf(itself) * repeatedFrom;
  const rankedIn = (list: readonly Candidate[], text: number): readonly Candidate[] => {
    const ranked: Candidate[] = [];
    const strong = list.filter(
      (one) => one.text === text && evidenceOf(one) >= least && similarityOf(one) >= alikeFrom,
    );
    for (const one of strong.toSorted((a, b) => evidenceOf(b) - evidenceOf(a))) {
      if (!ranked.some((other) => overlap(one, other))) ranked.push(one);
    }
    return ranked.toSorted((a, b) => a.start - b.start);
  };
  const before = rankedIn([itself, ...others], itself.text);
  const now = rankedIn(candidates, home);
  return before.length === now.length ? (now[before.indexOf(itself)] ?? null) : null;
}

/** What is left when every repetition that stands as it stood in its story is set aside. */
export function withoutUntouched(
  { itself, others }: Originals,
  candidates: readonly Candidate[],
  old: RevisionTexts,
  next: RevisionTexts,
): { readonly others: readonly Candidate[]; readonly candidates: readonly Candidate[] } {
  const left = { others: [...others], candidates: [...candidates] };
  for (const other of others) {
    if (overlap(other, itself)) continue;
    const id = old.articles[other.text]?.id ?? '';
    const home = next.indexOf(id);
    const change = (candidate: Candidate): number =>
      Math.abs(evidenceOf(candidate) - evidenceOf(other));
    const [same] = left.candidates
      .filter((candidate) => candidate.text === home && change(candidate) <= sameEvidence)
      .sort((a, b) => change(a) - change(b));
    if (!same) continue;
    left.others = left.others.filter((one) => !overlap(one, other));
    left.candidates = left.candidates.filter((one) => !overlap(one, same));
  }
  return left;
}
