import type { ProvenanceProblem } from '../../model/article.ts';
import { buildBlocks } from './build-blocks.ts';
import type { BodyUnit } from './build-blocks.ts';
import { leftOver, readDateline, restoredPerson, restoredText } from './build-fields.ts';
import { participantHosts } from './participant-hosts.ts';
import type { UnitJoin } from './match-joins.ts';
import type { PageUnit } from './page-unit.ts';
import { recogniseJump } from './recognise-furniture.ts';
import { recogniseSignOff } from './recognise-lead.ts';
import { anchorOf } from './resolve-decisions.ts';
import type { RestoredPerson, RestoredStory, RestoredText } from './restored-page.ts';
import { sliceSource, sourceSpans, trimSource } from './source-text.ts';
import type { StoryHead } from './story-head.ts';

export interface StoryDraft {
  readonly head: StoryHead;
  /** Units of the story, its head left out, in reading order. */
  readonly sequence: readonly PageUnit[];
  readonly sections: ReadonlySet<number>;
  readonly joins: readonly UnitJoin[];
  readonly moves: readonly { readonly unit: number; readonly confidence: number }[];
  readonly confidenceOf: (unit: number) => number;
  /** Pairs a person has settled; not doubtful whatever the signals say. */
  readonly isSettled: (unit: number) => boolean;
  /** Whether paragraphs of this page end with closing punctuation as a rule. */
  readonly endsTell: boolean;
}

const doubtful = 0.8;

/** Puts a story together from its head and its units in reading order. */
export function buildStory(draft: StoryDraft): RestoredStory {
  const { head, sequence } = draft;
  const byline: RestoredPerson[] = [];
  const marks: RestoredText[] = [];
  let dateline: RestoredStory['dateline'] = null;
  let continuesOnPage = '';
  let continuedFromPage = '';
  const body: BodyUnit[] = [];
  const lastText = sequence.findLast(isProse);
  const hasLead = sequence.find((unit) => unit.lead !== null && unit.role === 'paragraph');
  for (const unit of sequence) {
    const confidence = draft.confidenceOf(unit.index);
    if (unit.role === 'byline') {
      byline.push(...unit.people.map((person) => restoredPerson(unit, person, false)));
      const taken = unit.people.flatMap((person) => [person.label, person.name]);
      marks.push(...leftOver(unit, 0, unit.plain.length, taken));
      continue;
    }
    if (unit.role === 'jump') {
      const jump = recogniseJump(unit.plain);
      if (jump?.direction === 'on') continuesOnPage = jump.page;
      if (jump?.direction === 'from') continuedFromPage = jump.page;
      marks.push(restoredText(unit.text));
      continue;
    }
    let start = 0;
    let end = unit.plain.length;
    if (unit === hasLead && unit.lead) {
      const { lead } = unit;
      start = lead.textStart;
      const people = lead.people.map((person) => restoredPerson(unit, person, false));
      byline.push(...people);
      const taken = lead.people.flatMap((person) => [person.label, person.name]);
      if (lead.dateline) {
        const printed = trimSource(sliceSource(unit.text, ...lead.dateline));
        const plain = unit.plain.slice(...lead.dateline);
        dateline = { ...readDateline(printed.text, plain), spans: sourceSpans(printed) };
        taken.push(lead.dateline);
      }
      marks.push(...leftOver(unit, 0, start, taken));
    }
    const signOff = unit === lastText ? recogniseSignOff(unit.plain) : null;
    if (signOff && signOff.start > start) {
      end = signOff.start;
      byline.push(...signOff.people.map((person) => restoredPerson(unit, person, false)));
      const taken = signOff.people.flatMap((person) => [person.label, person.name]);
      marks.push(...leftOver(unit, signOff.start, signOff.end, taken));
    }
    const isWhole = start === 0 && end === unit.plain.length;
    const text = isWhole ? unit.text : trimSource(sliceSource(unit.text, start, end));
    body.push({ unit, text, confidence });
  }
  byline.push(...participantHosts(sequence, byline));
  const built = buildBlocks(body, draft.joins, draft.sections);
  const story: Omit<RestoredStory, 'problems'> = {
    anchor: storyAnchor(head, sequence),
    kicker: fieldText(head.kickers),
    headline: fieldText(head.headlines),
    deck: fieldText(head.decks),
    section: fieldText(head.columns),
    fields: {
      kicker: head.kickers.map((unit) => restoredText(unit.text)),
      headline: head.headlines.map((unit) => restoredText(unit.text)),
      deck: head.decks.map((unit) => restoredText(unit.text)),
      section: head.columns.map((unit) => restoredText(unit.text)),
    },
    byline,
    dateline,
    blocks: built.blocks,
    joins: built.joins,
    marks: [...marks, ...built.marks],
    continuesOnPage,
    continuedFromPage,
  };
  return { ...story, problems: problemsOf(draft, story) };
}

function isProse(unit: PageUnit): boolean {
  return unit.role === 'paragraph' || unit.role === 'speech';
}

function fieldText(units: readonly PageUnit[]): string {
  return units.map((unit) => unit.text.text).join('\n');
}

/** The anchor that names a story: its headline's, else that of its first unit. */
export function storyAnchor(
  head: StoryHead,
  sequence: readonly PageUnit[],
): RestoredStory['anchor'] {
  const unit = head.headlines[0] ?? head.kickers[0] ?? sequence[0];
  return unit ? anchorOf(unit) : { start: 0, quote: '' };
}

/** What is doubtful or missing in a story. */
function problemsOf(
  draft: StoryDraft,
  story: Omit<RestoredStory, 'problems'>,
): readonly ProvenanceProblem[] {
  const problems: ProvenanceProblem[] = [];
  if (story.headline === '') problems.push({ code: 'no-headline', reason: 'no-headline-found' });
  else if (draft.head.confidence < doubtful) {
    problems.push({
      code: 'doubtful-headline',
      confidence: rounded(draft.head.confidence),
      reason: 'heading-may-be-a-section',
    });
  }
  for (const join of story.joins) {
    if (join.confidence >= doubtful) continue;
    const { blockId, confidence } = join;
    problems.push({
      code: 'doubtful-join',
      blockId,
      confidence: rounded(confidence),
      reason: join.reasons.join(' '),
    });
  }
  const blockOf = (unit: PageUnit): string | undefined => {
    const { start } = anchorOf(unit);
    return story.blocks.find(({ pieces }) => pieces.some(({ anchor }) => anchor.start === start))
      ?.block.id;
  };
  for (const { block, confidence } of story.blocks) {
    if (confidence >= doubtful) continue;
    problems.push({
      code: 'doubtful-story',
      blockId: block.id,
      confidence: rounded(confidence),
      reason: 'words-fit-several-stories',
    });
  }
  for (const move of draft.moves) {
    const unit = draft.sequence.find(({ index }) => index === move.unit);
    const blockId = unit && !draft.isSettled(move.unit) ? blockOf(unit) : undefined;
    if (blockId === undefined || move.confidence >= doubtful) continue;
    problems.push({
      code: 'doubtful-order',
      blockId,
      confidence: rounded(move.confidence),
      reason: 'moved-from-source-order',
    });
  }
  problems.push(...tornEnds(draft, story, blockOf));
  return problems;
}

/** Paragraphs that stop in mid-sentence and were joined to nothing. */
function tornEnds(
  draft: StoryDraft,
  story: Omit<RestoredStory, 'problems'>,
  blockOf: (unit: PageUnit) => string | undefined,
): readonly ProvenanceProblem[] {
  if (!draft.endsTell) return [];
  const problems: ProvenanceProblem[] = [];
  const prose = draft.sequence.filter(
    (unit) => unit.role === 'paragraph' || unit.role === 'speech',
  );
  const last = prose.at(-1);
  for (const unit of prose) {
    const isLong = unit.plain.length >= 15 && /[，。；]/u.test(unit.plain);
    if (unit.openness < 0.8 || !isLong) continue;
    if (draft.joins.some((join) => join.first === unit.index)) continue;
    if (recogniseSignOff(unit.plain)) continue;
    const blockId = blockOf(unit);
    const place = blockId === undefined ? {} : { blockId };
    if (unit === last) {
      if (story.continuesOnPage !== '') continue;
      problems.push({ code: 'unfinished', ...place, reason: 'text-ends-in-mid-sentence' });
    } else problems.push({ code: 'torn-paragraph', ...place, reason: 'no-continuation-found' });
  }
  return problems;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
