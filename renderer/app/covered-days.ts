import type { ArchiveRecord } from '../database/archives.ts';
import type { CoveredDay } from '../library/calendar-months.ts';

/** The days of an archive as calendars need them. */
export function coveredDays(archive: ArchiveRecord): readonly CoveredDay[] {
  return archive.coverage.map(({ date, issueId, articles, missingPages }) => ({
    date,
    issueId,
    articles,
    missingPages,
  }));
}
