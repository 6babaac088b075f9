/** A note before it has its place; lengths in px along the direction in which lines follow. */
export interface UnplacedNote {
  readonly id: string;
  /** Where its line begins. */
  readonly line: number;
  readonly length: number;
  /** What is left of it when it is folded to one line. */
  readonly foldedLength: number;
}

export interface PlacedNote {
  readonly id: string;
  readonly at: number;
  readonly isFolded: boolean;
}

/**
 * Places notes beside their lines so that none overlap. A note that would reach over the next one's
 * line folds, and what has no room even so moves on. The active note keeps its line at full length;
 * those before it fold and make way, those behind it move on.
 */
export function placeNotes(
  notes: readonly UnplacedNote[],
  gap: number,
  activeId: string | null,
): readonly PlacedNote[] {
  const inOrder = [...notes].sort((a, b) => a.line - b.line);
  const active = inOrder.findIndex(({ id }) => id === activeId);
  const placed: PlacedNote[] = [];
  let free = 0;
  for (const [index, { id, line, length, foldedLength }] of inOrder.entries()) {
    const at = index === active ? pinned(placed, inOrder, line, gap) : Math.max(line, free);
    const next = inOrder[index + 1]?.line ?? Infinity;
    const isFolded = index !== active && at + length + gap > next;
    placed.push({ id, at, isFolded });
    free = at + (isFolded ? foldedLength : length) + gap;
  }
  return placed;
}

/** Folds and moves what was placed so far out of the way of a note at its own line; the place it gets. */
function pinned(
  placed: PlacedNote[],
  inOrder: readonly UnplacedNote[],
  line: number,
  gap: number,
): number {
  const lengthOf = ({ isFolded }: PlacedNote, index: number): number =>
    (isFolded ? inOrder[index]?.foldedLength : inOrder[index]?.length) ?? 0;
  let limit = line;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const note = placed[index];
    if (note === undefined || note.at + lengthOf(note, index) + gap <= limit) break;
    const foldedLength = inOrder[index]?.foldedLength ?? 0;
    limit = Math.min(note.at, limit - foldedLength - gap);
    placed[index] = { ...note, at: limit, isFolded: true };
  }
  if (limit >= 0) return line;
  // There is no room before the beginning: everything moves on by what is missing.
  let free = 0;
  for (const [index, note] of placed.entries()) {
    const at = Math.max(note.at, free);
    placed[index] = { ...note, at };
    free = at + lengthOf(note, index) + gap;
  }
  return Math.max(line, free);
}
