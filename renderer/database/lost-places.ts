import type { ReanchoredPlace } from '../../archive/text/anchor/reanchor.ts';
import { database } from './database.ts';

/** Why a note or a bookmark has no place of its own. */
export type LostReason =
  'article-gone' | 'text-gone' | 'ambiguous' | 'page-gone' | 'issue-gone' | 'uncertain';

/**
 * A note or a bookmark that waits for a person after an update or an import. Computed, no user data:
 * it goes when the place is settled, and is found anew when the archive is loaded again.
 */
export interface LostPlace {
  /** Of the annotation or the bookmark. */
  readonly id: string;
  readonly store: 'annotations' | 'bookmarks';
  readonly archiveId: string;
  /** `uncertain`: it was found, and a person should look whether rightly. */
  readonly reason: LostReason;
  /** Where it might belong; null where nothing is like it. */
  readonly proposal: ReanchoredPlace | null;
}

const lostPlaces = database.table<LostPlace, string>('lostPlaces');

export function listLostPlaces(): Promise<LostPlace[]> {
  return lostPlaces.toArray();
}

/** How many wait for a person, of one archive or of all. */
export function countLostPlaces(archiveId?: string): Promise<number> {
  return archiveId === undefined
    ? lostPlaces.count()
    : lostPlaces.where('archiveId').equals(archiveId).count();
}

export async function putLostPlaces(places: readonly LostPlace[]): Promise<void> {
  await lostPlaces.bulkPut([...places]);
}

/** Takes what was settled out of the tray. */
export async function settleLostPlaces(ids: readonly string[]): Promise<void> {
  await lostPlaces.bulkDelete([...ids]);
}
