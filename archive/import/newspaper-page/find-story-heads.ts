import type { HeadingRun } from './heading-run.ts';
import { headingRuns, isProse, opensWithStart, startStrength } from './heading-run.ts';
import type { PageUnit } from './page-unit.ts';
import { isLoneBanner, readHeadingRun } from './read-heading-run.ts';
import type { StoryHead } from './story-head.ts';
import { cohesion, TermProfile } from './page-terms.ts';
import type { RunSignals } from './weigh-heading-run.ts';
import { runSignals, weighRun } from './weigh-heading-run.ts';

export interface HeadFindings {
  /** In the order of the page. */
  readonly heads: readonly StoryHead[];
  /** Headings that belong to the page, by unit. */
  readonly banners: ReadonlySet<number>;
  /** Leads and bylines at which a story begins whose headline stands elsewhere, by unit. */
  readonly openStarts: readonly number[];
  /** Headings inside stories, with how surely they are. */
  readonly sections: ReadonlyMap<number, number>;
}

/** Which headings head stories, which head sections, and which belong to the page. */
export function findStoryHeads(units: readonly PageUnit[]): HeadFindings {
  const bodyTerms = new TermProfile();
  for (const unit of units) if (unit.role !== 'heading') bodyTerms.add(unit.terms, 1);
  const banners = new Set<number>();
  let runs = headingRuns(units);
  const [top] = runs;
  const [lone] = top?.units ?? [];
  if (top && lone && top.units.length === 1 && runs.length > 1 && isLoneBanner(lone, bodyTerms)) {
    const isTop = !units.slice(0, top.start).some((unit) => unit.role === 'paragraph');
    if (isTop) {
      banners.add(lone.index);
      runs = runs.slice(1);
    }
  }
  const starts = storyStarts(units, runs);
  weighRuns(units, runs, starts);
  promoteForOpenStarts(units, runs, starts);
  promoteOnlyHeading(runs);
  const sections = new Map<number, number>();
  const heads: StoryHead[] = [];
  const isFlat = new Set(runs.flatMap((run) => run.units.map(({ level }) => level))).size < 2;
  for (const run of runs) {
    if (run.score <= 0) {
      for (const unit of run.units) sections.set(unit.index, Math.min(0.98, 0.55 - run.score / 8));
      continue;
    }
    for (const part of splitRun(units, run, runs, starts, isFlat, bodyTerms)) {
      const reading = readHeadingRun(part, run === runs[0], isFlat, bodyTerms);
      for (const unit of reading.banners) banners.add(unit.index);
      for (const unit of reading.sections) sections.set(unit.index, 0.8);
      if (reading.head) {
        heads.push({ ...reading.head, confidence: Math.min(0.99, 0.6 + run.score / 8) });
      }
    }
  }
  return {
    heads,
    banners,
    openStarts: starts.filter(({ isOpen }) => isOpen).map(({ at }) => at),
    sections,
  };
}

/** What reading a run as the heads of two stories must be better by. */
const twoHeads = 1.2;

/**
 * A story whose headline stands at its end meets the head of the next: where text before the run
 * waits for a headline, its headings may be those of two stories.
 */
function splitRun(
  units: readonly PageUnit[],
  run: HeadingRun,
  runs: readonly HeadingRun[],
  starts: readonly StoryStart[],
  isFlat: boolean,
  bodyTerms: TermProfile,
): readonly (readonly PageUnit[])[] {
  if (run.units.length < 2) return [run.units];
  const earlier = runs[runs.indexOf(run) - 1];
  const from = earlier?.end ?? 0;
  const before = units.slice(from, run.start);
  const waits =
    (earlier === undefined && before.some(isProse)) ||
    starts.some((start) => start.isOpen && start.at >= from && start.at < run.start);
  if (!waits) return [run.units];
  const next = runs[runs.indexOf(run) + 1]?.start ?? units.length;
  const above = termsOf(before);
  const below = termsOf(units.slice(run.end, next));
  const page = termsOf(units);
  const fit = (heads: readonly PageUnit[], text: TermProfile): number =>
    text.total === 0
      ? 0
      : heads.reduce((sum, unit) => sum + cohesion(unit.terms, text, page, 0), 0);
  const whole =
    readHeadingRun(run.units, false, isFlat, bodyTerms).score +
    Math.max(fit(run.units, above), fit(run.units, below));
  let best = { score: whole + twoHeads, at: 0 };
  for (let at = 1; at < run.units.length; at++) {
    const [first, second] = [run.units.slice(0, at), run.units.slice(at)];
    const score =
      readHeadingRun(first, false, isFlat, bodyTerms).score +
      readHeadingRun(second, false, isFlat, bodyTerms).score +
      fit(first, above) +
      fit(second, below);
    if (score > best.score) best = { score, at };
  }
  return best.at === 0 ? [run.units] : [run.units.slice(0, best.at), run.units.slice(best.at)];
}

function termsOf(units: readonly PageUnit[]): TermProfile {
  const profile = new TermProfile();
  for (const unit of units) profile.add(unit.terms, 1);
  return profile;
}

/** A page has at least one story: where no heading is sure, the likeliest heads it. */
function promoteOnlyHeading(runs: readonly HeadingRun[]): void {
  if (runs.some((run) => run.score > 0)) return;
  const best = runs.reduce<HeadingRun | undefined>(
    (likeliest, run) => (run.score > (likeliest?.score ?? -5) ? run : likeliest),
    undefined,
  );
  if (best) best.score = 0.1;
}

/** All signals of all runs, as they were last weighed. */
export type WeighedRuns = readonly { readonly run: HeadingRun; readonly signals: RunSignals }[];

/**
 * Weighs the runs in order: first by themselves, then by their level against the sure heads of the
 * page, by whether the text behind goes on with the words of the story so far, and by whether a
 * story has begun that waits for its headline.
 */
export function weighRuns(
  units: readonly PageUnit[],
  runs: readonly HeadingRun[],
  starts: readonly StoryStart[],
): WeighedRuns {
  const own = new Map(runs.map((run) => [run, runSignals(units, run, runs)]));
  for (const [run, signals] of own) run.score = weighRun(signals);
  const levels = levelSignals(units, runs);
  const page = new TermProfile();
  for (const unit of units) page.add(unit.terms, 1);
  let story = new TermProfile();
  let from = 0;
  let waiting = 0;
  return runs.map((run, at) => {
    for (const unit of units.slice(from, run.start)) story.add(unit.terms, 1);
    waiting += starts.filter(
      (start) => start.isOpen && start.at >= from && start.at < run.start,
    ).length;
    const next = runs[at + 1]?.start ?? units.length;
    const behind = units.slice(run.end, Math.min(next, run.end + 6)).filter(isProse);
    let fit = 0;
    for (const unit of [...behind, ...run.units]) fit += cohesion(unit.terms, story, page, 0);
    const signals: RunSignals = {
      ...(own.get(run) ?? runSignals(units, run, runs)),
      ...levels.get(run),
      'new-matter': story.total === 0 ? 0 : -Math.tanh((fit + 0.5) / 4),
      'start-waits': waiting > 0 && !opensWithStart(units, run) ? 1 : 0,
      'behind-section': (runs[at - 1]?.score ?? 1) <= 0 ? 1 : 0,
      ...headingWords(units, runs, at, page),
      'shorter-than-heads': isShorterThanHeads(run, runs) ? 1 : 0,
    };
    run.score = weighRun(signals);
    if (run.score > 0) {
      if (!opensWithStart(units, run)) waiting = Math.max(0, waiting - 1);
      story = new TermProfile();
      for (const unit of run.units) story.add(unit.terms, 2);
    }
    from = run.end;
    return { run, signals };
  });
}

/** How much the words of a run's headings belong to the text behind it and before it, -1 to 1. */
function headingWords(
  units: readonly PageUnit[],
  runs: readonly HeadingRun[],
  at: number,
  page: TermProfile,
): Pick<RunSignals, 'own-words-behind' | 'own-words-before'> {
  const run = runs[at];
  if (!run) return { 'own-words-behind': 0, 'own-words-before': 0 };
  const fit = (from: number, to: number): number => {
    const text = new TermProfile();
    for (const unit of units.slice(from, to)) text.add(unit.terms, 1);
    if (text.total === 0) return 0;
    return Math.tanh(
      run.units.reduce((sum, unit) => sum + cohesion(unit.terms, text, page, 0), 0) / 2,
    );
  };
  return {
    'own-words-behind': fit(run.end, runs[at + 1]?.start ?? units.length),
    'own-words-before': fit(runs[at - 1]?.end ?? 0, run.start),
  };
}

/** Section heads are set in fewer words than the headlines of the same page. */
function isShorterThanHeads(run: HeadingRun, runs: readonly HeadingRun[]): boolean {
  const longest = (one: HeadingRun): number =>
    Math.max(...one.units.map((unit) => unit.plain.replace(/\s/gu, '').length));
  const sure = runs.filter((one) => one !== run && one.score >= 2.2).map(longest);
  return sure.length >= 2 && sure.every((length) => length > longest(run) + 1);
}

type LevelSignal =
  | 'level-of-heads'
  | 'level-between'
  | 'level-of-sections'
  | 'deeper-without-start'
  | 'level-shared';

/**
 * Where the levels of headings that head stories by all other signs agree, levels tell; else they
 * do not. Each run is held against the others alone.
 */
function levelSignals(
  units: readonly PageUnit[],
  runs: readonly HeadingRun[],
): ReadonlyMap<HeadingRun, Pick<RunSignals, LevelSignal>> {
  const signals = new Map<HeadingRun, Pick<RunSignals, LevelSignal>>();
  const level = (run: HeadingRun): number => Math.min(...run.units.map((unit) => unit.level));
  const sure = runs.filter(
    (run, at) => at === 0 || run.units.length > 1 || opensWithStart(units, run),
  );
  const levels = new Set(runs.flatMap((run) => run.units.map((unit) => unit.level)));
  if (levels.size < 2) return signals;
  for (const run of runs) {
    const others = sure.filter((one) => one !== run);
    if (others.length === 0) continue;
    // One run in four may be misread: a kicker that stands late, a section head by a picture.
    const sorted = others.map(level).sort((one, other) => one - other);
    const deepest = sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 1;
    const agreeing = sorted.filter((one) => one <= deepest && one >= deepest - 1).length;
    // No section head is set bigger than the kickers and decks of the same page.
    const deepestSet = Math.max(...others.flatMap((one) => one.units.map((unit) => unit.level)));
    const share = agreeing / sorted.length;
    const trust = share < 0.7 ? 0 : share * Math.min(1, 0.35 + 0.25 * others.length);
    const isDeeper = level(run) > deepest;
    const isBetween = isDeeper && level(run) < deepestSet;
    signals.set(run, {
      'level-of-heads': isDeeper ? 0 : trust,
      'level-between': isBetween ? trust : 0,
      'level-of-sections': isDeeper && !isBetween ? Math.max(0.35, trust) : 0,
      'deeper-without-start': isDeeper && !opensWithStart(units, run) ? trust : 0,
      'level-shared': isSharedLevel(units, run, runs, sure) ? 1 : 0,
    });
  }
  return signals;
}

/**
 * Whether three and more headings stand alone, without the start of a story behind them, at a level
 * smaller than that of every surer head: section heads are set alike.
 */
function isSharedLevel(
  units: readonly PageUnit[],
  run: HeadingRun,
  runs: readonly HeadingRun[],
  sure: readonly HeadingRun[],
): boolean {
  const [only] = run.units;
  if (!only || run.units.length > 1 || opensWithStart(units, run)) return false;
  const others = sure.filter((one) => one !== run);
  if (others.some((one) => one.units.some(({ level }) => level >= only.level))) return false;
  const alike = runs.filter(
    (one) =>
      one.units.length === 1 && one.units[0]?.level === only.level && !opensWithStart(units, one),
  );
  return alike.length >= 3;
}

/** A lead or byline at which a story begins. */
export interface StoryStart {
  readonly at: number;
  isOpen: boolean;
}

/** Leads and bylines; open where no heading run stands right before. */
export function storyStarts(units: readonly PageUnit[], runs: readonly HeadingRun[]): StoryStart[] {
  const starts: StoryStart[] = [];
  units.forEach((unit, at) => {
    if (startStrength(unit) < 0.7) return;
    const last = starts.at(-1);
    const between = last ? units.slice(last.at + 1, at) : [];
    // A byline right before a lead, or a lead right behind another as briefs have them.
    if (last && between.every((near) => near.role !== 'paragraph' && near.role !== 'heading')) {
      if (units[last.at]?.role === 'byline' || unit.role === 'byline') return;
    }
    const isSameStart =
      last !== undefined &&
      unit.lead?.people.length === 0 &&
      units[last.at]?.role === 'byline' &&
      between.every((near) => near.role !== 'paragraph' || near.lead !== null);
    if (isSameStart) return;
    if (unit.lead && isAmongLeads(units, at)) return;
    const owner = runs.find(
      (run) =>
        run.end <= at &&
        !units
          .slice(run.end, at)
          .some((near) => near.role === 'paragraph' || near.role === 'byline'),
    );
    starts.push({ at, isOpen: owner === undefined || owner.end > at });
    if (owner && owner.end <= at && at - owner.end > 6) starts.splice(-1, 1, { at, isOpen: true });
  });
  return starts;
}

/** A column of telegrams: several leads in a row are one story. */
function isAmongLeads(units: readonly PageUnit[], at: number): boolean {
  return (units[at - 1]?.lead ?? null) !== null;
}

/** Every start without a headline needs one: the best heading near it that heads no other start. */
function promoteForOpenStarts(
  units: readonly PageUnit[],
  runs: readonly HeadingRun[],
  starts: readonly StoryStart[],
): void {
  for (const start of starts) {
    if (!start.isOpen) continue;
    const nextStart = starts.find((other) => other.at > start.at && !other.isOpen);
    const candidates = runs.filter((run) => !opensWithStart(units, run) && run.start > start.at);
    const free = candidates.filter((run) => run.score > 0);
    if (free.length > 0) continue;
    const best = candidates
      .filter((run) => nextStart === undefined || run.start < nextStart.at)
      .sort((a, b) => b.score - a.score)[0];
    if (best && best.score > -2.5) best.score = 0.2;
  }
}
