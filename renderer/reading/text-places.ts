import type { TextRange } from '../../archive/text/script/conversion.ts';
import { toHeldRange, toShownRange } from './segments.tsx';

/**
 * Between ranges of a story's canonical text (UTF-16 offsets) and ranges of the document. A segment
 * on screen carries its place as `data-start`; its one text node holds what is shown of it.
 */

/** A segment as it stands on screen. */
export interface ShownSegment {
  readonly element: HTMLElement;
  readonly node: Text;
  /** Where it begins in the canonical text. */
  readonly start: number;
}

/** The segments in a part of the document, in the order they stand there. */
export function shownSegments(root: ParentNode): readonly ShownSegment[] {
  const found: ShownSegment[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('.segment[data-start]')) {
    const node = element.firstChild;
    if (node instanceof Text) found.push({ element, node, start: Number(element.dataset.start) });
  }
  return found;
}

/** A stretch of what a segment shows, as a range to paint; it outlives changes of the document. */
export function paintedRange({ node }: ShownSegment, shown: TextRange): StaticRange {
  return new StaticRange({
    startContainer: node,
    startOffset: Math.min(shown.start, node.length),
    endContainer: node,
    endOffset: Math.min(shown.end, node.length),
  });
}

/** What a segment holds of the canonical text; its end is the text's own. */
function heldRangeOf({ element, node, start }: ShownSegment): TextRange {
  const held = toHeldRange(element, { start: 0, end: node.length });
  return { start: start + held.start, end: start + held.end };
}

/** The ranges of the document that show a range of the canonical text, one a segment. */
export function shownRanges(
  segments: readonly ShownSegment[],
  held: TextRange,
): readonly StaticRange[] {
  return segments.flatMap((segment) => {
    const own = heldRangeOf(segment);
    const start = Math.max(own.start, held.start);
    const end = Math.min(own.end, held.end);
    if (start >= end) return [];
    const inside = { start: start - segment.start, end: end - segment.start };
    return [paintedRange(segment, toShownRange(segment.element, inside))];
  });
}

/** The parts of the canonical text that a range of the document shows, in the text's order. */
export function heldRanges(segments: readonly ShownSegment[], range: Range): readonly TextRange[] {
  return segments
    .flatMap(({ element, node, start }) => {
      if (!range.intersectsNode(node)) return [];
      const shown = {
        start: range.startContainer === node ? range.startOffset : 0,
        end: range.endContainer === node ? range.endOffset : node.length,
      };
      if (shown.start >= shown.end) return [];
      const held = toHeldRange(element, shown);
      return [{ start: start + held.start, end: start + held.end }];
    })
    .sort((a, b) => a.start - b.start);
}
