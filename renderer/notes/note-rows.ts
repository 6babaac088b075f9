import type { ListedNote, NoteGroup } from './arrange-notes.ts';

/** A line of the list: the head of a group, or a note. */
export type NoteRow =
  | { readonly kind: 'head'; readonly key: string; readonly group: NoteGroup }
  | { readonly kind: 'note'; readonly key: string; readonly note: ListedNote };

/** The groups as one list of rows. */
export function rowsOf(groups: readonly NoteGroup[]): readonly NoteRow[] {
  return groups.flatMap((group): NoteRow[] => [
    { kind: 'head', key: `head ${group.key}`, group },
    ...group.notes.map((note): NoteRow => ({
      kind: 'note',
      key: `${group.key} ${note.annotation.id}`,
      note,
    })),
  ]);
}

/** The nearest note at or after a row, else before it; -1 where the list has none. */
export function nearestNote(rows: readonly NoteRow[], from: number, step: 1 | -1): number {
  const isNote = (index: number): boolean => rows[index]?.kind === 'note';
  const bounded = Math.max(0, Math.min(rows.length - 1, from));
  for (const direction of [step, -step]) {
    for (let at = bounded; at >= 0 && at < rows.length; at += direction) {
      if (isNote(at)) return at;
    }
  }
  return -1;
}
