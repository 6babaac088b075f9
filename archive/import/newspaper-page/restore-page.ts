import type { PageDecision } from './page-decisions.ts';
import { isBinary } from './page-problems.ts';
import type { RestoredPart } from './restore-part.ts';
import { restorePart } from './restore-part.ts';
import type { PageProblem, RestoredPage } from './restored-page.ts';
import { scanPage } from './scan-page.ts';
import type { SourceBlock } from './source-block.ts';
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

/** No printed page has more blocks; longer sources are taken apart in parts, one after another. */
const mostBlocks = 1500;
const blocksOfPart = 160;

/**
 * Restores the stories of a page from the Markdown that OCR and layout tools deliver. Nothing is
 * dropped and nothing made up: every printed character of the source is in one story, in the
 * furniture of the page or among the unplaced texts. Never throws for what the page holds; time
 * grows with the length of the page.
 */
export function restorePage(markdown: string, options: RestoreOptions = {}): RestoredPage {
  const refused = refusal(markdown);
  if (refused) return refused;
  const decisions = options.decisions ?? [];
  const words = options.words ?? emptyWordTable;
  const parts = partsOf(scanPage(markdown)).map((blocks) =>
    restorePart(markdown, blocks, { words, decisions, hasMedia: options.hasMedia }),
  );
  return {
    stories: parts.flatMap((part) => part.stories),
    furniture: parts.flatMap((part) => part.furniture),
    unplaced: parts.flatMap((part) => part.unplaced),
    problems: problemsOf(parts),
  };
}

function partsOf(blocks: readonly SourceBlock[]): readonly (readonly SourceBlock[])[] {
  if (blocks.length <= mostBlocks) return [blocks];
  const parts: SourceBlock[][] = [];
  let part: SourceBlock[] = [];
  for (const block of blocks) {
    const isFull = part.length >= blocksOfPart && !block.isTight;
    if (isFull || (part.length >= blocksOfPart * 0.8 && block.kind === 'heading')) {
      parts.push(part);
      part = [];
    }
    part.push(block);
    if (part.length >= mostBlocks) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function problemsOf(parts: readonly RestoredPart[]): readonly PageProblem[] {
  const orphans = (parts[0]?.orphans ?? []).filter((orphan) =>
    parts.every((part) => part.orphans.includes(orphan)),
  );
  const problems = orphans.map((orphan): PageProblem => ({
    code: 'decision-without-place',
    detail: JSON.stringify(orphan),
  }));
  if (parts.length === 1) return [...(parts[0]?.problems ?? []), ...problems];
  return [{ code: 'very-long', detail: String(parts.length) }, ...problems];
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
