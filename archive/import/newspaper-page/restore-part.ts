import { assignStories } from './assign-stories.ts';
import { restoredText } from './build-fields.ts';
import { buildStory } from './build-story.ts';
import { describeUnits } from './describe-units.ts';
import { joinChances } from './join-chances.ts';
import { findStoryHeads } from './find-story-heads.ts';
import { applyRoleDecisions, settleStrayHeadings } from './settle-heads.ts';
import type { UnitJoin } from './match-joins.ts';
import { joinSurroundings, matchJoins, scorePairs } from './match-joins.ts';
import { orderStory } from './order-story.ts';
import type { PageDecision } from './page-decisions.ts';
import type { PageUnit } from './page-unit.ts';
import { pageProblems } from './page-problems.ts';
import type { ResolvedDecisions } from './resolve-decisions.ts';
import { resolveDecisions, splitOffsets } from './resolve-decisions.ts';
import type { Furniture, RestoredPage, RestoredStory, RestoredText } from './restored-page.ts';
import type { SourceBlock } from './source-block.ts';
import { settleUnits } from './settle-units.ts';
import type { StoryHead } from './story-head.ts';
import type { WordTable } from './word-table.ts';

/** What restoring needs beside the page itself. */
export interface PartOptions {
  readonly words: WordTable;
  readonly decisions: readonly PageDecision[];
  readonly hasMedia: ((path: string) => boolean) | undefined;
}

/** A restored page, or part of a very long one, and the decisions that found no place in it. */
export interface RestoredPart extends RestoredPage {
  readonly orphans: readonly PageDecision[];
}

/** The one place where all signals meet: units, heads, stories, joins, order, articles. */
export function restorePart(
  markdown: string,
  blocks: readonly SourceBlock[],
  { words, decisions, hasMedia }: PartOptions,
): RestoredPart {
  const drafts = describeUnits(blocks, words, splitOffsets(markdown, decisions));
  const resolved = resolveDecisions(markdown, drafts, decisions);
  const units = settleUnits(drafts, resolved.roles, words);
  const findings = applyRoleDecisions(units, findStoryHeads(units), resolved.roles);
  const inHeads = new Set<number>(findings.banners);
  for (const head of findings.heads) {
    for (const unit of headUnits(head)) inHeads.add(unit.index);
  }
  const excluded = new Set(inHeads);
  for (const unit of units) if (unit.role === 'furniture') excluded.add(unit.index);
  const surroundings = joinSurroundings(units, words);
  const pairs = scorePairs(surroundings);
  const fixed = fixedStories(findings.heads, resolved);
  const { storyOf, confidence } = assignStories({
    units,
    heads: findings.heads,
    excluded,
    openStarts: new Set(findings.openStarts),
    sections: findings.sections,
    chances: joinChances(pairs),
    fixed,
  });
  const joins = matchJoins(pairs, (first, second) => {
    const decided = resolved.joins.get(`${first} ${second}`);
    if (decided !== undefined) return decided ? 1000 : -1000;
    if (storyOf[first] === -1 || storyOf[first] !== storyOf[second]) return -6;
    const doubt = 1 - Math.min(confidence[first] ?? 1, confidence[second] ?? 1);
    return 0.9 - doubt;
  });
  const allJoins = withDecidedJoins(joins, resolved);
  followDecidedJoins(allJoins, resolved, storyOf);
  const settled = settleStrayHeadings(units, findings, storyOf, allJoins);
  const stories = settled.heads.flatMap((head, story) => {
    const members = units
      .filter((unit) => storyOf[unit.index] === story && !settled.taken.has(unit.index))
      .map((unit) => unit.index);
    const order = orderStory(units, members, head, allJoins, settled.sections);
    const sequence = withMoves(order.sequence, resolved, members);
    return [
      buildStory({
        head,
        sequence: sequence.flatMap((index) => units[index] ?? []),
        sections: new Set(settled.sections.keys()),
        joins: allJoins,
        moves: order.moves,
        confidenceOf: (unit) => (fixed.has(unit) ? 1 : (confidence[unit] ?? 1)),
        isSettled: (unit) => resolved.moves.some((move) => move.unit === unit),
        endsTell: surroundings.closedShare > 0.5,
      }),
    ];
  });
  const placed = new Set<number>();
  units.forEach((unit) => {
    if ((storyOf[unit.index] ?? -1) >= 0 || inHeads.has(unit.index)) placed.add(unit.index);
  });
  const furniture = units.filter(
    (unit) =>
      unit.role === 'furniture' ||
      findings.banners.has(unit.index) ||
      unit.furniture === 'picture-label',
  );
  return {
    stories: stories.map((story) => withMediaProblems(story, hasMedia)),
    furniture: furniture.map((unit): Furniture => ({
      ...restoredText(unit.text),
      role: unit.furniture ?? 'banner',
    })),
    unplaced: units
      .filter((unit) => !placed.has(unit.index) && unit.role !== 'furniture' && unit.plain !== '')
      .filter((unit) => unit.furniture !== 'picture-label')
      .map((unit): RestoredText => restoredText(unit.text)),
    problems: pageProblems(units),
    orphans: resolved.orphans,
  };
}

function headUnits(head: StoryHead): readonly PageUnit[] {
  return [...head.columns, ...head.kickers, ...head.headlines, ...head.decks];
}

/** Moves name stories by their headline; a story without one by any unit of it is not known yet. */
function fixedStories(
  heads: readonly StoryHead[],
  { moves }: ResolvedDecisions,
): ReadonlyMap<number, number> {
  const fixed = new Map<number, number>();
  for (const move of moves) {
    const story = heads.findIndex(
      (head) =>
        head.start === move.story || headUnits(head).some((unit) => unit.index === move.story),
    );
    if (story >= 0) fixed.set(move.unit, story);
  }
  return fixed;
}

function withDecidedJoins(
  joins: readonly UnitJoin[],
  { joins: decided }: ResolvedDecisions,
): readonly UnitJoin[] {
  const result = [...joins];
  for (const [key, isJoined] of decided) {
    const [first = -1, second = -1] = key.split(' ').map(Number);
    const at = result.findIndex((join) => join.first === first && join.second === second);
    if (isJoined) {
      const rivals = result.filter((join) => join.first === first || join.second === second);
      for (const rival of rivals) result.splice(result.indexOf(rival), 1);
      result.push({ first, second, confidence: 1, reasons: [] });
    } else if (at >= 0) result.splice(at, 1);
  }
  return result;
}

/** What a person has joined stands in one story: that of the first part. */
function followDecidedJoins(
  joins: readonly UnitJoin[],
  { joins: decided }: ResolvedDecisions,
  storyOf: Int32Array,
): void {
  for (const join of joins) {
    if (decided.get(`${join.first} ${join.second}`) === true) {
      storyOf[join.second] = storyOf[join.first] ?? -1;
    }
  }
}

function withMoves(
  sequence: readonly number[],
  { moves }: ResolvedDecisions,
  members: readonly number[],
): readonly number[] {
  const moved = [...sequence];
  for (const move of moves) {
    if (move.after === undefined || !members.includes(move.unit)) continue;
    const target = move.after === null ? -1 : moved.indexOf(move.after);
    if (move.after !== null && target < 0) continue;
    moved.splice(moved.indexOf(move.unit), 1);
    moved.splice(move.after === null ? 0 : moved.indexOf(move.after) + 1, 0, move.unit);
  }
  return moved;
}

function withMediaProblems(story: RestoredStory, hasMedia: PartOptions['hasMedia']): RestoredStory {
  if (!hasMedia) return story;
  const missing = story.blocks.flatMap(({ block }) =>
    block.type === 'figure' && block.media !== '' && !hasMedia(block.media)
      ? [{ code: 'media-missing', blockId: block.id, reason: block.media }]
      : [],
  );
  return missing.length === 0 ? story : { ...story, problems: [...story.problems, ...missing] };
}
