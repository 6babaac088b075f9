import type { DecidedRole, PageDecision, SourceAnchor } from './page-decisions.ts';
import { quoteLength } from './page-decisions.ts';
import type { PageUnit } from './page-unit.ts';

/** Decisions as places in the list of units. */
export interface ResolvedDecisions {
  readonly roles: ReadonlyMap<number, DecidedRole>;
  /** `first second` → joined or not. */
  readonly joins: ReadonlyMap<string, boolean>;
  readonly moves: readonly {
    readonly unit: number;
    readonly story: number;
    readonly after: number | null | undefined;
  }[];
  /** Decisions whose unit is no longer on the page. */
  readonly orphans: readonly PageDecision[];
}

/** The anchor of a unit. */
export function anchorOf(unit: Pick<PageUnit, 'text'>): SourceAnchor {
  return { start: unit.text.offsets[0] ?? 0, quote: unit.text.text.slice(0, quoteLength) };
}

/** Finds the unit an anchor names: at its place, else the one unit that begins with its words. */
function findUnit(units: readonly PageUnit[], anchor: SourceAnchor): number | null {
  const isIt = (unit: PageUnit): boolean => anchorOf(unit).quote === anchor.quote;
  const there = units.find((unit) => unit.text.offsets[0] === anchor.start && isIt(unit));
  if (there) return there.index;
  const alike = units.filter(isIt);
  return alike.length === 1 && alike[0] && anchor.quote !== '' ? alike[0].index : null;
}

/** Source offsets at which a person has split a unit; those where the words have changed are left out. */
export function splitOffsets(
  markdown: string,
  decisions: readonly PageDecision[],
): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const decision of decisions) {
    if (decision.kind !== 'split') continue;
    if (markdown.startsWith(decision.quote, decision.at)) offsets.add(decision.at);
  }
  return offsets;
}

export function resolveDecisions(
  markdown: string,
  units: readonly PageUnit[],
  decisions: readonly PageDecision[],
): ResolvedDecisions {
  const roles = new Map<number, DecidedRole>();
  const joins = new Map<string, boolean>();
  const moves: { unit: number; story: number; after: number | null | undefined }[] = [];
  const orphans: PageDecision[] = [];
  for (const decision of decisions) {
    switch (decision.kind) {
      case 'split':
        if (!markdown.startsWith(decision.quote, decision.at)) orphans.push(decision);
        break;
      case 'join': {
        const first = findUnit(units, decision.first);
        const second = findUnit(units, decision.second);
        if (first === null || second === null) orphans.push(decision);
        else joins.set(`${first} ${second}`, decision.isJoined);
        break;
      }
      case 'role': {
        const unit = findUnit(units, decision.unit);
        if (unit === null) orphans.push(decision);
        else roles.set(unit, decision.role);
        break;
      }
      case 'move': {
        const unit = findUnit(units, decision.unit);
        const story = findUnit(units, decision.story);
        const after = decision.after ? findUnit(units, decision.after) : decision.after;
        if (unit === null || story === null) orphans.push(decision);
        else
          moves.push({ unit, story, after: decision.after && after === null ? undefined : after });
        break;
      }
    }
  }
  return { roles, joins, moves, orphans };
}
