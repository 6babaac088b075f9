import { markCost } from './marks.ts';

const skipCost = 2;
/** Longer rows of marks are not compared one by one. */
const mostMarks = 40;

/**
 * Where a boundary between two marks of a row stands in another printing of it: as far left and as
 * far right as the cheapest alignment allows. `boundary` counts the marks before it.
 */
export function alignBoundary(
  from: Uint32Array,
  to: Uint32Array,
  boundary: number,
): { readonly left: number; readonly right: number } {
  if (from.length > mostMarks || to.length > mostMarks) {
    const isNearStart = boundary * 2 < from.length;
    const place = isNearStart
      ? Math.min(boundary, to.length)
      : Math.max(0, to.length - (from.length - boundary));
    return { left: place, right: place };
  }
  const before = alignmentCosts(from.subarray(0, boundary), to);
  const behind = alignmentCosts(from.subarray(boundary).toReversed(), to.toReversed()).toReversed();
  const costs = before.map((cost, at) => cost + (behind[at] ?? 0));
  const least = Math.min(...costs);
  return { left: costs.indexOf(least), right: costs.lastIndexOf(least) };
}

/** What it costs to align all of one row of marks with each beginning of another one. */
function alignmentCosts(from: Uint32Array, to: Uint32Array): Float64Array {
  let row = Float64Array.from({ length: to.length + 1 }, (_, at) => at * skipCost);
  for (const mark of from) {
    const next = new Float64Array(row.length);
    next[0] = (row[0] ?? 0) + skipCost;
    for (let at = 1; at < row.length; at += 1) {
      next[at] = Math.min(
        (row[at - 1] ?? 0) + markCost(mark, to[at - 1] ?? 0),
        (row[at] ?? 0) + skipCost,
        (next[at - 1] ?? 0) + skipCost,
      );
    }
    row = next;
  }
  return row;
}
