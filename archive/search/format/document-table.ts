import { ByteReader, type ByteWriter } from './byte-writer.ts';
import type { SearchableText } from '../text/searchable-text.ts';

/** What the printed glyphs of a story are, as far as they tell: simplified, traditional or both. */
export const documentScripts = { neither: 0, hans: 1, hant: 2, both: 3 } as const;

/** The stories of an index in the order of their numbers. */
export interface DocumentTable {
  readonly keys: Float64Array<ArrayBuffer>;
  /** Code points. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly scripts: Uint8Array<ArrayBuffer>;
  /** Where each story's fields begin in `fieldBytes`; one more at the end. */
  readonly fieldStarts: Uint32Array<ArrayBuffer>;
  readonly fieldBytes: Uint8Array<ArrayBuffer>;
}

/** The segments of a text, those of one field together, as bytes. */
export function writeFields(
  writer: ByteWriter,
  { segmentStarts, segmentFields }: SearchableText,
): void {
  let before = -1;
  let last = 0;
  segmentFields.forEach((field, index) => {
    if (field === before) return;
    const start = segmentStarts[index] ?? 0;
    writer.varint((start - last) * 8 + field);
    last = start;
    before = field;
  });
}

/** The fields of a story: where each begins, and its index in `searchFields`. */
export function readFields(
  { fieldStarts, fieldBytes }: DocumentTable,
  document: number,
): Pick<SearchableText, 'segmentStarts' | 'segmentFields'> {
  const end = fieldStarts[document + 1] ?? 0;
  const reader = new ByteReader(fieldBytes, fieldStarts[document] ?? 0);
  const segmentStarts: number[] = [];
  const segmentFields: number[] = [];
  let start = 0;
  while (reader.at < end) {
    const value = reader.varint();
    start += Math.floor(value / 8);
    segmentStarts.push(start);
    segmentFields.push(value % 8);
  }
  return { segmentStarts, segmentFields };
}

function padded(length: number): number {
  return (length + 7) & ~7;
}

/** Bytes of the parts, each beginning at a multiple of 8. */
export function writeDocumentTable(table: DocumentTable): Uint8Array<ArrayBuffer> {
  const parts = [table.keys, table.lengths, table.fieldStarts, table.scripts, table.fieldBytes];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.byteLength), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  }
  return bytes;
}

export function readDocumentTable(
  bytes: Uint8Array<ArrayBuffer>,
  documents: number,
): DocumentTable {
  const { buffer } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  let at = bytes.byteOffset % 8 === 0 ? bytes.byteOffset : 0;
  const next = (length: number): number => {
    const start = at;
    at += padded(length);
    return start;
  };
  const keys = new Float64Array(buffer, next(documents * 8), documents);
  const lengths = new Uint32Array(buffer, next(documents * 4), documents);
  const fieldStarts = new Uint32Array(buffer, next((documents + 1) * 4), documents + 1);
  const scripts = new Uint8Array(buffer, next(documents), documents);
  const fieldLength = fieldStarts[documents] ?? 0;
  const fieldBytes = new Uint8Array(buffer, next(fieldLength), fieldLength);
  return { keys, lengths, scripts, fieldStarts, fieldBytes };
}
