import type { TextPositionSelector, TextQuoteSelector } from '../../model/annotation.ts';
import { codePointOffset, countCodePoints } from '../code-points.ts';
import type { TextRange } from '../text-range.ts';
import type { Quotation } from './pattern.ts';

/** Code points of context on either side: enough for most passages, and what repetitions may take. */
const contextLengths = [32, 48, 64, 96, 128] as const;
export const longestDescribedContext = 128;
/** So many code points nearer to the passage, the context must already tell it from repetitions. */
const contextToSpare = 16;

/** Whether an offset stands between the halves of a surrogate pair. */
function isInsidePair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/**
 * The range within the text, widened to whole characters; null where nothing is left of it: empty,
 * reversed, outside or not made of numbers.
 */
export function wholeRange(text: string, range: TextRange): TextRange | null {
  let start = Math.max(0, Math.trunc(range.start));
  let end = Math.min(text.length, Math.trunc(range.end));
  if (!(start < end)) return null;
  if (isInsidePair(text, start)) start -= 1;
  if (isInsidePair(text, end)) end += 1;
  return { start, end };
}

/** The UTF-16 offset some code points before another one. */
function stepBack(text: string, from: number, codePoints: number): number {
  let at = from;
  for (let left = codePoints; left > 0 && at > 0; left -= 1) {
    at -= isInsidePair(text, at - 1) ? 2 : 1;
  }
  return at;
}

function stepForward(text: string, from: number, codePoints: number): number {
  let at = from;
  for (let left = codePoints; left > 0 && at < text.length; left -= 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

function occursOnce(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first !== -1 && !text.includes(part, first + 1);
}

/** The passage with so many code points around it. */
export function quotationAt(text: string, { start, end }: TextRange, context: number): Quotation {
  return {
    prefix: text.slice(stepBack(text, start, context), start),
    exact: text.slice(start, end),
    suffix: text.slice(end, stepForward(text, end, context)),
  };
}

/** What finds a passage again. Positions are code points, as what leaves the program has them. */
export interface PassageSelectors {
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
}

/**
 * Describes a passage so that it can be found again in a changed text. Each side of the context is
 * as long as it takes to tell the passage from its repetitions and a little longer, 32 to 128 code
 * points. Null where the range holds nothing.
 */
export function describe(text: string, range: TextRange): PassageSelectors | null {
  const whole = wholeRange(text, range);
  if (!whole) return null;
  const { start, end } = whole;
  const exact = text.slice(start, end);
  const before = (length: number): string => text.slice(stepBack(text, start, length), start);
  const after = (length: number): string => text.slice(end, stepForward(text, end, length));
  const tellsBefore = contextLengths.find((length) =>
    occursOnce(text, before(length - contextToSpare) + exact),
  );
  const tellsAfter = contextLengths.find((length) =>
    occursOnce(text, exact + after(length - contextToSpare)),
  );
  // A side that tells nothing is kept short where the other one does; where neither does, both
  // together may.
  const least = (tellsBefore ?? tellsAfter) ? contextToSpare : longestDescribedContext;
  const prefix = before(tellsBefore ?? least);
  const suffix = after(tellsAfter ?? least);
  const position = codePointOffset(text, start);
  return {
    position: {
      type: 'TextPositionSelector',
      start: position,
      end: position + countCodePoints(exact),
    },
    quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
  };
}
