import { inks, type Ink } from '../../archive/model/annotation.ts';

/** What of all notes is listed apart from the usual: what needs a person, and the trash. */
export const notesViews = ['all', 'orphans', 'conflicts', 'trash'] as const;
export type NotesView = (typeof notesViews)[number];

export const noteKinds = ['fill', 'underline', 'corrected', 'article', 'page'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const noteGroupings = ['story', 'date', 'tag'] as const;
export type NoteGrouping = (typeof noteGroupings)[number];

/** What the list of all notes is narrowed to. Within one member any value will do. */
export interface NotesFilter {
  readonly view: NotesView;
  /** Sought in quotes, notes, corrected readings and tags, in any script. */
  readonly text: string;
  readonly inks: readonly Ink[];
  readonly tags: readonly string[];
  readonly kinds: readonly NoteKind[];
  readonly archives: readonly string[];
  /** Which date `from` and `to` are of: the newspaper's, or the note's last change. */
  readonly dateOf: 'issue' | 'note';
  /** `YYYY-MM-DD`, included; null for an open end. */
  readonly from: string | null;
  readonly to: string | null;
  readonly grouping: NoteGrouping;
}

export const allNotes: NotesFilter = {
  view: 'all',
  text: '',
  inks: [],
  tags: [],
  kinds: [],
  archives: [],
  dateOf: 'issue',
  from: null,
  to: null,
  grouping: 'story',
};

const lists = { inks: 'ink', tags: 'tag', kinds: 'kind', archives: 'archive' } as const;
export type NotesFacet = keyof typeof lists;
export const notesFacets = Object.keys(lists) as NotesFacet[];

/** The filter as the hash has it after `?`; empty for all notes. */
export function formatNotesFilter(filter: NotesFilter): string {
  const pairs = new URLSearchParams();
  if (filter.view !== 'all') pairs.append('view', filter.view);
  if (filter.text !== '') pairs.append('text', filter.text.toWellFormed());
  for (const facet of notesFacets) {
    for (const value of filter[facet]) pairs.append(lists[facet], value.toWellFormed());
  }
  if (filter.dateOf !== 'issue') pairs.append('of', filter.dateOf);
  if (filter.from !== null) pairs.append('from', filter.from);
  if (filter.to !== null) pairs.append('to', filter.to);
  if (filter.grouping !== 'story') pairs.append('by', filter.grouping);
  return pairs.toString();
}

function oneOf<Name extends string>(names: readonly Name[], value: string | null): Name | null {
  return names.find((name) => name === value) ?? null;
}

function known<Name extends string>(names: readonly Name[], values: readonly string[]): Name[] {
  return names.filter((name) => values.includes(name));
}

/** What is not known is left out. */
export function parseNotesFilter(text: string): NotesFilter {
  const pairs = new URLSearchParams(text);
  const day = (name: string): string | null => {
    const value = pairs.get(name);
    return value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  };
  return {
    view: oneOf(notesViews, pairs.get('view')) ?? 'all',
    text: pairs.get('text') ?? '',
    inks: known(inks, pairs.getAll('ink')),
    tags: pairs.getAll('tag'),
    kinds: known(noteKinds, pairs.getAll('kind')),
    archives: pairs.getAll('archive'),
    dateOf: pairs.get('of') === 'note' ? 'note' : 'issue',
    from: day('from'),
    to: day('to'),
    grouping: oneOf(noteGroupings, pairs.get('by')) ?? 'story',
  };
}

/** The filter with one value of a facet chosen or let go. */
export function toggledNotes(filter: NotesFilter, facet: NotesFacet, value: string): NotesFilter {
  const chosen: readonly string[] = filter[facet];
  const others = chosen.filter((each) => each !== value);
  return { ...filter, [facet]: others.length < chosen.length ? others : [...chosen, value] };
}

/** Whether less than the whole of the view is listed. */
export function narrowsNotes(filter: NotesFilter): boolean {
  return (
    filter.text !== '' ||
    filter.from !== null ||
    filter.to !== null ||
    notesFacets.some((facet) => filter[facet].length > 0)
  );
}
