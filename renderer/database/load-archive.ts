import type { BagProgress } from '../../archive/model/bag-report.ts';
import type { BagOnDisk, LoadVerdict, StartState } from '../../preload/bridge.ts';
import { archives, type ArchiveRecord } from './archives.ts';
import { generations, retireArchive, unfinishedBags, type Generation } from './generations.ts';
import { putLostPlaces, settleLostPlaces } from './lost-places.ts';
import { mainBridge } from './main-bridge.ts';
import { LoadingWorker } from './loading-worker.ts';
import { saveUserData } from './user-data.ts';

export interface StartLoad {
  readonly bag: BagOnDisk;
  readonly verdict: LoadVerdict;
}

let queue: Promise<unknown> = Promise.resolve();

/** Loads wait for each other: the worker that runs may sweep what belongs to nobody. */
function afterOthers<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = queue.then(task);
  queue = result.catch(() => undefined);
  return result;
}

/**
 * Verifies and loads a bag that main holds. Loads wait for each other. Only `complete` changes what
 * is shown; any other verdict leaves nothing behind. Rejects only when something is broken.
 */
export function loadBag(
  bagId: string,
  onProgress: (progress: BagProgress) => void,
  signal?: AbortSignal,
): Promise<LoadVerdict> {
  return afterOthers(() => runLoad(bagId, onProgress, signal));
}

async function runLoad(
  bagId: string,
  onProgress: (progress: BagProgress) => void,
  signal: AbortSignal | undefined,
): Promise<LoadVerdict> {
  if (signal?.aborted) return { outcome: 'cancelled' };
  const bridge = mainBridge();
  const worker = new LoadingWorker();
  const stopListening = bridge.on('loadProgress', (progress) => {
    if (progress.bagId === bagId) onProgress(progress);
  });
  const cancel = (): void => {
    void bridge.request.cancelLoad(bagId);
  };
  signal?.addEventListener('abort', cancel);
  try {
    const written = await worker.load(bagId);
    // Only what was written to the end can be complete, so a failure of the tables ends main's part.
    if (written.news === 'failed') await bridge.request.cancelLoad(bagId);
    const verdict = await bridge.request.loadVerdict(bagId);
    if (written.news === 'failed') {
      await worker.discard();
      if (written.reason === 'storage-full') return await storageFull(bagId);
      if (verdict.outcome === 'complete' || written.reason === 'other') {
        throw new Error(`Loading ${bagId} failed: ${written.message}`);
      }
      return verdict;
    }
    if (verdict.outcome !== 'complete' || signal?.aborted) {
      await worker.discard();
      return verdict.outcome === 'complete' ? { outcome: 'cancelled' } : verdict;
    }
    const before = await archives.toArray();
    await worker.takeOver(verdict.report);
    await takeNotesAlong(worker, await retiredGenerations());
    await worker.sweep();
    await removeReplacedBags(before);
    return verdict;
  } finally {
    signal?.removeEventListener('abort', cancel);
    stopListening();
    worker.end();
  }
}

/** Generations that are out of use whose archive is in use in another one. */
async function retiredGenerations(): Promise<readonly Generation[]> {
  const inUse = new Set(await archives.toCollection().primaryKeys());
  return generations
    .filter(({ state, archiveId }) => state === 'retired' && inUse.has(archiveId))
    .toArray();
}

/** Gives the notes and bookmarks of older generations their places in the newer ones. */
async function takeNotesAlong(
  worker: LoadingWorker,
  retired: readonly Generation[],
): Promise<void> {
  for (const { archiveId, generation } of retired) {
    const { changes, lost, settled } = await worker.reanchor(archiveId, generation);
    await saveUserData(changes);
    await settleLostPlaces(settled);
    await putLostPlaces(lost);
  }
}

/** Lets main delete the copies that no archive is read from any longer. */
async function removeReplacedBags(before: readonly ArchiveRecord[]): Promise<void> {
  const inUse = new Set((await archives.toArray()).map(({ bagId }) => bagId));
  for (const { bagId } of before) {
    if (!inUse.has(bagId)) await mainBridge().request.removeBag(bagId);
  }
}

async function storageFull(bagId: string): Promise<LoadVerdict> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  const details = { freeBytes: Math.max(0, quota - usage) };
  return {
    outcome: 'refused',
    fileName: bagId,
    problems: [{ code: 'too-large-for-disk', severity: 'refuse', path: '', details }],
  };
}

/** The newest bag of every archive, and the older ones that main need not keep. */
function newestBags(bags: readonly BagOnDisk[]): { newest: BagOnDisk[]; older: BagOnDisk[] } {
  const newest = new Map<string, BagOnDisk>();
  const older: BagOnDisk[] = [];
  for (const bag of bags) {
    const other = newest.get(bag.description.id);
    const isNewer = !other || bag.description.revision >= other.description.revision;
    if (isNewer) newest.set(bag.description.id, bag);
    const loser = isNewer ? other : bag;
    if (loser) older.push(loser);
  }
  return { newest: [...newest.values()], older };
}

/** True when the tables hold this very bag. */
async function isLoaded({ bagId, description }: BagOnDisk): Promise<boolean> {
  const archive = await archives.get(description.id);
  return (
    archive?.bagId === bagId &&
    archive.description.revision === description.revision &&
    archive.description.created === description.created
  );
}

/**
 * Loads the bags of main whose archive is missing or older in the tables, and sweeps what an
 * interrupted load left behind; call it once at start, before anything else is loaded.
 */
export async function loadMissingArchives(
  start: Pick<StartState, 'bags'>,
  onProgress: (bag: BagOnDisk, progress: BagProgress) => void,
  signal?: AbortSignal,
): Promise<readonly StartLoad[]> {
  const { newest, older } = newestBags(start.bags);
  const loads: StartLoad[] = [];
  // An update that was interrupted has its notes taken along before the old texts are swept.
  const retired = await retiredGenerations();
  if (retired.length > 0)
    await afterOthers(() => withWorker((worker) => takeNotesAlong(worker, retired)));
  for (const bag of newest) {
    if (await isLoaded(bag)) continue;
    const verdict = await loadBag(
      bag.bagId,
      (progress) => {
        onProgress(bag, progress);
      },
      signal,
    );
    loads.push({ bag, verdict });
  }
  if ((await generations.filter(({ state }) => state !== 'active').count()) > 0) {
    const known = new Set(start.bags.map(({ bagId }) => bagId));
    const unknown = (await unfinishedBags()).filter((bagId) => !known.has(bagId));
    await afterOthers(() => sweepLeftovers(unknown));
  }
  for (const bag of older) {
    const archive = await archives.get(bag.description.id);
    if (!bag.isBundled && archive && archive.bagId !== bag.bagId) {
      await mainBridge().request.removeBag(bag.bagId);
    }
  }
  return loads;
}

/**
 * Takes an archive out of the tables and the library; main keeps bundled bags. It is out of sight at
 * once; what it leaves behind is deleted in the background, after whatever is being loaded.
 */
export async function removeArchive(archive: Pick<ArchiveRecord, 'id' | 'bagId'>): Promise<void> {
  await retireArchive(archive.id);
  await mainBridge().request.removeBag(archive.bagId);
  await afterOthers(() => sweepLeftovers([archive.bagId]));
}

async function withWorker(task: (worker: LoadingWorker) => Promise<void>): Promise<void> {
  const worker = new LoadingWorker();
  try {
    await task(worker);
  } finally {
    worker.end();
  }
}

function sweepLeftovers(forgotten: readonly string[]): Promise<void> {
  return withWorker((worker) => worker.sweep(forgotten));
}
