import { ByteReader, type ByteWriter } from '../format/byte-writer.ts';
import type { ByteSink } from '../format/byte-storage.ts';
import type { DocumentTable } from '../format/document-table.ts';
import { termKey } from '../format/index-layout.ts';
import type { IndexReader } from '../format/index-reader.ts';
import { IndexWriter } from '../format/index-writer.ts';

const settleEvery = 32;

/** Walks the terms of one index, block by block. */
class TermWalk {
  /** Number of the index's first story in the merged one. */
  readonly base: number;
  /** The term at hand; Infinity at the end. */
  key = -1;
  count = 0;
  private readonly index: IndexReader;
  private block = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private left = 0;
  private entries = new ByteReader(this.bytes);
  private first = 0;
  private second = 0;
  /** Where the lists of the term begin and end in `bytes`. */
  private documentsStart = 0;
  private documentsEnd = 0;
  private positionsStart = 0;
  private positionsEnd = 0;

  constructor(index: IndexReader, base: number) {
    this.index = index;
    this.base = base;
  }

  /** Goes to the next term; a promise only where a block must be read. */
  next(): Promise<void> | undefined {
    if (this.left > 0) {
      this.readEntry();
      return undefined;
    }
    if (this.block < this.index.blocks) return this.nextBlock();
    this.key = Infinity;
    return undefined;
  }

  private async nextBlock(): Promise<void> {
    const { bytes, terms, documentsStart, positionsStart } = await this.index.block(this.block++);
    this.bytes = bytes;
    this.left = terms;
    this.entries = new ByteReader(bytes);
    this.first = 0;
    this.second = 0;
    this.documentsEnd = documentsStart;
    this.positionsEnd = positionsStart;
    this.readEntry();
  }

  private readEntry(): void {
    const { entries } = this;
    const step = entries.varint();
    if (step === 0) {
      this.second += entries.varint();
    } else {
      this.first += step - 1;
      this.second = entries.varint();
    }
    this.key = termKey(this.first, this.second);
    this.count = entries.varint();
    this.documentsStart = this.documentsEnd;
    this.documentsEnd += entries.varint();
    this.positionsStart = this.positionsEnd;
    this.positionsEnd += entries.varint();
    this.left--;
  }

  copyPositions(writer: ByteWriter): void {
    writer.appendRange(this.bytes, this.positionsStart, this.positionsEnd);
  }

  /**
   * Appends the document list, its stories numbered from `base`, behind one that ends with story
   * `last`; gives the last one's number where `isLastWanted`.
   */
  copyDocuments(writer: ByteWriter, last: number, isLastWanted: boolean): number {
    const reader = new ByteReader(this.bytes, this.documentsStart);
    const head = reader.varint();
    const first = Math.floor(head / 4);
    writer.varint((this.base + first - last) * 4 + (head & 3));
    writer.appendRange(this.bytes, reader.at, this.documentsEnd);
    if (!isLastWanted) return 0;
    if ((head & 1) === 0) reader.varint();
    let document = first;
    for (let left = this.count - 1; left > 0; left--) {
      const value = reader.varint();
      document += value >>> 2;
      if ((value & 1) === 0) reader.varint();
    }
    return this.base + document;
  }
}

function mergedTable(indexes: readonly IndexReader[]): DocumentTable {
  const tables = indexes.map(({ table }) => table);
  const total = tables.reduce((sum, { keys }) => sum + keys.length, 0);
  const bytes = tables.reduce((sum, { fieldBytes }) => sum + fieldBytes.length, 0);
  const merged: DocumentTable = {
    keys: new Float64Array(total),
    lengths: new Uint32Array(total),
    scripts: new Uint8Array(total),
    fieldStarts: new Uint32Array(total + 1),
    fieldBytes: new Uint8Array(bytes),
  };
  let at = 0;
  let filled = 0;
  for (const table of tables) {
    merged.keys.set(table.keys, at);
    merged.lengths.set(table.lengths, at);
    merged.scripts.set(table.scripts, at);
    const base = filled;
    merged.fieldStarts.set(
      table.fieldStarts.map((start) => start + base),
      at,
    );
    merged.fieldBytes.set(table.fieldBytes, filled);
    at += table.keys.length;
    filled += table.fieldBytes.length;
  }
  return merged;
}

/**
 * Writes one index of several, their stories one after the other. `pause` is called now and then
 * and may throw to give up.
 */
export async function mergeIndexes(
  indexes: readonly IndexReader[],
  sink: ByteSink,
  pause: (share: number) => Promise<void>,
): Promise<void> {
  const writer = new IndexWriter(sink);
  let base = 0;
  const walks: TermWalk[] = [];
  for (const index of indexes) {
    walks.push(new TermWalk(index, base));
    base += index.documents;
  }
  for (const walk of walks) await walk.next();
  const { documents, positions } = writer;
  let blocks = 0;
  for (;;) {
    let key = Infinity;
    let having = 0;
    for (const walk of walks) {
      if (walk.key < key) {
        ({ key } = walk);
        having = 1;
      } else if (walk.key === key) having++;
    }
    if (key === Infinity) break;
    let count = 0;
    let last = 0;
    for (const walk of walks) {
      if (walk.key !== key) continue;
      last = walk.copyDocuments(documents, last, --having > 0);
      walk.copyPositions(positions);
      count += walk.count;
      const read = walk.next();
      if (read) await read;
    }
    if (writer.add(key, count) && ++blocks % settleEvery === 0) {
      await sink.settle();
      await pause(key / (0x110000 * 0x400000));
    }
  }
  writer.finish(mergedTable(indexes));
  await sink.settle();
}
