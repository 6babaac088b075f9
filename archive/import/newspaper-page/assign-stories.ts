import { assignmentWeights as weights } from './assignment-weights.ts';
import type { JoinChances } from './join-chances.ts';
import type { PageUnit } from './page-unit.ts';
import { tieSureJoins } from './tie-sure-joins.ts';
import { cohesion, TermProfile } from './page-terms.ts';
import type { StoryHead } from './story-head.ts';
import { ownStart } from './story-head.ts';

/** The story each unit belongs to and how surely. */
export interface Assignment {
  /** Index into `heads` by unit; -1 for units of no story. */
  readonly storyOf: Int32Array;
  /** 0 to 1 by unit. */
  readonly confidence: Float64Array;
}

export interface AssignmentInput {
  readonly units: readonly PageUnit[];
  readonly heads: readonly StoryHead[];
  /** Units that belong to no story: banners, furniture, headings of a head. */
  readonly excluded: ReadonlySet<number>;
  /** Starts of stories whose headline stands elsewhere, by unit. */
  readonly openStarts: ReadonlySet<number>;
  readonly sections: ReadonlyMap<number, number>;
  readonly chances: JoinChances;
  /** Units that a person has put into a story. */
  readonly fixed: ReadonlyMap<number, number>;
}

const rounds = 3;
/** No page has more; with more each unit goes to the last head before it, to bound the time. */
const mostStories = 60;

/**
 * Assigns every unit to a story: the sequence of stories along the page with the best sum of
 * cohesion, of staying in a story and of joins, found by dynamic programming; story profiles and
 * sequence are refined in turn. Cost: units × stories².
 */
export function assignStories(input: AssignmentInput): Assignment {
  const { units, heads, excluded } = input;
  const content = units.filter((unit) => !excluded.has(unit.index));
  const storyOf = new Int32Array(units.length).fill(-1);
  const confidence = new Float64Array(units.length).fill(1);
  if (heads.length === 0 || content.length === 0) return { storyOf, confidence };
  if (heads.length > mostStories) {
    let story = 0;
    for (const unit of content) {
      while ((heads[story + 1]?.start ?? Infinity) <= unit.index) story++;
      storyOf[unit.index] = input.fixed.get(unit.index) ?? story;
      confidence[unit.index] = 0.5;
    }
    return { storyOf, confidence };
  }
  const page = new TermProfile();
  for (const unit of units) page.add(unit.terms, 1);
  let profiles = firstProfiles(input, content);
  let counted: ReadonlyMap<number, number> = profiles.counted;
  const beliefs = new Map<number, Float64Array>();
  const gains = allGains(input, content);
  const odds = gains.map((row) => row.map((gain) => Math.exp(gain)));
  for (let round = 0; round < rounds; round++) {
    const emissions = content.map((_, at) =>
      heads.map((_, story) =>
        emission(input, content, at, story, profiles.list, page, counted, beliefs),
      ),
    );
    const path = bestPath(emissions, gains, heads.length);
    posteriors(emissions, odds, heads.length).forEach((belief, at) => {
      const unit = content[at];
      if (!unit) return;
      beliefs.set(unit.index, belief);
      confidence[unit.index] = belief[path[at] ?? 0] ?? 0;
    });
    content.forEach((unit, at) => (storyOf[unit.index] = path[at] ?? 0));
    const next = headProfiles(input);
    content.forEach((unit, at) => next[path[at] ?? 0]?.add(unit.terms, 1));
    profiles = { list: next, counted: new Map() };
    counted = new Map(content.map((unit, at) => [unit.index, path[at] ?? 0]));
  }
  tieSureJoins(input.chances, input.fixed, storyOf, confidence);
  return { storyOf, confidence };
}

function headProfiles({ heads }: AssignmentInput): TermProfile[] {
  return heads.map((head) => {
    const profile = new TermProfile();
    for (const unit of [...head.kickers, ...head.headlines, ...head.decks])
      profile.add(unit.terms, weights.headTerms);
    return profile;
  });
}

/**
 * A first guess: each unit belongs to the last head before it, and what follows a start that has no
 * headline to the next head that has no start.
 */
function firstProfiles(
  input: AssignmentInput,
  content: readonly PageUnit[],
): { list: TermProfile[]; counted: ReadonlyMap<number, number> } {
  const list = headProfiles(input);
  const counted = new Map<number, number>();
  let story = 0;
  let next = 0;
  for (const unit of content) {
    while ((input.heads[next]?.start ?? Infinity) <= unit.index) {
      story = next;
      next++;
    }
    if (input.openStarts.has(unit.index)) {
      const free = input.heads.findIndex(
        (head, at) => at >= next && ownStart(input.units, head) === undefined,
      );
      if (free >= 0) story = free;
    }
    list[story]?.add(unit.terms, 1);
    counted.set(unit.index, story);
  }
  return { list, counted };
}

function emission(
  input: AssignmentInput,
  content: readonly PageUnit[],
  at: number,
  story: number,
  profiles: readonly TermProfile[],
  page: TermProfile,
  counted: ReadonlyMap<number, number>,
  beliefs: ReadonlyMap<number, Float64Array>,
): number {
  const unit = content[at];
  const profile = profiles[story];
  const head = input.heads[story];
  if (!unit || !profile || !head) return 0;
  const fixed = input.fixed.get(unit.index);
  if (fixed !== undefined) return fixed === story ? 50 : -50;
  const own = counted.get(unit.index) === story ? 1 : 0;
  let score = weights.cohesion * cohesion(unit.terms, profile, page, own);
  if (unit.role === 'image' || unit.role === 'separator') score = 0;
  if (input.openStarts.has(unit.index)) score += startFit(input, unit, head);
  else if (head.end === unit.index && head.headlines.length > 0) {
    score +=
      unit.lead !== null || unit.role === 'byline' ? weights.leadUnderHead : weights.textUnderHead;
  }
  return score + joinPull(input, unit, story, beliefs);
}

/** A story has one beginning: one that has its own takes no other. */
function startFit(input: AssignmentInput, unit: PageUnit, head: StoryHead): number {
  if (head.headlines.length === 0) return head.start === unit.index ? 12 : -10;
  const own = ownStart(input.units, head);
  return own && !input.openStarts.has(own.index) ? weights.secondStart : weights.firstStart;
}

/** What is likely joined elsewhere on the page draws the unit into the story of that. */
function joinPull(
  { chances, heads }: AssignmentInput,
  unit: PageUnit,
  story: number,
  beliefs: ReadonlyMap<number, Float64Array>,
): number {
  let pull = 0;
  for (const [other, chance] of chances.around(unit.index)) {
    if (Math.abs(other - unit.index) === 1) continue;
    const belief = beliefs.get(other)?.[story];
    if (belief === undefined) continue;
    pull += Math.log(1 - chance + chance * heads.length * belief);
  }
  return weights.joins * pull;
}

/** Gain of going from one story to another between two neighbouring units. */
function transition(
  input: AssignmentInput,
  previous: PageUnit | undefined,
  unit: PageUnit,
  from: number,
  to: number,
  between: readonly number[],
  nextHead: number,
): number {
  const isStart = input.openStarts.has(unit.index);
  if (previous === undefined) {
    if (between.includes(to)) return 0;
    return nextHead === to ? weights.pageBeginsNext : weights.pageBeginsOther;
  }
  if (unit.boxStart >= 0 && unit.boxStart === previous.boxStart) return from === to ? 0 : -30;
  if (unit.isTight && unit.role === previous.role) return from === to ? 0 : -6;
  if (input.sections.has(previous.index)) return from === to ? 0 : weights.sectionLeft;
  const chance = input.chances.of(previous.index, unit.index);
  if (from === to) {
    const joined = weights.joins * Math.log(1 - chance + chance * input.heads.length);
    if (between.includes(to) || between.length === 0) {
      return joined + (isStart ? weights.startStays : 0);
    }
    return joined + weights.passHead + (isStart ? weights.startPassesHead : 0);
  }
  const parted = weights.joins * Math.log(1 - chance);
  if (between.at(-1) === to) return parted;
  let gain = parted + weights.leave;
  if (between.includes(to)) gain += weights.intoPassedHead;
  else if (between.length > 0) gain += weights.leaveAtHead;
  if (isStart) gain += weights.startLeaves;
  if (nextHead === to) gain += weights.intoNextHead;
  // Columns that are torn and mixed are those of neighbours on the page.
  else if (!between.includes(to)) {
    gain += weights.farther * Math.min(3, Math.max(0, Math.abs(from - to) - 1));
  }
  if (previous.openness > 0.5) gain += weights.leaveTorn * previous.openness;
  if (unit.orphanhood > 0.6) gain += weights.enterTorn;
  if (unit.boxStart === unit.index || previous.boxStart >= 0) gain += weights.leaveAtBox;
  if (previous.role === 'image' || previous.role === 'caption' || previous.role === 'separator')
    gain += weights.leaveAtPicture;
  if (input.sections.has(unit.index)) gain += weights.leaveAtSection;
  return gain;
}

function headsBetween(input: AssignmentInput, after: number, before: number): readonly number[] {
  const found: number[] = [];
  input.heads.forEach((head, story) => {
    if (head.headlines.length > 0 && head.start > after && head.end <= before) found.push(story);
  });
  return found;
}

/** Gains of going from any story to any other, before each unit; row by row. */
function allGains(input: AssignmentInput, content: readonly PageUnit[]): readonly Float64Array[] {
  const stories = input.heads.length;
  return content.map((unit, at) => {
    const row = new Float64Array(stories * stories);
    const between = headsBetween(input, content[at - 1]?.index ?? -1, unit.index);
    const nextHead = input.heads.findIndex((head) => head.start > unit.index);
    for (let from = 0; from < stories; from++) {
      for (let to = 0; to < stories; to++) {
        row[from * stories + to] = transition(
          input,
          content[at - 1],
          unit,
          from,
          to,
          between,
          nextHead,
        );
      }
    }
    return row;
  });
}

/** Viterbi: the story of each unit along the page with the greatest sum of gains. */
function bestPath(
  emissions: readonly (readonly number[])[],
  gains: readonly Float64Array[],
  stories: number,
): number[] {
  let best = (emissions[0] ?? []).map((value, story) => value + (gains[0]?.[story] ?? 0));
  const back: Int32Array[] = [];
  for (let at = 1; at < gains.length; at++) {
    const row = gains[at];
    const pointers = new Int32Array(stories);
    const next = new Array<number>(stories).fill(-Infinity);
    for (let from = 0; from < stories; from++) {
      const start = best[from] ?? 0;
      for (let to = 0; to < stories; to++) {
        const value = start + (row?.[from * stories + to] ?? 0);
        if (value <= (next[to] ?? -Infinity)) continue;
        next[to] = value;
        pointers[to] = from;
      }
    }
    for (let to = 0; to < stories; to++) next[to] = (next[to] ?? 0) + (emissions[at]?.[to] ?? 0);
    back.push(pointers);
    best = next;
  }
  const path = new Array<number>(gains.length).fill(0);
  let story = best.indexOf(Math.max(...best));
  for (let at = gains.length - 1; at >= 0; at--) {
    path[at] = story;
    story = back[at - 1]?.[story] ?? 0;
  }
  return path;
}

/** How likely each unit is in each story, all paths weighed (forward and backward). */
function posteriors(
  emissions: readonly (readonly number[])[],
  odds: readonly Float64Array[],
  stories: number,
): readonly Float64Array[] {
  const own = emissions.map((row) => {
    const top = Math.max(...row);
    return Float64Array.from(row, (value) => Math.exp(value - top));
  });
  const forward: Float64Array[] = [];
  own.forEach((weights, at) => {
    const before = forward[at - 1];
    const row = odds[at];
    const next = new Float64Array(stories);
    for (let from = 0; from < (before ? stories : 1); from++) {
      const start = before ? (before[from] ?? 0) : 1;
      for (let to = 0; to < stories; to++) {
        next[to] = (next[to] ?? 0) + start * (row?.[from * stories + to] ?? 0);
      }
    }
    for (let to = 0; to < stories; to++) next[to] = (next[to] ?? 0) * (weights[to] ?? 0);
    forward.push(inShares(next));
  });
  let backward = new Float64Array(stories).fill(1);
  const found = new Array<Float64Array>(own.length);
  for (let at = own.length - 1; at >= 0; at--) {
    found[at] = inShares(forward[at]?.map((value, story) => value * (backward[story] ?? 0)));
    const row = odds[at];
    const after = backward.map((value, to) => value * (own[at]?.[to] ?? 0));
    const previous = new Float64Array(stories);
    for (let from = 0; from < stories; from++) {
      let sum = 0;
      for (let to = 0; to < stories; to++) {
        sum += (after[to] ?? 0) * (row?.[from * stories + to] ?? 0);
      }
      previous[from] = sum;
    }
    backward = inShares(previous);
  }
  return found;
}

function inShares(values: Float64Array = new Float64Array(0)): Float64Array<ArrayBuffer> {
  const sum = values.reduce((total, value) => total + value, 0);
  return Float64Array.from(values, (value) => (sum > 0 ? value / sum : 1 / values.length));
}
