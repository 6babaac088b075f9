import { ByteWriter } from './byte-writer.ts';
import type { ByteSink } from './byte-storage.ts';
import { checksum } from './checksum.ts';
import { writeDocumentTable, type DocumentTable } from './document-table.ts';
import {
  blockBytes,
  blockTerms,
  firstOf,
  pageBytes,
  secondOf,
  writeFooter,
} from './index-layout.ts';

/** Writes an index file: its terms in ascending order, then its stories. */
export class IndexWriter {
  private readonly sink: ByteSink;
  /** The lists of a term are written here, before it is added. */
  readonly documents = new ByteWriter(1 << 16);
  readonly positions = new ByteWriter(1 << 16);
  private readonly entries = new ByteWriter(1 << 14);
  /** Where the lists of the next term begin. */
  private documentsStart = 0;
  private positionsStart = 0;
  private readonly directory = new ByteWriter(1 << 16);
  private readonly sums: number[] = [];
  private readonly page = new Uint8Array(pageBytes);
  private filled = 0;
  private written = 0;
  private terms = 0;
  private lastKey = 0;
  private lastBlockKey = 0;

  constructor(sink: ByteSink) {
    this.sink = sink;
  }

  /**
   * Adds the term whose lists were just written; `count` stories have it. True once a block was
   * closed, which is a good time to let the sink settle.
   */
  add(key: number, count: number): boolean {
    if (this.terms === 0) {
      this.directory.varint(key - this.lastBlockKey);
      this.lastBlockKey = key;
      this.lastKey = 0;
    }
    const { entries, documents, positions } = this;
    const first = firstOf(key);
    const sameFirst = this.terms > 0 && first === firstOf(this.lastKey);
    entries.varint(sameFirst ? 0 : first - firstOf(this.lastKey) + 1);
    entries.varint(sameFirst ? secondOf(key) - secondOf(this.lastKey) : secondOf(key));
    entries.varint(count);
    entries.varint(documents.length - this.documentsStart);
    entries.varint(positions.length - this.positionsStart);
    this.lastKey = key;
    this.documentsStart = documents.length;
    this.positionsStart = positions.length;
    this.terms++;
    const bytes = entries.length + documents.length + positions.length;
    if (bytes < blockBytes && this.terms < blockTerms) return false;
    this.closeBlock();
    return true;
  }

  /** Writes what remains. The sink is not settled yet. */
  finish(table: DocumentTable): void {
    if (this.terms > 0) this.closeBlock();
    // The table's parts are read as arrays of numbers, and its place need not be even.
    const tableStart = this.written;
    this.append(writeDocumentTable(table));
    this.closePage();
    const directoryStart = this.written;
    const tail = new ByteWriter(this.directory.length + this.sums.length * 4);
    tail.append(this.directory.view());
    const sumsStart = directoryStart + tail.length;
    tail.append(new Uint8Array(Uint32Array.from(this.sums).buffer));
    this.sink.write(tail.view());
    this.sink.write(
      writeFooter({
        documents: table.keys.length,
        tableStart,
        directoryStart,
        sumsStart,
        tailSum: checksum(tail.view()),
        characters: table.lengths.reduce((sum, length) => sum + length, 0),
      }),
    );
  }

  private closeBlock(): void {
    const { entries, documents, positions, directory } = this;
    directory.varint(this.terms);
    directory.varint(entries.length);
    directory.varint(documents.length);
    directory.varint(positions.length);
    for (const part of [entries, documents, positions]) {
      this.append(part.view());
      part.clear();
    }
    this.terms = 0;
    this.documentsStart = 0;
    this.positionsStart = 0;
  }

  private append(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      const taken = Math.min(pageBytes - this.filled, bytes.length - at);
      this.page.set(bytes.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled === pageBytes) this.closePage();
    }
    this.written += bytes.length;
  }

  private closePage(): void {
    if (this.filled === 0) return;
    const bytes = this.page.subarray(0, this.filled);
    this.sums.push(checksum(bytes));
    this.sink.write(bytes);
    this.filled = 0;
  }
}
