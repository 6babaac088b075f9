import { generations } from './generations.ts';
import type { SearchStorage } from './search-files.ts';
import { searchIndexes } from './search-indexes.ts';
import { OpfsStorage } from './search-private-files.ts';
import { TableStorage } from './search-table-files.ts';

const tableStorage: SearchStorage = new TableStorage();
let opfs: Promise<SearchStorage> | undefined;

/** Private files where the browser has them, else the tables. For workers. */
export function openSearchStorage(): Promise<SearchStorage> {
  opfs ??= (async () => {
    try {
      const root = await navigator.storage.getDirectory();
      return new OpfsStorage(await root.getDirectoryHandle('search', { create: true }));
    } catch {
      // A window without private files still searches, a little slower.
      return tableStorage;
    }
  })();
  return opfs;
}

/** The storage that an index was written to. */
export function storageOf(kind: SearchStorage['kind']): Promise<SearchStorage> {
  return kind === 'opfs' ? openSearchStorage() : Promise.resolve(tableStorage);
}

/** Held, together with others, by whoever writes index files that no record names yet. */
const filesLock = 'search-files';

export function whileWritingIndexes<Result>(task: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(filesLock, { mode: 'shared' }, task);
}

/** Files of indexes in use, and of those that broken-off loads will go on with. */
async function namedFiles(): Promise<ReadonlySet<string>> {
  const [indexes, loads] = await Promise.all([searchIndexes.toArray(), generations.toArray()]);
  return new Set([
    ...indexes.flatMap(({ files }) => files),
    ...loads.flatMap(({ checkpoint }) => checkpoint?.index?.files ?? []),
  ]);
}

/** Deletes the files that belong to no index, unless one is being written now. */
export async function sweepSearchFiles(): Promise<void> {
  await navigator.locks.request(filesLock, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const used = await namedFiles();
    for (const storage of new Set([await openSearchStorage(), tableStorage])) {
      for (const name of await storage.list()) {
        if (!used.has(name)) await storage.remove(name);
      }
    }
  });
}
