import { ByteReader } from './byte-writer.ts';
import type { ByteSource } from './byte-storage.ts';
import { checksum } from './checksum.ts';
import { readDocumentTable, type DocumentTable } from './document-table.ts';
import { DamagedIndexError, footerBytes, pageBytes, readFooter, termKey } from './index-layout.ts';
import { PagedFile } from './paged-file.ts';

/** Where a term's lists lie. */
export interface TermEntry {
  readonly key: number;
  /** In how many stories it occurs. */
  readonly count: number;
  readonly documentsStart: number;
  readonly documentsBytes: number;
  readonly positionsStart: number;
  readonly positionsBytes: number;
}

/** A block as it is read from beginning to end. */
export interface BlockBytes {
  readonly bytes: Uint8Array;
  readonly terms: number;
  /** Where its document lists begin, and its positions. */
  readonly documentsStart: number;
  readonly positionsStart: number;
}

interface Directory {
  /** The first term of each block. */
  readonly keys: Float64Array;
  /** Where each block begins; one more at the end. */
  readonly starts: Float64Array;
  readonly terms: Uint16Array;
  readonly entriesBytes: Uint32Array;
  readonly documentsBytes: Uint32Array;
}

/** An index file, open to be asked. Anything it gives back has had its sum checked. */
export class IndexReader {
  readonly table: DocumentTable;
  /** Of all stories' lengths. */
  readonly characters: number;
  private readonly file: PagedFile;
  private readonly directory: Directory;

  private constructor(
    file: PagedFile,
    directory: Directory,
    table: DocumentTable,
    characters: number,
  ) {
    this.file = file;
    this.directory = directory;
    this.table = table;
    this.characters = characters;
  }

  /** Throws DamagedIndexError where the file is not a whole index of this version. */
  static async open(source: ByteSource): Promise<IndexReader> {
    if (source.size < footerBytes) throw new DamagedIndexError('The index is cut short');
    const footer = readFooter(await source.read(source.size - footerBytes, footerBytes));
    const { tableStart, directoryStart, sumsStart, documents } = footer;
    const tailEnd = source.size - footerBytes;
    const pages = Math.ceil(directoryStart / pageBytes);
    const isSound =
      tableStart <= directoryStart &&
      directoryStart <= sumsStart &&
      sumsStart + pages * 4 === tailEnd;
    if (!isSound) throw new DamagedIndexError('The index is cut short');
    const tail = await source.read(directoryStart, tailEnd - directoryStart);
    if (tail.length !== tailEnd - directoryStart || checksum(tail) !== footer.tailSum) {
      throw new DamagedIndexError('The directory of the index is damaged');
    }
    const sums = new Uint32Array(tail.slice(sumsStart - directoryStart).buffer);
    const directory = readDirectory(tail.subarray(0, sumsStart - directoryStart));
    const file = new PagedFile(source, sums, directoryStart);
    const table = (await file.read(tableStart, directoryStart - tableStart)).slice();
    return new IndexReader(file, directory, readDocumentTable(table, documents), footer.characters);
  }

  get documents(): number {
    return this.table.keys.length;
  }

  get blocks(): number {
    return this.directory.keys.length;
  }

  /** The term, or null where no story has it. */
  find(key: number): TermEntry | null | Promise<TermEntry | null> {
    const block = this.blockOf(key);
    if (block < 0) return null;
    const entries = this.entriesOf(block);
    const pick = (bytes: Uint8Array): TermEntry | null => {
      for (const entry of this.walk(block, bytes)) {
        if (entry.key >= key) return entry.key === key ? entry : null;
      }
      return null;
    };
    return entries instanceof Promise ? entries.then(pick) : pick(entries);
  }

  /** All terms from `from` up to but not `to`. */
  async range(from: number, to: number): Promise<readonly TermEntry[]> {
    const found: TermEntry[] = [];
    for (let block = Math.max(0, this.blockOf(from)); block < this.blocks; block++) {
      if ((this.directory.keys[block] ?? 0) >= to) break;
      for (const entry of this.walk(block, await this.entriesOf(block))) {
        if (entry.key >= from && entry.key < to) found.push(entry);
      }
    }
    return found;
  }

  /** All of one block: its entries, then its document lists, then its positions. */
  async block(block: number): Promise<BlockBytes> {
    const { starts, terms, entriesBytes, documentsBytes } = this.directory;
    const start = starts[block] ?? 0;
    const bytes = await this.file.readOnce(start, (starts[block + 1] ?? 0) - start);
    const documentsStart = entriesBytes[block] ?? 0;
    const positionsStart = documentsStart + (documentsBytes[block] ?? 0);
    return { bytes, terms: terms[block] ?? 0, documentsStart, positionsStart };
  }

  documentsOf(entry: TermEntry): Uint8Array | Promise<Uint8Array> {
    return this.file.read(entry.documentsStart, entry.documentsBytes);
  }

  positionsOf(entry: TermEntry): Uint8Array | Promise<Uint8Array> {
    return this.file.read(entry.positionsStart, entry.positionsBytes);
  }

  private entriesOf(block: number): Uint8Array | Promise<Uint8Array> {
    const { starts, entriesBytes } = this.directory;
    return this.file.read(starts[block] ?? 0, entriesBytes[block] ?? 0);
  }

  private *walk(block: number, bytes: Uint8Array): Generator<TermEntry> {
    const { starts, terms, entriesBytes, documentsBytes } = this.directory;
    let documentsStart = (starts[block] ?? 0) + (entriesBytes[block] ?? 0);
    let positionsStart = documentsStart + (documentsBytes[block] ?? 0);
    const reader = new ByteReader(bytes);
    let first = 0;
    let second = 0;
    for (let left = terms[block] ?? 0; left > 0; left--) {
      const step = reader.varint();
      if (step === 0) {
        second += reader.varint();
      } else {
        first += step - 1;
        second = reader.varint();
      }
      const count = reader.varint();
      const documents = reader.varint();
      const positions = reader.varint();
      yield {
        key: termKey(first, second),
        count,
        documentsStart,
        documentsBytes: documents,
        positionsStart,
        positionsBytes: positions,
      };
      documentsStart += documents;
      positionsStart += positions;
    }
  }

  /** The last block that begins at or before a term; -1 where none does. */
  private blockOf(key: number): number {
    const { keys } = this.directory;
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function readDirectory(bytes: Uint8Array): Directory {
  const reader = new ByteReader(bytes);
  const keys: number[] = [];
  const starts: number[] = [];
  const terms: number[] = [];
  const entriesBytes: number[] = [];
  const documentsBytes: number[] = [];
  let key = 0;
  let start = 0;
  while (reader.at < bytes.length) {
    key += reader.varint();
    keys.push(key);
    starts.push(start);
    terms.push(reader.varint());
    const entries = reader.varint();
    const documents = reader.varint();
    entriesBytes.push(entries);
    documentsBytes.push(documents);
    start += entries + documents + reader.varint();
  }
  starts.push(start);
  return {
    keys: Float64Array.from(keys),
    starts: Float64Array.from(starts),
    terms: Uint16Array.from(terms),
    entriesBytes: Uint32Array.from(entriesBytes),
    documentsBytes: Uint32Array.from(documentsBytes),
  };
}
