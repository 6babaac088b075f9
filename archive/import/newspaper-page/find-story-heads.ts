import type { PageUnit } from './page-unit.ts';
import { enumerator } from './paragraph-edges.ts';
import { readHeadingRun } from './read-heading-run.ts';
import { recogniseSignOff } from './recognise-lead.ts';
import type { StoryHead } from './story-head.ts';
import { cohesion, TermProfile } from './page-terms.ts';

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

interface HeadingRun {
  readonly units: readonly PageUnit[];
  readonly start: number;
  readonly end: number;
  score: number;
  opensWithStart: boolean;
}

/** Which headings head stories, which head sections, and which belong to the page. */
export function findStoryHeads(units: readonly PageUnit[]): HeadFindings {
  const runs = headingRuns(units);
  const page = new TermProfile();
  for (const unit of units) page.add(unit.terms, 1);
  for (const run of runs) scoreRun(units, run, run === runs[0]);
  addLevelEvidence(runs);
  addMatterEvidence(units, runs, page);
  const starts = storyStarts(units, runs);
  promoteForOpenStarts(runs, starts);
  const banners = new Set<number>();
  const sections = new Map<number, number>();
  const heads: StoryHead[] = [];
  const bodyTerms = new TermProfile();
  for (const unit of units) if (unit.role !== 'heading') bodyTerms.add(unit.terms, 1);
  const isFlat = new Set(runs.flatMap((run) => run.units.map(({ level }) => level))).size < 2;
  for (const run of runs) {
    if (run.score <= 0) {
      for (const unit of run.units) sections.set(unit.index, Math.min(0.98, 0.55 - run.score / 8));
      continue;
    }
    const reading = readHeadingRun(run.units, run === runs[0], isFlat, bodyTerms);
    for (const unit of reading.banners) banners.add(unit.index);
    for (const unit of reading.sections) sections.set(unit.index, 0.8);
    if (reading.head) {
      heads.push({ ...reading.head, confidence: Math.min(0.99, 0.6 + run.score / 8) });
    }
  }
  return {
    heads,
    banners,
    openStarts: starts.filter(({ isOpen }) => isOpen).map(({ at }) => at),
    sections,
  };
}

function headingRuns(units: readonly PageUnit[]): HeadingRun[] {
  const runs: HeadingRun[] = [];
  let current: PageUnit[] = [];
  let start = 0;
  units.forEach((unit, at) => {
    if (unit.role === 'heading') {
      if (current.length === 0) start = at;
      current.push(unit);
      return;
    }
    if (current.length > 0 && (unit.role === 'furniture' || unit.role === 'separator')) return;
    if (current.length > 0) {
      runs.push({ units: current, start, end: at, score: 0, opensWithStart: false });
    }
    current = [];
  });
  if (current.length > 0) {
    runs.push({ units: current, start, end: units.length, score: 0, opensWithStart: false });
  }
  return runs;
}

/** Whether a unit prints the beginning of a story, and how surely. */
function startStrength(unit: PageUnit): number {
  if (unit.lead) return unit.lead.strength;
  return unit.role === 'byline' ? unit.confidence : 0;
}

function scoreRun(units: readonly PageUnit[], run: HeadingRun, isFirst: boolean): void {
  const lengths = run.units.map((unit) => unit.plain.replace(/\s/gu, '').length);
  const longest = Math.max(...lengths);
  let score = -1.2;
  const following = units.slice(run.end, run.end + 3);
  const startAt = following.findIndex((unit) => startStrength(unit) > 0.5);
  const isBehindText = following
    .slice(0, Math.max(0, startAt))
    .some((unit) => unit.role === 'paragraph');
  run.opensWithStart = startAt >= 0 && !isBehindText;
  if (run.opensWithStart) score += 4;
  if (following[0]?.boxKind === 'abstract') score += 2.5;
  if (isFirst && !units.slice(0, run.start).some((unit) => unit.role === 'paragraph')) score += 2;
  if (run.units.length === 2) score += 1.6;
  if (run.units.length > 2) score += 2.5;
  if (longest < 6) score -= 1.3;
  else if (longest < 8) score -= 0.5;
  else if (longest >= 11) score += 0.6;
  if (run.units.some((unit) => enumerator(unit.plain) !== null || isNumeral(unit.plain)))
    score -= 5;
  const before = units[run.start - 1];
  const after = units[run.end];
  if (before && before.openness > 0.5 && after?.role === 'paragraph') score += 1.5;
  if (following[0]?.role === 'speech') score -= 0.8;
  if (before?.role === 'separator') score += 1;
  if (before?.role === 'byline' || before?.role === 'furniture') score += 0.4;
  if (before && isProse(before) && recogniseSignOff(before.plain)) score += 2;
  run.score = score;
}

/** 一, 二 … or 1, 2 … alone over the parts of a text. */
function isNumeral(plain: string): boolean {
  return /^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[ⅠⅡⅢⅣⅤⅥ])[）).、]?$/u.test(plain.trim());
}

/**
 * Goes through the runs in order and weighs whether the text behind each goes on with the matter of
 * the story so far: with its words (section head) or not (story head).
 */
function addMatterEvidence(
  units: readonly PageUnit[],
  runs: readonly HeadingRun[],
  page: TermProfile,
): void {
  let story = new TermProfile();
  let from = 0;
  runs.forEach((run, at) => {
    for (const unit of units.slice(from, run.start)) story.add(unit.terms, 1);
    const next = runs[at + 1]?.start ?? units.length;
    const behind = units.slice(run.end, Math.min(next, run.end + 6)).filter(isProse);
    let sum = 0;
    for (const unit of behind) sum += cohesion(unit.terms, story, page, 0);
    const headingFit = run.units.reduce(
      (fit, unit) => fit + cohesion(unit.terms, story, page, 0),
      0,
    );
    const isStart = story.total === 0;
    run.score -= isStart ? 0 : 2.4 * Math.tanh((sum + headingFit + 0.5) / 4);
    if (run.score > 0) {
      story = new TermProfile();
      for (const unit of run.units) story.add(unit.terms, 2);
    }
    from = run.end;
  });
}

function isProse(unit: PageUnit): boolean {
  return unit.role === 'paragraph' || unit.role === 'speech' || unit.role === 'bullet';
}

/** Where the levels of sure heads differ from those of the rest, levels tell; else they do not. */
function addLevelEvidence(runs: readonly HeadingRun[]): void {
  const level = (run: HeadingRun): number => Math.min(...run.units.map((unit) => unit.level));
  const sure = runs.filter((run) => run.score >= 2.2);
  const others = runs.filter((run) => run.score < 2.2);
  const levels = new Set(runs.flatMap((run) => run.units.map((unit) => unit.level)));
  if (sure.length === 0 || others.length === 0 || levels.size < 2) return;
  const deepest = Math.max(...sure.map(level));
  const spread = deepest - Math.min(...sure.map(level));
  const trust = spread <= 1 ? Math.min(1, 0.35 + 0.25 * sure.length) : 0;
  const trustDeeper = Math.min(1, 0.2 + 0.25 * sure.length);
  for (const run of others) {
    run.score += level(run) > deepest ? -2.5 * trustDeeper : 2.2 * trust;
  }
}

interface StoryStart {
  readonly at: number;
  isOpen: boolean;
}

/** Leads and bylines; open where no heading run stands right before. */
function storyStarts(units: readonly PageUnit[], runs: readonly HeadingRun[]): StoryStart[] {
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
function promoteForOpenStarts(runs: readonly HeadingRun[], starts: readonly StoryStart[]): void {
  for (const start of starts) {
    if (!start.isOpen) continue;
    const nextStart = starts.find((other) => other.at > start.at && !other.isOpen);
    const candidates = runs.filter((run) => !run.opensWithStart && run.start > start.at);
    const free = candidates.filter((run) => run.score > 0);
    if (free.length > 0) continue;
    const best = candidates
      .filter((run) => nextStart === undefined || run.start < nextStart.at)
      .sort((a, b) => b.score - a.score)[0];
    if (best && best.score > -2.5) best.score = 0.2;
  }
}
