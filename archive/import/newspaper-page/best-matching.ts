/**
 * The matching of rows to columns with the greatest sum of weights (Kuhn and Munkres, shortest
 * augmenting paths). A row may stay unmatched at weight 0. Cost: rows² × columns.
 * Returns the column of each row, -1 for unmatched rows.
 */
export function bestMatching(weights: readonly (readonly number[])[], columns: number): number[] {
  const rows = weights.length;
  if (rows === 0) return [];
  // Each row has a column of its own at weight 0, so that it may stay unmatched.
  const width = columns + rows;
  const cost = (row: number, column: number): number => {
    if (column < columns) return -(weights[row]?.[column] ?? -1e6);
    return column - columns === row ? 0 : 1e6;
  };
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  for (let row = 1; row <= rows; row++) {
    const previous = new Int32Array(width + 1);
    const least = new Float64Array(width + 1).fill(Infinity);
    const used = new Uint8Array(width + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= width; other++) {
        if (used[other] === 1) continue;
        const reduced =
          cost(current - 1, other - 1) -
          (rowPotential[current] ?? 0) -
          (columnPotential[other] ?? 0);
        if (reduced < (least[other] ?? Infinity)) {
          least[other] = reduced;
          previous[other] = column;
        }
        if ((least[other] ?? Infinity) < delta) {
          delta = least[other] ?? Infinity;
          next = other;
        }
      }
      for (let other = 0; other <= width; other++) {
        if (used[other] === 1) {
          const owner = rowOf[other] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[other] = (columnPotential[other] ?? 0) - delta;
        } else {
          least[other] = (least[other] ?? Infinity) - delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = previous[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  const matched = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] ?? 0;
    if (row > 0) matched[row - 1] = column - 1;
  }
  return matched;
}
