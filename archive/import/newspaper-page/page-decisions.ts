/** What a person decided about a page; kept beside the source and applied on every build. */

/** Names a unit of the source: its place, and its first characters in case the place has moved. */
export interface SourceAnchor {
  /** UTF-16 offset of its first character in the Markdown. */
  readonly start: number;
  /** Its first 24 characters. */
  readonly quote: string;
}

/** What a unit can be said to be. */
export type DecidedRole =
  'kicker' | 'headline' | 'deck' | 'section-head' | 'paragraph' | 'byline' | 'caption' | 'banner';

export const decidedRoles: readonly DecidedRole[] = [
  'kicker',
  'headline',
  'deck',
  'section-head',
  'paragraph',
  'byline',
  'caption',
  'banner',
];

export type PageDecision =
  | {
      readonly kind: 'join';
      readonly first: SourceAnchor;
      readonly second: SourceAnchor;
      readonly isJoined: boolean;
    }
  | {
      readonly kind: 'move';
      readonly unit: SourceAnchor;
      /** The anchor of the story it belongs to. */
      readonly story: SourceAnchor;
      /** The unit it follows; null: first of the story; absent: where the order puts it. */
      readonly after?: SourceAnchor | null;
    }
  /** `at` is a UTF-16 offset in the Markdown: where the second part begins. */
  | { readonly kind: 'split'; readonly at: number; readonly quote: string }
  | { readonly kind: 'role'; readonly unit: SourceAnchor; readonly role: DecidedRole };

/** The sidecar file of a page, `<page>.decisions.json`. */
export interface PageDecisions {
  readonly format: 'guzhi-page-decisions';
  readonly formatVersion: 1;
  readonly decisions: readonly PageDecision[];
}

export const quoteLength = 24;

/** Reads a sidecar file; null where it is not one. Decisions of an unknown kind are left out. */
export function parseDecisions(json: string): PageDecisions | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.format !== 'guzhi-page-decisions') return null;
  if (value.formatVersion !== 1 || !Array.isArray(value.decisions)) return null;
  const decisions = value.decisions.filter(isDecision);
  return { format: 'guzhi-page-decisions', formatVersion: 1, decisions };
}

/** The sidecar file's text. */
export function serializeDecisions(decisions: readonly PageDecision[]): string {
  const file: PageDecisions = { format: 'guzhi-page-decisions', formatVersion: 1, decisions };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Adds a decision; one about the same thing is replaced. */
export function withDecision(
  decisions: readonly PageDecision[],
  added: PageDecision,
): readonly PageDecision[] {
  const topic = topicOf(added);
  return [...decisions.filter((decision) => topicOf(decision) !== topic), added];
}

function topicOf(decision: PageDecision): string {
  switch (decision.kind) {
    case 'join':
      return `join ${decision.first.start} ${decision.second.start}`;
    case 'split':
      return `split ${decision.at}`;
    case 'move':
    case 'role':
      return `${decision.kind} ${decision.unit.start}`;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnchor(value: unknown): value is SourceAnchor {
  return isRecord(value) && Number.isInteger(value.start) && typeof value.quote === 'string';
}

function isDecision(value: unknown): value is PageDecision {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'join':
      return isAnchor(value.first) && isAnchor(value.second) && typeof value.isJoined === 'boolean';
    case 'move':
      return (
        isAnchor(value.unit) &&
        isAnchor(value.story) &&
        (value.after === undefined || value.after === null || isAnchor(value.after))
      );
    case 'split':
      return Number.isInteger(value.at) && typeof value.quote === 'string';
    case 'role':
      return isAnchor(value.unit) && decidedRoles.some((role) => role === value.role);
    default:
      return false;
  }
}
