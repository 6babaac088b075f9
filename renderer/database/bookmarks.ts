import type { AnnotationTarget } from '../../archive/model/annotation.ts';
import type { Bookmark, BookmarkFolder } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveWithUndo, type Undo, type UndoableChange } from './saving-with-undo.ts';

const bookmarks = database.table<Bookmark, string>('bookmarks');
const folders = database.table<BookmarkFolder, string>('bookmarkFolders');

/** Last made first. */
export async function listBookmarks(): Promise<Bookmark[]> {
  const found = await bookmarks.toArray();
  return found.sort((a, b) => (a.created < b.created ? 1 : -1));
}

/** By name. */
export async function listBookmarkFolders(): Promise<BookmarkFolder[]> {
  const found = await folders.toArray();
  return found.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

function placeOf(target: AnnotationTarget): string {
  const { kind, archiveId } = target;
  switch (target.kind) {
    case 'issue':
      return JSON.stringify([kind, archiveId, target.issueId]);
    case 'page':
      return JSON.stringify([kind, archiveId, target.issueId, target.page]);
    case 'article':
      return JSON.stringify([kind, archiveId, target.articleId]);
    case 'passage': {
      const { position, quote } = target.selectors;
      return JSON.stringify([kind, archiveId, target.articleId, position?.start, quote?.exact]);
    }
  }
}

/** The bookmarks on any of these places, in the places' order; undefined where there is none. */
export async function findBookmarks(
  targets: readonly AnnotationTarget[],
): Promise<(Bookmark | undefined)[]> {
  const ids = [...new Set(targets.map(({ archiveId }) => archiveId))];
  const found = await bookmarks.where('target.archiveId').anyOf(ids).toArray();
  const byPlace = new Map(found.map((bookmark) => [placeOf(bookmark.target), bookmark]));
  return targets.map((target) => byPlace.get(placeOf(target)));
}

function changeOf(bookmark: Bookmark): UndoableChange {
  return { store: 'bookmarks', key: bookmark.id, value: bookmark };
}

function newId(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}

/** Sets a bookmark where there is none, and takes away the one that is there. */
export async function toggleBookmark(
  target: AnnotationTarget,
  title: string,
  folderId: string | null = null,
): Promise<{ readonly isSet: boolean; readonly undo: Undo }> {
  const [present] = await findBookmarks([target]);
  if (present) {
    const undo = await saveWithUndo([{ store: 'bookmarks', key: present.id, value: null }]);
    return { isSet: false, undo };
  }
  const now = new Date().toISOString();
  const made: Bookmark = { id: newId(), target, title, folderId, created: now, modified: now };
  return { isSet: true, undo: await saveWithUndo([changeOf(made)]) };
}

/** Into a folder; null is the top. */
export function moveBookmarks(list: readonly Bookmark[], folderId: string | null): Promise<Undo> {
  const modified = new Date().toISOString();
  return saveWithUndo(list.map((each) => changeOf({ ...each, folderId, modified })));
}

export function deleteBookmarks(list: readonly Bookmark[]): Promise<Undo> {
  return saveWithUndo(list.map(({ id }) => ({ store: 'bookmarks', key: id, value: null })));
}

export async function makeBookmarkFolder(name: string): Promise<BookmarkFolder> {
  const folder: BookmarkFolder = { id: newId(), name, created: new Date().toISOString() };
  await saveWithUndo([{ store: 'bookmarkFolders', key: folder.id, value: folder }]);
  return folder;
}

export function renameBookmarkFolder(folder: BookmarkFolder, name: string): Promise<Undo> {
  return saveWithUndo([{ store: 'bookmarkFolders', key: folder.id, value: { ...folder, name } }]);
}

/** Deletes a folder; what is in it goes to the top. */
export async function deleteBookmarkFolder(folder: BookmarkFolder): Promise<Undo> {
  const inside = await bookmarks.where('folderId').equals(folder.id).toArray();
  return saveWithUndo([
    ...inside.map((each) => changeOf({ ...each, folderId: null })),
    { store: 'bookmarkFolders', key: folder.id, value: null },
  ]);
}
