import { ByteReader, ByteWriter } from '../format/byte-writer.ts';
import type { ByteSink } from '../format/byte-storage.ts';
import type { DocumentTable } from '../format/document-table.ts';
import type { IndexReader, TermEntry } from '../format/index-reader.ts';
import { IndexWriter } from '../format/index-writer.ts';

const settleEvery = 32;

/** Walks the terms of one index, block by block. */
class TermWalk {
  readonly index: IndexReader;
  /** Number of the index's first story in the merged one. */
  readonly base: number;
  entry: TermEntry | undefined;
  private entries: readonly TermEntry[] = [];
  private block = 0;
  private at = 0;

  constructor(index: IndexReader, base: number) {
    this.index = index;
    this.base = base;
  }

  get key(): number {
    return this.entry?.key ?? Infinity;
  }

  /** Goes to the next term; a promise only where a block must be read. */
  next(): Promise<void> | undefined {
    this.entry = this.entries[this.at++];
    return this.entry === undefined && this.block < this.index.blocks
      ? this.nextBlock()
      : undefined;
  }

  private async nextBlock(): Promise<void> {
    this.entries = await this.index.blockTerms(this.block++);
    this.at = 0;
    this.entry = this.entries[this.at++];
  }
}

/** Appends a document list whose stories are numbered from `base`; gives the last one's number. */
function appendDocuments(
  writer: ByteWriter,
  bytes: Uint8Array,
  count: number,
  base: number,
  last: number,
): number {
  const reader = new ByteReader(bytes);
  const head = reader.varint();
  const first = Math.floor(head / 4);
  writer.varint((base + first - last) * 4 + (head & 3));
  writer.append(bytes.subarray(reader.at));
  if ((head & 1) === 0) reader.varint();
  let document = first;
  for (let left = count - 1; left > 0; left--) {
    const value = reader.varint();
    document += value >>> 2;
    if ((value & 1) === 0) reader.varint();
  }
  return base + document;
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
  const documents = new ByteWriter(1 << 16);
  const positions = new ByteWriter(1 << 16);
  let blocks = 0;
  for (;;) {
    let key = Infinity;
    for (const walk of walks) if (walk.key < key) ({ key } = walk);
    if (key === Infinity) break;
    documents.clear();
    positions.clear();
    let count = 0;
    let last = 0;
    for (const walk of walks) {
      const { entry, index } = walk;
      if (entry?.key !== key) continue;
      const list = index.documentsOf(entry);
      const places = index.positionsOf(entry);
      last = appendDocuments(
        documents,
        list instanceof Promise ? await list : list,
        entry.count,
        walk.base,
        last,
      );
      positions.append(places instanceof Promise ? await places : places);
      count += entry.count;
      const read = walk.next();
      if (read) await read;
    }
    if (
      writer.add(key, count, documents.view(), positions.view()) &&
      ++blocks % settleEvery === 0
    ) {
      await sink.settle();
      await pause(key / (0x110000 * 0x400000));
    }
  }
  writer.finish(mergedTable(indexes));
  await sink.settle();
}
