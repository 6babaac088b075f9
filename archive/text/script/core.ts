/**
 * Cores: the stretches of a conversion that do not map unit by unit, such as 软件 → 軟體. Everything
 * between them does. A list holds four numbers a core, in order: source start and end, target start
 * and end; neither side of a core is ever empty, and cores do not touch unless both sides do.
 */
export type Cores = number[];

/**
 * The cores of two conversions one after the other; where cores meet in the middle text they grow
 * into one.
 */
export function composeCores(first: Cores, second: Cores): Cores {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const composed: Cores = [];
  let i = 0;
  let j = 0;
  // Offset of the source behind, and of the target before, the middle text at this place.
  let sourceShift = 0;
  let targetShift = 0;
  while (i < first.length || j < second.length) {
    const middleOfFirst = first[i + 2] ?? Infinity;
    const middleOfSecond = second[j] ?? Infinity;
    const start = Math.min(middleOfFirst, middleOfSecond);
    let end = start;
    const sourceStart = start + sourceShift;
    const targetStart = start + targetShift;
    // Takes in whatever overlaps what was taken in so far.
    for (;;) {
      const a = first[i + 2] ?? Infinity;
      const b = second[j] ?? Infinity;
      if (a < end || (a === start && end === start)) {
        end = Math.max(end, first[i + 3] ?? 0);
        sourceShift = (first[i + 1] ?? 0) - (first[i + 3] ?? 0);
        i += 4;
      } else if (b < end || (b === start && end === start)) {
        end = Math.max(end, second[j + 1] ?? 0);
        targetShift = (second[j + 3] ?? 0) - (second[j + 1] ?? 0);
        j += 4;
      } else break;
    }
    composed.push(sourceStart, end + sourceShift, targetStart, end + targetShift);
  }
  return composed;
}

/** Appends the cores of a part of the text whose ends stand at these offsets. */
export function appendCores(to: Cores, from: Cores, source: number, target: number): void {
  for (let k = 0; k < from.length; k += 4) {
    to.push(
      (from[k] ?? 0) + source,
      (from[k + 1] ?? 0) + source,
      (from[k + 2] ?? 0) + target,
      (from[k + 3] ?? 0) + target,
    );
  }
}
