import type { ByteWriter } from '../format/byte-writer.ts';

/**
 * The document list of a term: for each story the step from the one before (from 0), whether the
 * term stands in the head, and how often it occurs. The positions of a term are written apart,
 * each story's as steps from its beginning.
 */
export class PostingsWriter {
  readonly documents: ByteWriter;
  readonly positions: ByteWriter;
  count = 0;
  private last = 0;

  /** Writes to lists that others go on with. */
  constructor(documents: ByteWriter, positions: ByteWriter) {
    this.documents = documents;
    this.positions = positions;
  }

  /** Before each term. */
  begin(): void {
    this.count = 0;
    this.last = 0;
  }

  document(document: number, occurrences: number, isInHead: boolean): void {
    const flags = (isInHead ? 2 : 0) | (occurrences === 1 ? 1 : 0);
    this.documents.varint((document - this.last) * 4 + flags);
    if (occurrences !== 1) this.documents.varint(occurrences);
    this.last = document;
    this.count++;
  }
}
