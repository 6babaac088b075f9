import type { Annotation } from '../../archive/model/annotation.ts';
import { placeKeyOf, type AllNotes, type NotedPlace } from '../database/all-notes.ts';
import type { NoteKind, NotesFacet, NotesFilter } from '../location/notes-filter.ts';

const conflictMember = 'guzhi:conflictOf';

/** A note with its place, where that is loaded. */
export interface ListedNote {
  readonly annotation: Annotation;
  readonly place: NotedPlace | undefined;
}

export interface NoteGroup {
  readonly key: string;
  /** The place that heads it; undefined under a tag and where nothing is loaded. */
  readonly place: NotedPlace | undefined;
  /** The archive that is not loaded, or the tag. */
  readonly name: string;
  readonly notes: readonly ListedNote[];
}

export type FacetCounts = Readonly<Record<NotesFacet, ReadonlyMap<string, number>>>;

export interface ArrangedNotes {
  readonly groups: readonly NoteGroup[];
  /** Notes listed, each once. */
  readonly found: number;
  /** Of each value, with what else is chosen. */
  readonly counts: FacetCounts;
  readonly views: Readonly<Record<NotesFilter['view'], number>>;
}

export function kindOf({ target, mark, correctedReading }: Annotation): readonly NoteKind[] {
  const kinds: NoteKind[] = [];
  if (mark) kinds.push(mark.style);
  if (correctedReading !== undefined) kinds.push('corrected');
  if (target.kind === 'article') kinds.push('article');
  if (target.kind === 'page' || target.kind === 'issue') kinds.push('page');
  return kinds;
}

export function quoteOf({ target }: Annotation): string {
  return target.kind === 'passage' ? (target.selectors.quote?.exact ?? '') : '';
}

function isInView(annotation: Annotation, view: NotesFilter['view'], notes: AllNotes): boolean {
  if (view === 'trash') return annotation.trashed !== undefined;
  if (annotation.trashed !== undefined) return false;
  if (view === 'orphans') return notes.lost.has(annotation.id);
  if (view === 'conflicts') return conflictMember in annotation.ext;
  return true;
}

const folded = new WeakMap<Annotation, string>();

/** All words of a note, folded once and remembered. */
function wordsOf({ annotation, place }: ListedNote, fold: (text: string) => string): string {
  let words = folded.get(annotation);
  if (words === undefined) {
    const { note, tags, correctedReading = '' } = annotation;
    words = fold(
      [quoteOf(annotation), note, correctedReading, ...tags, place?.headline].join('\n'),
    );
    folded.set(annotation, words);
  }
  return words;
}

function dayOf({ annotation, place }: ListedNote, dateOf: NotesFilter['dateOf']): string {
  return dateOf === 'note' ? annotation.modified.slice(0, 10) : (place?.date ?? '').slice(0, 10);
}

function valuesOf({ annotation }: ListedNote): Readonly<Record<NotesFacet, readonly string[]>> {
  return {
    inks: annotation.mark ? [annotation.mark.ink] : [],
    tags: annotation.tags,
    kinds: kindOf(annotation),
    archives: [annotation.target.archiveId],
  };
}

const facets: readonly NotesFacet[] = ['inks', 'tags', 'kinds', 'archives'];

function positionOf({ target, created }: Annotation): readonly [number, string] {
  const start = target.kind === 'passage' ? (target.selectors.position?.start ?? 0) : -1;
  return [start, created];
}

function inTextOrder(a: ListedNote, b: ListedNote): number {
  const [startA, createdA] = positionOf(a.annotation);
  const [startB, createdB] = positionOf(b.annotation);
  return startA - startB || (createdA < createdB ? -1 : 1);
}

function groupsOf(listed: readonly ListedNote[], { grouping }: NotesFilter): readonly NoteGroup[] {
  const groups = new Map<
    string,
    { place: NotedPlace | undefined; name: string; notes: ListedNote[] }
  >();
  const add = (
    key: string,
    name: string,
    place: NotedPlace | undefined,
    note: ListedNote,
  ): void => {
    const group = groups.get(key);
    if (group) group.notes.push(note);
    else groups.set(key, { place, name, notes: [note] });
  };
  for (const note of listed) {
    const { annotation, place } = note;
    const { target } = annotation;
    if (grouping === 'tag') {
      for (const tag of annotation.tags) add(tag, tag, undefined, note);
      if (annotation.tags.length === 0) add('', '', undefined, note);
    } else {
      const page = target.kind === 'page' ? ` ${target.page}` : '';
      const key = place ? `${placeKeyOf(annotation)}${page}` : `archive ${target.archiveId}`;
      const shown = place && target.kind === 'page' ? { ...place, page: target.page } : place;
      add(key, target.archiveId, shown, note);
    }
  }
  const latest = (notes: readonly ListedNote[]): string =>
    notes.reduce(
      (last, { annotation }) => (annotation.modified > last ? annotation.modified : last),
      '',
    );
  const sorted = [...groups].map(([key, { place, name, notes }]) => ({
    group: { key, place, name, notes: grouping === 'tag' ? notes : notes.sort(inTextOrder) },
    latest: latest(notes),
  }));
  sorted.sort((a, b) => {
    if (grouping === 'tag')
      return b.group.notes.length - a.group.notes.length || (a.group.name < b.group.name ? -1 : 1);
    if (grouping === 'story') return a.latest < b.latest ? 1 : -1;
    const [dateA, dateB] = [a.group.place?.date ?? '', b.group.place?.date ?? ''];
    if (dateA !== dateB) return dateA < dateB ? 1 : -1;
    return (a.group.place?.order ?? 0) - (b.group.place?.order ?? 0);
  });
  return sorted.map(({ group }) => group);
}

/** The notes that meet a filter, in groups, with counts for every facet. */
export function arrangeNotes(
  notes: AllNotes,
  filter: NotesFilter,
  fold: (text: string) => string,
): ArrangedNotes {
  const views = { all: 0, orphans: notes.lost.size, conflicts: 0, trash: 0 };
  const counts = {
    inks: new Map<string, number>(),
    tags: new Map<string, number>(),
    kinds: new Map<string, number>(),
    archives: new Map<string, number>(),
  };
  const needle = fold(filter.text.trim());
  const listed: ListedNote[] = [];
  for (const annotation of notes.notes) {
    for (const view of ['all', 'conflicts', 'trash'] as const) {
      if (isInView(annotation, view, notes)) views[view] += 1;
    }
    if (!isInView(annotation, filter.view, notes)) continue;
    const note = { annotation, place: notes.places.get(placeKeyOf(annotation)) };
    if (needle !== '' && !wordsOf(note, fold).includes(needle)) continue;
    const day = dayOf(note, filter.dateOf);
    if (filter.from !== null && (day === '' || day < filter.from.slice(0, day.length))) continue;
    if (filter.to !== null && (day === '' || day > filter.to)) continue;
    const values = valuesOf(note);
    const failed = facets.filter((facet) => {
      const chosen: readonly string[] = filter[facet];
      return chosen.length > 0 && !values[facet].some((value) => chosen.includes(value));
    });
    for (const facet of facets) {
      if (failed.some((each) => each !== facet)) continue;
      for (const value of values[facet]) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
    if (failed.length === 0) listed.push(note);
  }
  return { groups: groupsOf(listed, filter), found: listed.length, counts, views };
}
