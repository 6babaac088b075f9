import type { HeadFindings } from './find-story-heads.ts';
import type { UnitJoin } from './match-joins.ts';
import type { DecidedRole } from './page-decisions.ts';
import type { PageUnit } from './page-unit.ts';
import type { StoryHead } from './story-head.ts';
import { ownStart } from './story-head.ts';

type Field = 'kickers' | 'headlines' | 'decks' | 'columns';
const fields: readonly Field[] = ['kickers', 'headlines', 'decks', 'columns'];
const fieldOfRole: Readonly<Partial<Record<DecidedRole, Field>>> = {
  kicker: 'kickers',
  headline: 'headlines',
  deck: 'decks',
};

/** Heads as a person has decided them, and stories without a headline where nothing heads them. */
export function applyRoleDecisions(
  units: readonly PageUnit[],
  findings: HeadFindings,
  roles: ReadonlyMap<number, DecidedRole>,
): HeadFindings {
  const banners = new Set(findings.banners);
  const sections = new Map(findings.sections);
  let heads = [...findings.heads];
  for (const [index, role] of roles) {
    const unit = units[index];
    if (!unit) continue;
    heads = heads.map((head) => without(head, unit)).filter((head) => !isEmpty(head));
    const owner = heads.findIndex((head) => head.start <= index && index < head.end);
    banners.delete(index);
    sections.delete(index);
    const field = fieldOfRole[role];
    if (role === 'banner') banners.add(index);
    else if (role === 'section-head') sections.set(index, 1);
    else if (field === 'headlines' && (owner < 0 || heads[owner]?.headlines.length !== 0)) {
      heads.push({
        kickers: [],
        headlines: [unit],
        decks: [],
        columns: [],
        start: index,
        end: index + 1,
        confidence: 1,
      });
    } else if (field) {
      const at = owner >= 0 ? owner : nearestHead(heads, index);
      const head = heads[at];
      if (head) heads[at] = { ...head, [field]: [...head[field], unit] };
      else banners.add(index);
    }
  }
  heads = heads.filter((head) => !isEmpty(head));
  heads.push(...headlessStories(units, heads, findings, banners));
  heads.sort((a, b) => a.start - b.start);
  return { ...findings, heads, banners, sections };
}

function isEmpty(head: StoryHead): boolean {
  return fields.every((field) => head[field].length === 0);
}

function without(head: StoryHead, unit: PageUnit): StoryHead {
  const drop = (list: readonly PageUnit[]): readonly PageUnit[] =>
    list.filter((one) => one !== unit);
  return {
    ...head,
    kickers: drop(head.kickers),
    headlines: drop(head.headlines),
    decks: drop(head.decks),
    columns: drop(head.columns),
  };
}

function nearestHead(heads: readonly StoryHead[], index: number): number {
  let nearest = -1;
  heads.forEach((head, at) => {
    const best = heads[nearest];
    if (!best || Math.abs(head.start - index) < Math.abs(best.start - index)) nearest = at;
  });
  return nearest;
}

/** Stories that begin on the page although no heading is left to head them. */
function headlessStories(
  units: readonly PageUnit[],
  heads: readonly StoryHead[],
  findings: HeadFindings,
  banners: ReadonlySet<number>,
): readonly StoryHead[] {
  const headless = (start: number): StoryHead => ({
    kickers: [],
    headlines: [],
    decks: [],
    columns: [],
    start,
    end: start,
    confidence: 0.5,
  });
  const own = (head: StoryHead): boolean => {
    const start = ownStart(units, head);
    return start !== undefined && !findings.openStarts.includes(start.index);
  };
  const free = heads.filter((head) => !own(head)).length;
  const surplus = Math.max(0, findings.openStarts.length - free);
  const starts = findings.openStarts.slice(0, surplus);
  if (starts.length > 0) return starts.map(headless);
  if (heads.length > 0) return [];
  const first = units.find(
    (unit) =>
      unit.role === 'paragraph' ||
      unit.role === 'speech' ||
      unit.role === 'bullet' ||
      unit.role === 'table',
  );
  const hasSection = units.some((unit) => unit.role === 'heading' && !banners.has(unit.index));
  return first && !hasSection ? [headless(first.index)] : first ? [headless(first.index)] : [];
}

export interface SettledHeads {
  readonly heads: readonly StoryHead[];
  readonly sections: ReadonlyMap<number, number>;
  /** Headings that have gone from the body into a head. */
  readonly taken: ReadonlySet<number>;
}

/**
 * A heading in the middle of a joined paragraph is no section head: it is the kicker of its story
 * that the page has put there, or the headline of a story that lacks one.
 */
export function settleStrayHeadings(
  units: readonly PageUnit[],
  findings: HeadFindings,
  storyOf: Int32Array,
  joins: readonly UnitJoin[],
): SettledHeads {
  const heads = [...findings.heads];
  const sections = new Map(findings.sections);
  const taken = new Set<number>();
  for (const index of findings.sections.keys()) {
    const unit = units[index];
    const story = storyOf[index] ?? -1;
    const head = heads[story];
    if (!unit || !head) continue;
    const isInParagraph = joins.some(
      (join) => join.first === index - 1 && join.second === index + 1,
    );
    const others = [...findings.sections.keys()].filter((other) => other !== index && units[other]);
    const isBigger =
      unit.level <= 6 &&
      others.length > 1 &&
      others.every((other) => (units[other]?.level ?? 0) > unit.level) &&
      head.kickers.length === 0 &&
      index > head.end;
    const field =
      head.headlines.length === 0 ? 'headlines' : head.kickers.length === 0 ? 'kickers' : null;
    if ((!isInParagraph && !isBigger) || field === null) continue;
    heads[story] = { ...head, [field]: [unit] };
    sections.delete(index);
    taken.add(index);
  }
  return { heads, sections, taken };
}
