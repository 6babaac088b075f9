import type { Annotation, AnnotationTarget } from '../../archive/model/annotation.ts';
import type { Bookmark } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { settleLostPlaces, putLostPlaces, type LostPlace } from './lost-places.ts';
import { saveWithUndo, type Undo, type UndoableChange } from './saving-with-undo.ts';

/** Changes of many notes at once, each one batch of the journal that can be taken back. */

const annotations = database.table<Annotation, string>('annotations');

function changeOf(annotation: Annotation): UndoableChange {
  return { store: 'annotations', key: annotation.id, value: annotation };
}

function saveEach(
  list: readonly Annotation[],
  change: (annotation: Annotation, now: string) => Annotation,
): Promise<Undo> {
  const now = new Date().toISOString();
  return saveWithUndo(list.map((each) => changeOf(change(each, now))));
}

export function trashNotes(list: readonly Annotation[]): Promise<Undo> {
  return saveEach(list, (each, now) => ({ ...each, modified: now, trashed: now }));
}

export function untrashNotes(list: readonly Annotation[]): Promise<Undo> {
  return saveEach(list, (each, now) => {
    const restored = { ...each, modified: now };
    delete restored.trashed;
    return restored;
  });
}

/** Deletes for good what lies in the trash; until it is taken back. */
export async function emptyTrash(): Promise<Undo> {
  const all = await annotations.filter(({ trashed }) => trashed !== undefined).primaryKeys();
  return saveWithUndo(all.map((key) => ({ store: 'annotations', key, value: null })));
}

/** Gives a tag another name everywhere; where that name is in use, the two become one. */
export async function renameTag(from: string, to: string): Promise<Undo> {
  const tagged = await annotations.where('tags').equals(from).distinct().toArray();
  return saveEach(tagged, (each, now) => ({
    ...each,
    modified: now,
    tags: [...new Set(each.tags.map((tag) => (tag === from ? to : tag)))],
  }));
}

/** Puts a note or a bookmark where a person says it belongs, and takes it out of the tray. */
export async function settlePlace(lost: LostPlace, target: AnnotationTarget): Promise<Undo> {
  const record = await database.table<Annotation | Bookmark, string>(lost.store).get(lost.id);
  if (!record) return () => Promise.resolve();
  const value = { ...record, target, modified: new Date().toISOString() };
  const undo = await saveWithUndo([{ store: lost.store, key: lost.id, value }]);
  await settleLostPlaces([lost.id]);
  return async () => {
    await undo();
    await putLostPlaces([lost]);
  };
}

/** Leaves it as it is, without a place, and takes it out of the tray. */
export async function keepUnplaced(lost: LostPlace): Promise<Undo> {
  await settleLostPlaces([lost.id]);
  return () => putLostPlaces([lost]);
}
