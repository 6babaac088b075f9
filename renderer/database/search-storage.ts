import type { ByteSink, ByteSource } from '../../archive/search/format/byte-storage.ts';
import { database } from './database.ts';
import { searchIndexes } from './search-indexes.ts';

export interface IndexFileToWrite extends ByteSink {
  readonly written: number;
  /** Resolves once everything is on disk. */
  close(): Promise<void>;
}

export interface IndexFileToRead extends ByteSource {
  close(): void;
}

/** Where index files lie: in the browser's private files, or as pages in the tables. */
export interface SearchStorage {
  readonly kind: 'opfs' | 'indexeddb';
  create(name: string): Promise<IndexFileToWrite>;
  /** Null where there is no such file. */
  open(name: string): Promise<IndexFileToRead | null>;
  list(): Promise<readonly string[]>;
  /** Leaves a file that is still open somewhere. */
  remove(name: string): Promise<void>;
}

/** What TypeScript's library for windows leaves out. */
interface SyncAccessHandle {
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
  getSize(): number;
}

interface SyncFileHandle {
  createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<SyncAccessHandle>;
}

const writeSize = 1 << 20;

class OpfsFileToWrite implements IndexFileToWrite {
  written = 0;
  private readonly handle: SyncAccessHandle;
  private readonly buffer = new Uint8Array(writeSize);
  private filled = 0;

  constructor(handle: SyncAccessHandle) {
    this.handle = handle;
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(writeSize - this.filled, bytes.length - at);
      this.buffer.set(bytes.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled === writeSize) this.put();
    }
  }

  settle(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    try {
      this.put();
      this.handle.flush();
    } finally {
      this.handle.close();
    }
    return Promise.resolve();
  }

  private put(): void {
    const bytes = this.buffer.subarray(0, this.filled);
    if (this.handle.write(bytes, { at: this.written }) !== bytes.length) {
      throw new DOMException('The index did not fit on the disk', 'QuotaExceededError');
    }
    this.written += bytes.length;
    this.filled = 0;
  }
}

class OpfsStorage implements SearchStorage {
  readonly kind = 'opfs';
  private readonly folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.folder = folder;
  }

  async create(name: string): Promise<IndexFileToWrite> {
    const file = await this.folder.getFileHandle(name, { create: true });
    return new OpfsFileToWrite(await (file as unknown as SyncFileHandle).createSyncAccessHandle());
  }

  async open(name: string): Promise<IndexFileToRead | null> {
    let file: FileSystemFileHandle;
    try {
      file = await this.folder.getFileHandle(name);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
    const handle = await (file as unknown as SyncFileHandle).createSyncAccessHandle({
      mode: 'read-only',
    });
    return {
      size: handle.getSize(),
      read(offset, length) {
        const bytes = new Uint8Array(length);
        const count = handle.read(bytes, { at: offset });
        return count === length ? bytes : bytes.subarray(0, count);
      },
      close: () => {
        handle.close();
      },
    };
  }

  async list(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const name of (this.folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      names.push(name);
    }
    return names;
  }

  async remove(name: string): Promise<void> {
    try {
      await this.folder.removeEntry(name);
    } catch (error) {
      const isLeft =
        error instanceof DOMException &&
        ['NotFoundError', 'NoModificationAllowedError', 'InvalidStateError'].includes(error.name);
      if (!isLeft) throw error;
    }
  }
}

/** A page of an index file in the tables. */
interface SearchPage {
  readonly file: string;
  readonly page: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const searchPages = database.table<SearchPage, [string, number]>('searchPages');
const tablePageBytes = 8_192;

class TableFileToWrite implements IndexFileToWrite {
  written = 0;
  private readonly file: string;
  private buffer = new Uint8Array(tablePageBytes);
  private filled = 0;
  private page = 0;
  private waiting: SearchPage[] = [];

  constructor(file: string) {
    this.file = file;
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(tablePageBytes - this.filled, bytes.length - at);
      this.buffer.set(bytes.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled === tablePageBytes) this.put();
    }
    this.written += bytes.length;
  }

  async settle(): Promise<void> {
    const pages = this.waiting;
    this.waiting = [];
    if (pages.length > 0) await searchPages.bulkPut(pages);
  }

  async close(): Promise<void> {
    if (this.filled > 0) this.put();
    await this.settle();
  }

  private put(): void {
    this.waiting.push({
      file: this.file,
      page: this.page++,
      bytes: this.buffer.slice(0, this.filled),
    });
    this.filled = 0;
  }
}

class TableStorage implements SearchStorage {
  readonly kind = 'indexeddb';

  create(name: string): Promise<IndexFileToWrite> {
    return Promise.resolve(new TableFileToWrite(name));
  }

  async open(name: string): Promise<IndexFileToRead | null> {
    const last = await searchPages.where('[file+page]').between([name, 0], [name, Infinity]).last();
    if (!last) return null;
    return {
      size: last.page * tablePageBytes + last.bytes.length,
      read: (offset, length) => readPages(name, offset, length),
      close: () => undefined,
    };
  }

  async list(): Promise<readonly string[]> {
    const names: string[] = [];
    for (;;) {
      const next = await searchPages
        .where('[file+page]')
        .above([names.at(-1) ?? '', Infinity])
        .first();
      if (!next) return names;
      names.push(next.file);
    }
  }

  async remove(name: string): Promise<void> {
    await searchPages.where('[file+page]').between([name, 0], [name, Infinity]).delete();
  }
}

async function readPages(
  name: string,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const first = Math.floor(offset / tablePageBytes);
  const last = Math.floor((offset + Math.max(1, length) - 1) / tablePageBytes);
  const pages = await searchPages
    .where('[file+page]')
    .between([name, first], [name, last], true, true)
    .toArray();
  const bytes = new Uint8Array(length);
  for (const page of pages) {
    const start = page.page * tablePageBytes;
    const from = Math.max(0, offset - start);
    const to = Math.min(page.bytes.length, offset + length - start);
    if (from < to) bytes.set(page.bytes.subarray(from, to), start + from - offset);
  }
  return bytes;
}

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

/** Deletes the files that belong to no index, unless one is being written now. */
export async function sweepSearchFiles(): Promise<void> {
  await navigator.locks.request(filesLock, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const used = new Set((await searchIndexes.toArray()).flatMap(({ files }) => files));
    for (const storage of new Set([await openSearchStorage(), tableStorage])) {
      for (const name of await storage.list()) {
        if (!used.has(name)) await storage.remove(name);
      }
    }
  });
}
