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
  const width = to.length + 1;
  const costs = new Float64Array((from.length + 1) * width);
  for (let c = 1; c <= to.length; c += 1) costs[c] = c * skipCost;
  for (let r = 1; r <= from.length; r += 1) {
    costs[r * width] = r * skipCost;
    for (let c = 1; c <= to.length; c += 1) {
      costs[r * width + c] = Math.min(
        (costs[(r - 1) * width + c - 1] ?? 0) + markCost(from[r - 1] ?? 0, to[c - 1] ?? 0),
        (costs[(r - 1) * width + c] ?? 0) + skipCost,
        (costs[r * width + c - 1] ?? 0) + skipCost,
      );
    }
  }
  let r = from.length;
  let c = to.length;
  let [left, right] = [-1, -1];
  const visit = (): void => {
    if (r !== boundary) return;
    left = c;
    right = Math.max(right, c);
  };
  visit();
  while (r > 0 || c > 0) {
    const cost = costs[r * width + c] ?? 0;
    if (
      r > 0 &&
      c > 0 &&
      cost === (costs[(r - 1) * width + c - 1] ?? 0) + markCost(from[r - 1] ?? 0, to[c - 1] ?? 0)
    ) {
      r -= 1;
      c -= 1;
    } else if (r > 0 && cost === (costs[(r - 1) * width + c] ?? 0) + skipCost) r -= 1;
    else c -= 1;
    visit();
  }
  return { left, right };
}
