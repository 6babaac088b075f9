import type { Annotation } from '../../archive/model/annotation.ts';
import type { Bookmark } from '../../archive/model/user-data.ts';
import { listArchives, type ArchiveRecord } from './archives.ts';
import { articleRows } from './article-rows.ts';
import { database } from './database.ts';
import { listLostPlaces, type LostPlace } from './lost-places.ts';
import { generationRange } from './row-key.ts';

/** What the list of notes shows of the story or page that a note is on. */
export interface NotedPlace {
  readonly archiveId: string;
  readonly issueId: string;
  /** As printed. */
  readonly page: string;
  /** Null for a page or an issue as a whole. */
  readonly articleId: string | null;
  readonly headline: string;
  /** BCP 47. */
  readonly language: string;
  /** EDTF. */
  readonly date: string;
  /** Ascends in the order of the newspaper. */
  readonly order: number;
}

/** Every note there is, with what is known of its place. */
export interface AllNotes {
  readonly notes: readonly Annotation[];
  readonly archives: ReadonlyMap<string, ArchiveRecord>;
  /** By article id, or `issue <archive> <issue>`, in the archives that are loaded. */
  readonly places: ReadonlyMap<string, NotedPlace>;
  /** Notes and bookmarks that wait for a person, by id; what lies in the trash does not. */
  readonly lost: ReadonlyMap<string, LostPlace>;
}

export function placeKeyOf({ target }: Annotation): string {
  return 'articleId' in target ? target.articleId : `issue ${target.archiveId} ${target.issueId}`;
}

async function storyPlaces(
  ids: readonly string[],
  archives: readonly ArchiveRecord[],
): Promise<readonly NotedPlace[]> {
  const ranges = archives.map((archive) => ({ archive, ...generationRange(archive.generation) }));
  const rows = await articleRows
    .where('id')
    .anyOf([...ids])
    .toArray();
  return rows.flatMap((row) => {
    const found = ranges.find(({ from, to }) => row.key >= from && row.key < to);
    if (!found) return [];
    const { issueId, page, id, headline, language, date, key } = row;
    return [
      {
        archiveId: found.archive.id,
        issueId,
        page,
        articleId: id,
        headline,
        language,
        date,
        order: key,
      },
    ];
  });
}

function issuePlaces(
  archives: readonly ArchiveRecord[],
): readonly (readonly [string, NotedPlace])[] {
  return archives.flatMap(({ id, coverage, description, generation }) =>
    coverage.map(({ issueId, date }, index) => [
      `issue ${id} ${issueId}`,
      {
        archiveId: id,
        issueId,
        page: '',
        articleId: null,
        headline: '',
        language: description.defaults.language,
        date,
        order: generationRange(generation).from + index,
      },
    ]),
  );
}

/** Reads all notes at once, the trash too; ten thousand take a few tenths of a second. */
export async function readAllNotes(): Promise<AllNotes> {
  const [notes, archives, lost, bookmarks] = await Promise.all([
    database.table<Annotation, string>('annotations').toArray(),
    listArchives(),
    listLostPlaces(),
    database.table<Bookmark, string>('bookmarks').toCollection().primaryKeys(),
  ]);
  const present = new Set([
    ...bookmarks,
    ...notes.filter((each) => !each.trashed).map(({ id }) => id),
  ]);
  const ids = new Set<string>();
  for (const { target } of notes) if ('articleId' in target) ids.add(target.articleId);
  const stories = await storyPlaces([...ids], archives);
  return {
    notes,
    archives: new Map(archives.map((each) => [each.id, each])),
    places: new Map([
      ...issuePlaces(archives),
      ...stories.map((place) => [place.articleId ?? '', place] as const),
    ]),
    lost: new Map(lost.filter(({ id }) => present.has(id)).map((each) => [each.id, each])),
  };
}
