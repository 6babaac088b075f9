import type { TextRange } from '../text-range.ts';
import { likenessOf } from './article-likeness.ts';
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

/** A passage at a place of a story. */
export interface QuotedAt {
  readonly revision: RevisionTexts;
  /** Index among the revision's articles. */
  readonly article: number;
  readonly start: number;
}

/** Two texts so like, by their letters, are the same story though it may have another id. */
const sameStoryFrom = 0.5;

/** Whether a story of the old revision is a story of the new one. */
export function isSameStory(
  old: RevisionTexts,
  oldArticle: number,
  next: RevisionTexts,
  nextArticle: number,
): boolean {
  return (
    old.articles[oldArticle]?.id === next.articles[nextArticle]?.id ||
    likenessOf(old.triples(oldArticle), next.triples(nextArticle)) >= sameStoryFrom
  );
}

/**
 * Whether a passage is, with its nearest context, the same one of as many in its story, or else the
 * only one of both revisions: context that was moved may stand beside a repetition now.
 */
export function hasSameRank(
  { prefix, exact, suffix }: Quotation,
  before: QuotedAt,
  now: QuotedAt,
): boolean {
  // Within its line: what stands above and below may be what was moved.
  const near = /[^\n]*$/.exec(prefix.slice(-nearContext))?.[0] ?? '';
  const core = near + exact + (/^[^\n]*/.exec(suffix.slice(0, nearContext))?.[0] ?? '');
  if (!isSameStory(before.revision, before.article, now.revision, now.article)) {
    return [before, now].every(({ revision }) => {
      const counts = [...revision.occurrences(core).values()];
      return counts.length === 1 && counts[0] === 1;
    });
  }
  const ranksIn = ({ revision, article }: QuotedAt): readonly number[] => {
    const text = revision.articles[article]?.text ?? '';
    const found: number[] = [];
    for (let at = text.indexOf(core); at !== -1; at = text.indexOf(core, at + 1)) found.push(at);
    return found;
  };
  const [old, next] = [ranksIn(before), ranksIn(now)];
  return (
    old.length === next.length &&
    old.indexOf(before.start - near.length) === next.indexOf(now.start - near.length)
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
