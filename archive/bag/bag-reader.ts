import type { ArchiveDescription } from '../model/archive-description.ts';
import type { BagProblem, BagReport } from '../model/bag-report.ts';
import { readTagFiles } from './bagit/tag-files.ts';
import type { TagFiles } from './bagit/tag-files.ts';
import { readDescription } from './description-check.ts';
import { MediaShelf } from './media-file.ts';
import type { MediaFile } from './media-file.ts';
import { PayloadReading } from './payload-reading.ts';
import type { ReadHandlers } from './payload-reading.ts';
import { problem } from './problem-list.ts';
import { checkManifestForm, checkProfile, checkSmallDigests } from './profile-check.ts';
import { openZipBagFiles } from './zip/zip-bag-files.ts';
import type { ZipBagFiles } from './zip/zip-bag-files.ts';

/** A bag whose container and tag files are in order. */
export interface BagReader {
  readonly description: ArchiveDescription;
  readonly fileBytes: number;
  /** The elements of bag-info.txt, as written. */
  readonly metadata: TagFiles['metadata'];
  /** Payload files, by path below the bag's folder, with their bytes. */
  readonly payload: ReadonlyMap<string, number>;
  /** The content of a payload file as stored; throws a FileFault where it is not as announced. */
  chunks(path: string): AsyncIterable<Buffer>;
  /**
   * Reads the whole payload once, compares every digest, validates every record and hands the
   * accepted ones on in order, issues before articles. Handlers that return a promise are waited
   * for. After the first problem of severity `refuse` no further record is handed on, but reading
   * goes on so that the report is complete. Rejects with the signal's reason when aborted.
   */
  read(handlers: ReadHandlers, signal?: AbortSignal): Promise<BagReport>;
  /**
   * A picture by its path as records have it (`media/…`, `facsimile/…`): null when absent, damaged
   * or not to be shown. Its digest is compared before the first byte is handed out.
   */
  media(path: string): Promise<MediaFile | null>;
  close(): Promise<void>;
}

export type BagOpening =
  | { readonly outcome: 'opened'; readonly bag: BagReader }
  | { readonly outcome: 'refused'; readonly problems: readonly BagProblem[] };

export interface OpenBagOptions {
  /** Where the payload is to be written to; a bag that needs more is refused. */
  readonly freeDiskBytes?: number;
}

function spaceProblems(
  files: ZipBagFiles,
  freeDiskBytes: number | undefined,
): readonly BagProblem[] {
  const needed = [...files.sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  return freeDiskBytes !== undefined && needed > freeDiskBytes
    ? [problem('too-large-for-disk', '', { neededBytes: needed, freeBytes: freeDiskBytes })]
    : [];
}

interface Checked {
  readonly tagFiles: TagFiles;
  readonly description: ArchiveDescription;
  readonly problems: readonly BagProblem[];
  readonly checkedFiles: number;
}

/** Everything that is judged before the payload; the checks get deeper as far as the ones before allow. */
async function checkFront(
  files: ZipBagFiles,
  options: OpenBagOptions,
): Promise<Checked | readonly BagProblem[]> {
  const problems: BagProblem[] = [...files.remarks, ...spaceProblems(files, options.freeDiskBytes)];
  const isRefused = (): boolean => problems.some(({ severity }) => severity === 'refuse');
  if (isRefused()) return problems;
  const { tagFiles, problems: tagProblems } = await readTagFiles(files);
  problems.push(...tagProblems);
  if (!tagFiles) return problems;
  problems.push(...checkProfile(files, tagFiles));
  if (!isRefused()) problems.push(...(await checkManifestForm(files, tagFiles)));
  const digests = await checkSmallDigests(files, tagFiles);
  problems.push(...digests.problems);
  const read = files.sizes.has('data/archive.json')
    ? await readDescription(files)
    : { description: null, problems: [] };
  problems.push(...read.problems);
  // A payload of another size is read all the same: its digests tell which file it is.
  const isUnreadable = problems.some(
    ({ severity, code }) => severity === 'refuse' && code !== 'oxum-mismatch',
  );
  if (isUnreadable || !read.description) return problems;
  return { tagFiles, description: read.description, problems, checkedFiles: digests.checked };
}

/** Opens a bag file: checks the container and the tag files and reads archive.json. Never writes. */
export async function openBag(file: string, options: OpenBagOptions = {}): Promise<BagOpening> {
  const opening = await openZipBagFiles(file);
  if (opening.outcome === 'refused') return opening;
  const { files } = opening;
  const front = await checkFront(files, options).catch(async (error: unknown) => {
    await files.close();
    throw error;
  });
  if (!('tagFiles' in front)) {
    await files.close();
    return { outcome: 'refused', problems: front };
  }
  const { tagFiles, description, problems, checkedFiles } = front;
  const shelf = new MediaShelf(files, tagFiles.manifests);
  const bag: BagReader = {
    description,
    fileBytes: files.fileBytes,
    metadata: tagFiles.metadata,
    payload: new Map([...files.sizes].filter(([path]) => path.startsWith('data/'))),
    chunks: (path) => files.chunks(path),
    read: (handlers, signal) =>
      new PayloadReading(files, tagFiles.manifests, description, handlers, signal).run(
        problems,
        checkedFiles,
        () => files.changed(),
      ),
    media: (path) => shelf.get(`data/${path}`),
    close: () => files.close(),
  };
  return { outcome: 'opened', bag };
}
