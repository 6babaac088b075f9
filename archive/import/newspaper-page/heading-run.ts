import type { PageUnit } from './page-unit.ts';

/** Headings that stand together, with nothing but the page's own lines between them. */
export interface HeadingRun {
  readonly units: readonly PageUnit[];
  /** Index of its first unit and of the unit behind its last. */
  readonly start: number;
  readonly end: number;
  /** Odds of heading a story, as a natural logarithm. */
  score: number;
}

/** The runs of headings of a page, in its order. */
export function headingRuns(units: readonly PageUnit[]): HeadingRun[] {
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
      runs.push({ units: current, start, end: at, score: 0 });
    }
    current = [];
  });
  if (current.length > 0) {
    runs.push({ units: current, start, end: units.length, score: 0 });
  }
  return runs;
}

/** Whether a unit prints the beginning of a story, and how surely. */
export function startStrength(unit: PageUnit): number {
  if (unit.lead) return unit.lead.strength;
  return unit.role === 'byline' ? unit.confidence : 0;
}

/** Whether the unit is running text. */
export function isProse(unit: PageUnit): boolean {
  return unit.role === 'paragraph' || unit.role === 'speech' || unit.role === 'bullet';
}

/** Whether a lead or byline follows the run before any text, as stories begin. */
export function opensWithStart(units: readonly PageUnit[], run: HeadingRun): boolean {
  const following = units.slice(run.end, run.end + 3);
  const startAt = following.findIndex((unit) => startStrength(unit) > 0.5);
  if (startAt < 0) return false;
  return !following.slice(0, startAt).some((unit) => isProse(unit) || unit.role === 'heading');
}
