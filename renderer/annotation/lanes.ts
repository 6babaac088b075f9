import type { MarkStyle } from '../../archive/model/annotation.ts';
import type { TextRange } from '../../archive/text/text-range.ts';

/** Lanes of lines under the text; what overlaps in more layers shares the last one. */
export const laneCount = 5;
/** Fills that may lie over each other; more would leave the text without contrast. */
const deepestFill = 2;

export interface MarkedRange extends TextRange {
  readonly id: string;
  readonly style: MarkStyle;
  /** The elder mark keeps its lane. */
  readonly created: string;
}

export interface Lane {
  /** 0 is next to the text. */
  readonly lane: number;
  readonly hasFill: boolean;
}

/** Ranges that do not overlap, in order. */
class FreeLine {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Takes the range if nothing of it is taken. */
  take({ start, end }: TextRange): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    if ((this.#starts[low] ?? Infinity) < end) return false;
    this.#starts.splice(low, 0, start);
    this.#ends.splice(low, 0, end);
    return true;
  }
}

function lines(count: number): readonly FreeLine[] {
  return Array.from({ length: count }, () => new FreeLine());
}

/**
 * Gives each mark the first lane that is free along all of it, the elder ones first, so that the
 * lines of marks never coincide; fills lie at most two deep, and what would be a third is a line.
 */
export function laneOf(marks: readonly MarkedRange[]): ReadonlyMap<string, Lane> {
  const lanes = lines(laneCount);
  const fills = lines(deepestFill);
  const found = new Map<string, Lane>();
  const inOrder = [...marks].sort((a, b) =>
    a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1,
  );
  for (const mark of inOrder) {
    const free = lanes.findIndex((line) => line.take(mark));
    found.set(mark.id, {
      lane: free === -1 ? laneCount - 1 : free,
      hasFill: mark.style === 'fill' && fills.some((line) => line.take(mark)),
    });
  }
  return found;
}
