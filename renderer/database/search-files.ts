import type { ByteSink, ByteSource } from '../../archive/search/format/byte-storage.ts';

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
