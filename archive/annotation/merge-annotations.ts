import type { Annotation } from '../model/annotation.ts';
import { nameUuid } from '../import/markdown/name-uuid.ts';
import { basedOnMember, conflictMember, receivedMember } from './vocabulary.ts';
import { writeAnnotation } from './write-annotation.ts';

/** What becomes of one imported annotation. */
export type MergeFate =
  /** It was not here. */
  | 'new'
  /** Only the file's was edited: it replaces what is here. */
  | 'changed'
  /** Nothing is different. */
  | 'same'
  /** Only what is here was edited since: the file's is an older version. */
  | 'older'
  /** Both were edited: the newest stays, the other one is kept as a copy. */
  | 'conflict';

export interface MergePlan {
  /** The fate of each imported annotation, in their order. */
  readonly fates: readonly MergeFate[];
  /** What is to be written, conflict copies among it. */
  readonly writes: readonly Annotation[];
}

const conflictSpace = 'urn:uuid:0e7c7a35-8a39-5d52-8f0b-5e9c6c0f1a77';

function textMemberOf({ ext }: Annotation, name: string): string | undefined {
  const value = ext[name];
  return typeof value === 'string' ? value : undefined;
}

/** The same in every member, in whatever order they stand. */
function isSame(a: Annotation, b: Annotation): boolean {
  return sorted(writeAnnotation(a)) === sorted(writeAnnotation(b));
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
      : each,
  );
}

/** Whether the newer version was made from the older one, which nobody edited apart from that. */
function succeeds(newer: Annotation, older: Annotation): boolean {
  return (
    Date.parse(older.modified) === Date.parse(older.created) ||
    textMemberOf(newer, basedOnMember) === older.modified ||
    textMemberOf(newer, receivedMember) === older.modified ||
    textMemberOf(older, receivedMember) === older.modified
  );
}

/** The other version under an id of its own, the same one at every import. */
function conflictCopy(loser: Annotation): Annotation {
  const kept = Object.entries(loser.ext).filter(([member]) => member !== receivedMember);
  const ext = { ...Object.fromEntries(kept), [conflictMember]: loser.id };
  return {
    ...loser,
    id: nameUuid(conflictSpace, `${loser.id}\n${loser.modified}\n${loser.note}`),
    ext,
  };
}

/** Remembers which version came from outside, so that later edits on either side can be told apart. */
function received(annotation: Annotation): Annotation {
  return { ...annotation, ext: { ...annotation.ext, [receivedMember]: annotation.modified } };
}

/** Apart from where it stands, which every computer finds anew when an archive is updated. */
function isSameElsewhere(a: Annotation, b: Annotation): boolean {
  if (a.modified !== b.modified || a.target.kind !== b.target.kind) return false;
  return isSame({ ...a, target: b.target }, b);
}

function fateOf(here: Annotation | undefined, incoming: Annotation): MergeFate {
  if (!here) return 'new';
  if (isSame(here, incoming) || isSameElsewhere(here, incoming)) return 'same';
  const difference = Date.parse(incoming.modified) - Date.parse(here.modified);
  if (difference > 0 && succeeds(incoming, here)) return 'changed';
  if (difference < 0 && succeeds(here, incoming)) return 'older';
  return 'conflict';
}

/**
 * Merges imported annotations into those that are here, by id and time of change. Nothing that was
 * written by a person is lost: where both sides were edited, the newest keeps the id. `here` has
 * every annotation whose id is imported, and conflict copies of earlier imports.
 */
export function mergeAnnotations(
  here: ReadonlyMap<string, Annotation>,
  incoming: readonly Annotation[],
): MergePlan {
  const state = new Map(here);
  const writes = new Map<string, Annotation>();
  const put = (annotation: Annotation): void => {
    state.set(annotation.id, annotation);
    writes.set(annotation.id, annotation);
  };
  const fates = incoming.map((each): MergeFate => {
    const present = state.get(each.id);
    const fate = fateOf(present, each);
    if (fate === 'new' || fate === 'changed') put(received(each));
    if (fate !== 'conflict' || !present) return fate;
    const isNewest = Date.parse(each.modified) > Date.parse(present.modified);
    const copy = conflictCopy(isNewest ? present : each);
    // An import that was done before changes nothing.
    if (state.has(copy.id) && !isNewest) return 'same';
    if (!state.has(copy.id)) put(copy);
    if (isNewest) put(received(each));
    return 'conflict';
  });
  return { fates, writes: [...writes.values()] };
}

/** The ids under which conflict copies of these would be kept. */
export function conflictIds(annotations: readonly Annotation[]): readonly string[] {
  return annotations.map((each) => conflictCopy(each).id);
}
