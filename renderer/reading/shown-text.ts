import type { TextRange } from '../../archive/text/text-range.ts';
import { toHeldRange, toShownRange } from './segments.tsx';
import { paintedRange, shownSegments, type ShownSegment } from './text-places.ts';

interface PlacedSegment extends ShownSegment {
  /** The end of what it holds, in the canonical text. */
  readonly end: number;
}

/** A place between two characters of the document. */
export interface DocumentPoint {
  readonly node: Text;
  readonly offset: number;
}

/** A story's text as it stands on screen, for many questions between two drawings. */
export class ShownText {
  /** In the order of the canonical text. */
  readonly #segments: readonly PlacedSegment[];
  readonly #byNode: ReadonlyMap<Node, PlacedSegment>;

  constructor(root: ParentNode) {
    this.#segments = shownSegments(root)
      .map((segment) => {
        const held = toHeldRange(segment.element, { start: 0, end: segment.node.length });
        return { ...segment, end: segment.start + held.end };
      })
      .sort((a, b) => a.start - b.start);
    this.#byNode = new Map(this.#segments.map((segment) => [segment.node, segment]));
  }

  /** The segments that show some of a range of the canonical text. */
  #within({ start, end }: TextRange): readonly PlacedSegment[] {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: PlacedSegment[] = [];
    for (let index = low; index < this.#segments.length; index += 1) {
      const segment = this.#segments[index];
      if (segment === undefined || segment.start >= end) break;
      found.push(segment);
    }
    return found;
  }

  /** The elements that show some of a range of the canonical text. */
  elementsOf(held: TextRange): readonly HTMLElement[] {
    return this.#within(held).map(({ element }) => element);
  }

  /** The ranges of the document that show a range of the canonical text, one a segment. */
  rangesOf(held: TextRange): readonly StaticRange[] {
    return this.#within(held).map((segment) => {
      const inside = {
        start: Math.max(segment.start, held.start) - segment.start,
        end: Math.min(segment.end, held.end) - segment.start,
      };
      return paintedRange(segment, toShownRange(segment.element, inside));
    });
  }

  /**
   * What a range of the document shows of the canonical text, in its order; stretches that only a
   * break between segments keeps apart are one.
   */
  heldOf(range: Range): readonly TextRange[] {
    const runs: TextRange[] = [];
    for (const { element, node, start } of this.#segments) {
      if (!range.intersectsNode(node)) continue;
      const shown = {
        start: range.startContainer === node ? range.startOffset : 0,
        end: range.endContainer === node ? range.endOffset : node.length,
      };
      if (shown.start >= shown.end) continue;
      const held = toHeldRange(element, shown);
      const last = runs.at(-1);
      const next = { start: start + held.start, end: start + held.end };
      if (last !== undefined && next.start <= last.end + 1) {
        runs[runs.length - 1] = { start: last.start, end: next.end };
      } else runs.push(next);
    }
    return runs;
  }

  /** The canonical offset of the character after a place of the document; null outside the story. */
  heldAt(node: Node, offset: number): number | null {
    const segment = this.#byNode.get(node);
    if (segment === undefined) return null;
    const end = Math.min(segment.node.length, offset + 1);
    const shown = { start: Math.min(offset, end), end };
    return segment.start + toHeldRange(segment.element, shown).start;
  }

  /** The place of the document before the character at a canonical offset; null where none is shown. */
  pointOf(held: number): DocumentPoint | null {
    const [segment] = this.#within({ start: held, end: held + 2 });
    if (segment === undefined) {
      const last = this.#segments.at(-1);
      return last === undefined ? null : { node: last.node, offset: last.node.length };
    }
    const at = Math.max(0, held - segment.start);
    const { start } = toShownRange(segment.element, { start: at, end: at + 1 });
    return { node: segment.node, offset: Math.min(start, segment.node.length) };
  }

  /** The place of the document after the character before a canonical offset. */
  pointBehind(held: number): DocumentPoint | null {
    const [segment] = this.#within({ start: held - 2, end: held }).slice(-1);
    if (segment === undefined) return null;
    const at = Math.min(held, segment.end) - segment.start;
    const { end } = toShownRange(segment.element, { start: at - 1, end: at });
    return { node: segment.node, offset: Math.min(end, segment.node.length) };
  }

  /** The stretch of the text of which something stands within a box of the window; null for nothing. */
  heldWithin(box: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>): TextRange | null {
    let from = Infinity;
    let to = -1;
    for (const { element, start, end } of this.#segments) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (right < box.left || left > box.right || bottom < box.top || top > box.bottom) continue;
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
    return to === -1 ? null : { start: from, end: to };
  }

  /** Whether a node holds text of the story. */
  holds(node: Node | null): boolean {
    return node !== null && this.#byNode.has(node);
  }
}
