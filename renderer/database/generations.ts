import { archives, type ArchiveRecord } from './archives.ts';
import { articleBodies } from './article-bodies.ts';
import { articleRows } from './article-rows.ts';
import type { Checkpoint, UnfinishedLoad } from './checkpoint.ts';
import { contents } from './contents.ts';
import { database } from './database.ts';
import { issues } from './issues.ts';
import { generationRange, lastGeneration } from './row-key.ts';
import { searchIndexes } from './search-indexes.ts';

/** `loading` is written to, `active` is in use, `retired` waits to be swept. */
export interface Generation {
  readonly generation: number;
  readonly archiveId: string;
  readonly state: 'loading' | 'active' | 'retired';
  /** The bag that is being loaded; a load that is to go on after it was broken off knows it. */
  readonly bag?: BagOfLoad;
  readonly checkpoint?: Checkpoint;
}

export interface BagOfLoad {
  readonly bagId: string;
  readonly description: UnfinishedLoad['description'];
}

export const generations = database.table<Generation, number>('generations');

/** Takes the least free number for a load, which can go on after a break where its bag is known. */
export function beginGeneration(archiveId: string, bag?: BagOfLoad): Promise<number> {
  return database.transaction('rw', generations, async () => {
    const taken = new Set(await generations.toCollection().primaryKeys());
    let generation = 1;
    while (taken.has(generation)) generation++;
    if (generation > lastGeneration) throw new RangeError('No generation is free');
    await generations.add({ generation, archiveId, state: 'loading', ...(bag && { bag }) });
    return generation;
  });
}

/** To be called in the transaction that stores what it tells of. */
export async function saveCheckpoint(generation: number, checkpoint: Checkpoint): Promise<void> {
  await generations.update(generation, { checkpoint });
}

/** The load of a bag that was broken off and can go on; null where there is none. */
export async function findUnfinished(bagId: string): Promise<UnfinishedLoad | null> {
  const found = await generations.filter(({ bag }) => bag?.bagId === bagId).toArray();
  for (const { generation, state, bag, checkpoint } of found) {
    if (state === 'loading' && bag && checkpoint) {
      return { generation, description: bag.description, checkpoint };
    }
  }
  return null;
}

/** The bags whose loads were broken off and can go on. */
export async function unfinishedBags(): Promise<readonly string[]> {
  const found = await generations.filter(canGoOn).toArray();
  return found.flatMap(({ bag }) => bag?.bagId ?? []);
}

function canGoOn({ state, bag, checkpoint }: Generation): boolean {
  return state === 'loading' && bag !== undefined && checkpoint !== undefined;
}

/** Puts a complete load in use and retires the one before it: all or nothing. */
export function takeOver(record: ArchiveRecord): Promise<void> {
  return database.transaction('rw', generations, archives, async () => {
    const previous = await archives.get(record.id);
    if (previous) await generations.update(previous.generation, { state: 'retired' });
    const { generation, id: archiveId } = record;
    await generations.put({ generation, archiveId, state: 'active' });
    await archives.put(record);
  });
}

/** Takes an archive out of use; its rows wait to be swept. */
export function retireArchive(archiveId: string): Promise<void> {
  return database.transaction('rw', generations, archives, async () => {
    const archive = await archives.get(archiveId);
    if (!archive) return;
    await generations.update(archive.generation, { state: 'retired' });
    await archives.delete(archiveId);
  });
}

const sweepChunk = 4_000;

/** Deletes the rows of a generation in small steps, then its record. */
async function sweepGeneration(generation: number): Promise<void> {
  const { from, to } = generationRange(generation);
  for (const table of [articleRows, articleBodies, issues]) {
    for (;;) {
      const range = table.where(':id').between(from, to);
      const keys = await range.limit(sweepChunk).primaryKeys();
      const last = keys.at(-1);
      if (last === undefined) break;
      await table.where(':id').between(from, last, true, true).delete();
    }
  }
  await contents.delete(generation);
  await searchIndexes.delete(generation);
  await generations.delete(generation);
}

/**
 * Deletes what retired, interrupted and cancelled loads left behind. Loads that can go on are kept,
 * but for those of the bags to be forgotten. Only the loading worker may call it, and only while it
 * is not writing: whatever is `loading` then belongs to nobody.
 */
export async function sweepGenerations(
  isForgotten: (bagId: string) => boolean = () => false,
): Promise<void> {
  const left = await generations.filter(({ state }) => state !== 'active').toArray();
  for (const each of left) {
    if (canGoOn(each) && !isForgotten(each.bag?.bagId ?? '')) continue;
    await sweepGeneration(each.generation);
  }
}
