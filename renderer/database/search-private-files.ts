import type { IndexFileToRead, IndexFileToWrite, SearchStorage } from './search-files.ts';

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

/** Index files in the browser's private files; they can be read and written in workers alone. */
export class OpfsStorage implements SearchStorage {
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
