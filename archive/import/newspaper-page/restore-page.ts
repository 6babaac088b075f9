import { assignStories } from './assign-stories.ts';
import { restoredText } from './build-fields.ts';
import { buildStory } from './build-story.ts';
import { describeUnits } from './describe-units.ts';
import { findStoryHeads } from './find-story-heads.ts';
import { applyRoleDecisions, settleStrayHeadings } from './settle-heads.ts';
import type { UnitJoin } from './match-joins.ts';
import { joinSurroundings, matchJoins, scorePairs } from './match-joins.ts';
import { orderStory } from './order-story.ts';
import type { PageDecision } from './page-decisions.ts';
import type { PageUnit } from './page-unit.ts';
import { isBinary, pageProblems } from './page-problems.ts';
import type { ResolvedDecisions } from './resolve-decisions.ts';
import { resolveDecisions, splitOffsets } from './resolve-decisions.ts';
import type {
  Furniture,
  PageProblem,
  RestoredPage,
  RestoredStory,
  RestoredText,
} from './restored-page.ts';
import { scanPage } from './scan-page.ts';
import { settleUnits } from './settle-units.ts';
import type { StoryHead } from './story-head.ts';
import type { WordTable } from './word-table.ts';
import { emptyWordTable } from './word-table.ts';

export interface RestoreOptions {
  /** Without one, words across a seam are not seen and traditional pages are read less well. */
  readonly words?: WordTable;
  /** What a person has decided about this page. */
  readonly decisions?: readonly PageDecision[];
  /** Says whether a picture named by the page is at hand; absent: not asked. */
  readonly hasMedia?: (path: string) => boolean;
}

/** Pages beyond this length are not taken apart, to bound the time; UTF-16 code units. */
export const longestPage = 24_000_000;

/**
 * Restores the stories of a page from the Markdown that OCR and layout tools deliver. Nothing is
 * dropped and nothing made up: every printed character of the source is in one story, in the
 * furniture of the page or among the unplaced texts. Never throws for what the page holds.
 */
export function restorePage(markdown: string, options: RestoreOptions = {}): RestoredPage {
  const refused = refusal(markdown);
  if (refused) return refused;
  const words = options.words ?? emptyWordTable;
  const decisions = options.decisions ?? [];
  const drafts = describeUnits(scanPage(markdown), words, splitOffsets(markdown, decisions));
  const resolved = resolveDecisions(markdown, drafts, decisions);
  const units = settleUnits(drafts, resolved.roles);
  const problems: PageProblem[] = [
    ...pageProblems(units),
    ...resolved.orphans.map((decision): PageProblem => ({
      code: 'decision-without-place',
      detail: JSON.stringify(decision),
    })),
  ];
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
    pairs,
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
    stories: stories.map((story) => withMediaProblems(story, options.hasMedia)),
    furniture: furniture.map((unit): Furniture => ({
      ...restoredText(unit.text),
      role: unit.furniture ?? 'banner',
    })),
    unplaced: units
      .filter((unit) => !placed.has(unit.index) && unit.role !== 'furniture' && unit.plain !== '')
      .filter((unit) => unit.furniture !== 'picture-label')
      .map((unit): RestoredText => restoredText(unit.text)),
    problems,
  };
}

function refusal(markdown: string): RestoredPage | null {
  const isTooLarge = markdown.length > longestPage;
  if (!isTooLarge && !isBinary(markdown)) return null;
  const code = isTooLarge ? 'too-large' : 'binary';
  return {
    stories: [],
    furniture: [],
    unplaced: [{ text: markdown, spans: [{ start: 0, end: markdown.length }] }],
    problems: [{ code, detail: String(markdown.length) }],
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

function withMediaProblems(
  story: RestoredStory,
  hasMedia: RestoreOptions['hasMedia'],
): RestoredStory {
  if (!hasMedia) return story;
  const missing = story.blocks.flatMap(({ block }) =>
    block.type === 'figure' && block.media !== '' && !hasMedia(block.media)
      ? [{ code: 'media-missing', blockId: block.id, reason: block.media }]
      : [],
  );
  return missing.length === 0 ? story : { ...story, problems: [...story.problems, ...missing] };
}
