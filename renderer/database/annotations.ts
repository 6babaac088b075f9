import type { Collection } from 'dexie';
import { inks, type Annotation, type Ink } from '../../archive/model/annotation.ts';
import type { UserDataChange } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

const annotations = database.table<Annotation, string>('annotations');

/** What of all annotations is wanted; a member that is absent narrows nothing down. */
export interface AnnotationFilter {
  readonly archiveId?: string;
  readonly articleId?: string;
  /** Any of these. */
  readonly inks?: readonly Ink[];
  /** All of these. */
  readonly tags?: readonly string[];
  readonly kinds?: readonly Annotation['target']['kind'][];
  /** RFC 3339, UTC: the last change was then or later. */
  readonly modifiedFrom?: string;
  /** RFC 3339, UTC: the last change was earlier. */
  readonly modifiedBefore?: string;
  /** What lies in the trash, or what does not; the latter where absent. */
  readonly isTrashed?: boolean;
}

/** Begins with the index that leaves least to look at. */
function narrowed({
  articleId,
  tags,
  archiveId,
  ...filter
}: AnnotationFilter): Collection<Annotation> {
  const [tag] = tags ?? [];
  if (articleId !== undefined) return annotations.where('target.articleId').equals(articleId);
  if (tag !== undefined) return annotations.where('tags').equals(tag).distinct();
  if (archiveId !== undefined) return annotations.where('target.archiveId').equals(archiveId);
  if (filter.modifiedFrom !== undefined) {
    return annotations.where('modified').aboveOrEqual(filter.modifiedFrom);
  }
  return annotations.toCollection();
}

function passes(annotation: Annotation, filter: AnnotationFilter): boolean {
  const { target, mark, modified } = annotation;
  const { inks, tags = [], kinds, isTrashed = false } = filter;
  return (
    (annotation.trashed !== undefined) === isTrashed &&
    (filter.archiveId === undefined || target.archiveId === filter.archiveId) &&
    (filter.articleId === undefined ||
      ('articleId' in target && target.articleId === filter.articleId)) &&
    (inks === undefined || (mark !== undefined && inks.includes(mark.ink))) &&
    tags.every((tag) => annotation.tags.includes(tag)) &&
    (kinds === undefined || kinds.includes(target.kind)) &&
    (filter.modifiedFrom === undefined || modified >= filter.modifiedFrom) &&
    (filter.modifiedBefore === undefined || modified < filter.modifiedBefore)
  );
}

/** Last changed first. */
export async function listAnnotations(filter: AnnotationFilter = {}): Promise<Annotation[]> {
  const found = await narrowed(filter)
    .filter((annotation) => passes(annotation, filter))
    .toArray();
  return found.sort((a, b) => (a.modified < b.modified ? 1 : -1));
}

/** Those on a story and on passages of it, the trash left out; in no order. */
export async function annotationsOfArticle(
  archiveId: string,
  articleId: string,
): Promise<Annotation[]> {
  const found = await annotations.where('target.articleId').equals(articleId).toArray();
  return found.filter(
    ({ target, trashed }) => trashed === undefined && target.archiveId === archiveId,
  );
}

/** Annotations of a story that are looked at for its inks; who has more hardly misses one. */
const lookedAt = 200;

/** The inks of each story's marks, in the order of the inks; stories without any are absent. */
export async function inksOfArticles(
  archiveId: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Ink[]>> {
  const found = await Promise.all(
    articleIds.map(async (id) => {
      const some = await annotations.where('target.articleId').equals(id).limit(lookedAt).toArray();
      const used = some.flatMap(({ target, mark, trashed }) =>
        mark === undefined || trashed !== undefined || target.archiveId !== archiveId
          ? []
          : mark.ink,
      );
      return [id, inks.filter((ink) => used.includes(ink))] as const;
    }),
  );
  return new Map(found.filter(([, used]) => used.length > 0));
}

/** Those on a page as a whole, oldest first. */
export async function annotationsOfPage(
  archiveId: string,
  issueId: string,
  page: string,
): Promise<Annotation[]> {
  const found = await annotations.where('target.issueId').equals(issueId).toArray();
  return found
    .filter(
      ({ target, trashed }) =>
        trashed === undefined &&
        target.kind === 'page' &&
        target.archiveId === archiveId &&
        target.page === page,
    )
    .sort((a, b) => (a.created < b.created ? -1 : 1));
}

export function readAnnotation(id: string): Promise<Annotation | undefined> {
  return annotations.get(id);
}

/** Every tag in use, in the order of its characters; tags of the trash count too. */
export async function listTags(): Promise<string[]> {
  const keys = await annotations.orderBy('tags').uniqueKeys();
  return keys.map(String);
}

function changeOf(annotation: Annotation): UserDataChange {
  return { store: 'annotations', key: annotation.id, value: annotation };
}

/** Writes them as they are, times included. Resolves once all are on disk; rejects with none written. */
export function putAnnotations(list: readonly Annotation[]): Promise<void> {
  return saveUserData(list.map(changeOf));
}

async function changeEach(
  ids: readonly string[],
  change: (annotation: Annotation) => Annotation,
): Promise<void> {
  const found = await annotations.bulkGet([...ids]);
  await putAnnotations(found.filter((each) => each !== undefined).map(change));
}

/** Moves them to the trash; what is not there, or there already, is passed over. */
export function trashAnnotations(ids: readonly string[], at = new Date()): Promise<void> {
  const time = at.toISOString();
  return changeEach(ids, (each) => ({ ...each, modified: time, trashed: each.trashed ?? time }));
}

/** Takes them out of the trash. */
export function restoreAnnotations(ids: readonly string[], at = new Date()): Promise<void> {
  return changeEach(ids, (each) => {
    const restored = { ...each, modified: at.toISOString() };
    delete restored.trashed;
    return restored;
  });
}

/** Deletes for good; the journal alone still knows them. */
export function deleteAnnotations(ids: readonly string[]): Promise<void> {
  return saveUserData(ids.map((key) => ({ store: 'annotations', key, value: null })));
}
