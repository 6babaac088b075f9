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

function byAge(a: MarkedRange, b: MarkedRange): number {
  if (a.created === b.created) return a.id < b.id ? -1 : 1;
  return a.created < b.created ? -1 : 1;
}

/**
 * Gives each mark the first lane that is free along all of it, the elder ones first, so that the
 * lines of marks never coincide; fills lie at most two deep, and what would be a third is a line.
 */
export class Lanes {
  readonly #lanes = lines(laneCount);
  readonly #fills = lines(deepestFill);
  readonly #found = new Map<string, Lane>();
  #youngest: MarkedRange | null = null;

  /** False, with nothing done, where one of them is elder than what is there already. */
  add(marks: readonly MarkedRange[]): boolean {
    const inOrder = [...marks].sort(byAge);
    const [first] = inOrder;
    if (first === undefined) return true;
    if (this.#youngest !== null && byAge(first, this.#youngest) < 0) return false;
    for (const mark of inOrder) {
      const free = this.#lanes.findIndex((line) => line.take(mark));
      this.#found.set(mark.id, {
        lane: free === -1 ? laneCount - 1 : free,
        hasFill: mark.style === 'fill' && this.#fills.some((line) => line.take(mark)),
      });
    }
    this.#youngest = inOrder.at(-1) ?? null;
    return true;
  }

  /** By the annotation's id. */
  found(): ReadonlyMap<string, Lane> {
    return new Map(this.#found);
  }
}

/** The lanes of these marks, by the annotation's id. */
export function laneOf(marks: readonly MarkedRange[]): ReadonlyMap<string, Lane> {
  const lanes = new Lanes();
  lanes.add(marks);
  return lanes.found();
}
