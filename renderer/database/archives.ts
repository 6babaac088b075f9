import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { BagProblem, BagReport } from '../../archive/model/bag-report.ts';
import { database } from './database.ts';

/** One issue that is held: enough for the calendar to draw without reading any other table. */
export interface CoverageDay {
  /** EDTF. */
  readonly date: string;
  readonly issueId: string;
  readonly articles: number;
  readonly pages: number;
  /** Pages that were printed but are not held. */
  readonly missingPages: number;
}

/** A comparison of an archive's file with its manifest, after it was loaded. */
export interface FileCheck {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Why the file is no longer what was loaded; none where it is. */
  readonly problems: readonly BagProblem[];
}

/** An archive that is loaded and complete. */
export interface ArchiveRecord {
  /** The archive's `urn:uuid:…`, the same in every revision. */
  readonly id: string;
  /** The file that main serves its media from. */
  readonly bagId: string;
  readonly description: ArchiveDescription;
  /** The generation that is in use. */
  readonly generation: number;
  /** RFC 3339, UTC. */
  readonly loadedAt: string;
  readonly report: BagReport;
  /** The last one; absent where there was none since the load, which compared everything. */
  readonly check?: FileCheck;
  /** By date. */
  readonly coverage: readonly CoverageDay[];
}

export const archives = database.table<ArchiveRecord, string>('archives');

/** The archives by the day they were made. */
export async function listArchives(): Promise<ArchiveRecord[]> {
  const found = await archives.toArray();
  return found.sort((a, b) => a.description.created.localeCompare(b.description.created));
}

export function findArchive(id: string): Promise<ArchiveRecord | undefined> {
  return archives.get(id);
}
