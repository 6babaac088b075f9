/**
 * Keys of issues, rows and bodies are numbers that hold the generation (13 bits), the issue's
 * ordinal by date (20 bits) and a count within the issue (20 bits). A range of dates is therefore a
 * range of keys, whatever the order of the file, and a generation is one range in each table.
 */
const perIssue = 2 ** 20;
const perGeneration = 2 ** 40;

/** Generations are numbered from 1 up to this one and used again once they are swept. */
export const lastGeneration = 2 ** 13 - 1;

export interface KeyRange {
  /** Included. */
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

export function generationRange(generation: number): KeyRange {
  return { from: generation * perGeneration, to: (generation + 1) * perGeneration };
}

/** The keys of all rows of one issue; `from` is the issue's own key. */
export function issueRange(generation: number, ordinal: number): KeyRange {
  if (ordinal >= perIssue) throw new RangeError(`More than ${perIssue} issues in one archive`);
  const from = generation * perGeneration + ordinal * perIssue;
  return { from, to: from + perIssue };
}

/** `index` counts the stories of the issue as they arrive, from 0. */
export function rowKey(generation: number, ordinal: number, index: number): number {
  if (index >= perIssue) throw new RangeError(`More than ${perIssue} stories in one issue`);
  return issueRange(generation, ordinal).from + index;
}

/** The issue's ordinal in the key of an issue or a row. */
export function ordinalOf(key: number): number {
  return Math.floor((key % perGeneration) / perIssue);
}

/** How many stories of the issue came before the one of a row's key. */
export function arrivalOf(key: number): number {
  return key % perIssue;
}

/** `index` counts the blocks of the whole generation, from 0. */
export function bodyKey(generation: number, index: number): number {
  return generation * perGeneration + index;
}
