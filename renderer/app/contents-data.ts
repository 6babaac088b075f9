import { useEffect, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { findArchive, type ArchiveRecord } from '../database/archives.ts';
import { askContents } from '../database/asking-contents.ts';
import type { ContentsAnswer, NameOrder } from '../database/contents-query.ts';
import { formatLocation } from '../location/location.ts';
import type { ContentsFilter, Facet } from '../location/contents-filter.ts';

export type Needles = Readonly<Partial<Record<Facet, string>>>;

export interface ContentsData {
  readonly archive: ArchiveRecord;
  readonly answer: ContentsAnswer;
  /** The place as the hash has it that the answer is for. */
  readonly place: string;
}

/** Contents that an earlier version did not make, being made now. */
export interface ContentsProgress {
  readonly done: number;
  readonly total: number;
}

/** Values of a facet that are listed at most; whoever seeks another types some of it. */
const listedValues = 500;

async function readArchive(id: string): Promise<ArchiveRecord | 'not-found'> {
  return (await findArchive(id)) ?? 'not-found';
}

/**
 * The stories of an archive that meet a filter. The former answer stays until the next is there;
 * `progress` is not null while the archive's contents are being made.
 */
export function useContents(
  archiveId: string,
  filter: ContentsFilter,
  order: NameOrder,
  needles: Needles,
): {
  readonly data: ContentsData | 'not-found' | 'pending';
  readonly progress: ContentsProgress | null;
} {
  const archive = useLiveQuery(() => readArchive(archiveId), [archiveId]) ?? 'pending';
  const [data, setData] = useState<ContentsData | null>(null);
  const [progress, setProgress] = useState<ContentsProgress | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const place = formatLocation({ screen: 'contents', archiveId, filter });
  const sought = JSON.stringify(needles);
  useEffect(() => {
    if (typeof archive === 'string') return undefined;
    let isCurrent = true;
    const question = { filter, order, needles, limit: listedValues };
    const onProgress = (done: number, total: number): void => {
      if (isCurrent) setProgress({ done, total });
    };
    askContents(archive, question, onProgress).then(
      (answer) => {
        if (!isCurrent) return;
        setProgress(null);
        // Where another load has taken over, the live query brings it and asks again.
        if (answer !== 'replaced') setData({ archive, answer, place });
      },
      (error: unknown) => {
        if (isCurrent) setFailure(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `place` and `sought` say what is asked
  }, [archive, place, order, sought]);
  if (failure !== null) throw failure;
  if (archive === 'not-found') return { data: 'not-found', progress };
  return { data: data?.archive.id === archiveId ? data : 'pending', progress };
}
