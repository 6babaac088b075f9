import { findArchive, type ArchiveRecord } from './archives.ts';
import { CannotResumeError, type UnfinishedLoad } from './checkpoint.ts';
import { findUnfinished, sweepGenerations, takeOver } from './generations.ts';
import type { LoadNews, LoadOrder } from './load-messages.ts';
import { loadFolding } from './fold-characters.ts';
import { SearchIndexWriting } from './search-index-writing.ts';
import { SegmentThread } from './segment-thread.ts';
import { openSearchStorage, sweepSearchFiles, whileWritingIndexes } from './search-storage.ts';
import { reanchorArchive } from './reanchor-archive.ts';
import { loadTextFold } from './text-fold.ts';
import { writeGeneration, type WrittenGeneration } from './write-generation.ts';

/**
 * The loading worker: one for each load, and never two at a time. It reads main's stream into the
 * tables and waits for the page to bring the verdict.
 */
const abort = new AbortController();
let writing: Promise<WrittenGeneration> | undefined;
let bagId = '';

function tell(news: LoadNews): void {
  self.postMessage(news);
}

function failure(error: unknown): LoadNews {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const isFull = name === 'QuotaExceededError' || message.includes('QuotaExceededError');
  const isStream = name === 'TypeError' || name === 'AbortError';
  return {
    news: 'failed',
    reason: isFull ? 'storage-full' : isStream ? 'stream' : 'other',
    message,
  };
}

async function openStream(
  unfinished: UnfinishedLoad | null,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const skipped = unfinished === null ? '' : `?skip=${unfinished.checkpoint.stories}`;
  const response = await fetch(`archive://load/${encodeURIComponent(bagId)}${skipped}`, {
    signal: abort.signal,
    cache: 'no-store',
  });
  if (!response.ok || !response.body)
    throw new TypeError(`The load stream answers ${response.status}`);
  return response.body;
}

async function write(unfinished: UnfinishedLoad | null): Promise<WrittenGeneration> {
  const [stream, storage, folding] = await Promise.all([
    openStream(unfinished),
    openSearchStorage(),
    loadFolding(),
  ]);
  return writeGeneration(stream, {
    bagId,
    unfinished,
    beginIndex: (generation, written) => {
      // Files of another storage cannot be gone on with: the index is made again afterwards.
      if (written !== null && written.storage !== storage.kind) return null;
      return new SearchIndexWriting(generation, storage, folding, written, new SegmentThread());
    },
  });
}

/** Goes on where an earlier run was broken off, and begins anew where that cannot be. */
async function writeOrResume(): Promise<WrittenGeneration> {
  try {
    return await write(await findUnfinished(bagId));
  } catch (error) {
    if (!(error instanceof CannotResumeError)) throw error;
    await forget();
    return write(null);
  }
}

/** Deletes everything of the load at hand, and what nobody can go on with. */
async function forget(): Promise<void> {
  await sweepGenerations((other) => other === bagId);
}

async function sweepAll(forgotten: readonly string[] = []): Promise<void> {
  await sweepGenerations((other) => forgotten.includes(other));
  await sweepSearchFiles();
}

async function load(): Promise<void> {
  await sweepAll();
  writing = whileWritingIndexes(writeOrResume);
  tell(await writing.then((): LoadNews => ({ news: 'written' }), failure));
}

async function takeOverWritten(report: ArchiveRecord['report']): Promise<void> {
  if (!writing) throw new Error('Nothing was written');
  const { generation, description, coverage } = await writing;
  await takeOver({
    id: description.id,
    bagId,
    description,
    generation,
    loadedAt: new Date().toISOString(),
    report,
    coverage,
  });
  tell({ news: 'taken-over' });
}

async function reanchorOld(archiveId: string, oldGeneration: number): Promise<void> {
  const archive = await findArchive(archiveId);
  if (!archive) throw new Error(`${archiveId} is not in use`);
  const reanchoring = await reanchorArchive(
    archiveId,
    { generation: oldGeneration },
    archive,
    await loadTextFold(),
  );
  tell({ news: 'reanchored', reanchoring });
}

async function sweep(forgotten: readonly string[]): Promise<void> {
  await sweepAll(forgotten);
  tell({ news: 'swept' });
}

async function obey(order: LoadOrder): Promise<void> {
  switch (order.task) {
    case 'load':
      bagId = order.bagId;
      return load();
    case 'take-over':
      return takeOverWritten(order.report);
    case 'reanchor':
      return reanchorOld(order.archiveId, order.oldGeneration);
    case 'discard':
      abort.abort();
      await writing?.catch(() => undefined);
      return sweep([bagId]);
    case 'sweep':
      return sweep(order.forgotten);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<LoadOrder>) => {
  obey(data).catch((error: unknown) => {
    tell(failure(error));
  });
});
