import { database } from './database.ts';
import type { IndexFileToRead, IndexFileToWrite, SearchStorage } from './search-files.ts';

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

/** Index files as pages in the tables. */
export class TableStorage implements SearchStorage {
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
