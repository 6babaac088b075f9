import { findArchive, listArchives, type ArchiveRecord } from '../database/archives.ts';
import { latestIssue } from '../database/issues.ts';
import type { Location } from '../location/location.ts';

async function frontPageOf(
  archive: ArchiveRecord,
): Promise<{ date: string; place: Location } | undefined> {
  const issue = await latestIssue(archive);
  return issue === undefined
    ? undefined
    : {
        date: issue.date,
        place: { screen: 'issue', archiveId: archive.id, issueId: issue.id, page: null },
      };
}

/** The front page of the newest issue in the library; undefined while there is none. */
export async function newestFrontPage(): Promise<Location | undefined> {
  const pages = await Promise.all((await listArchives()).map(frontPageOf));
  return pages.filter((page) => page !== undefined).sort((a, b) => b.date.localeCompare(a.date))[0]
    ?.place;
}

/** The front page of an archive's newest issue; undefined for an archive that is not loaded. */
export async function newestFrontPageOf(archiveId: string): Promise<Location | undefined> {
  const archive = await findArchive(archiveId);
  return archive === undefined ? undefined : (await frontPageOf(archive))?.place;
}
