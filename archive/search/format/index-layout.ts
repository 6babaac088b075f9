import { checksum } from './checksum.ts';

/**
 * The search index of some stories, as one file:
 *
 * - blocks of sorted terms, each with its entries, then their document lists, then their positions;
 *   a term's lists lie within its block, so that most questions read one page;
 * - the document table: keys, lengths, scripts and fields of the stories;
 * - the directory: the first term of every block and where it lies;
 * - a sum of every page of 32 KB before the directory's end;
 * - the footer of fixed length, its own sum last.
 *
 * A term is a pair of code points: two neighbours of the folded text, or one printed character and
 * `single`, or two characters that only punctuation separates, the second raised by `apart`.
 */
export const indexVersion = 2;

export const pageBytes = 32_768;

/** Second of a pair at the end of a story. */
export const textEnd = 0x110000;
/** Second of a pair that stands for one printed character. */
export const single = 0x110001;
/** Added to the second character of a pair that punctuation separates. */
export const apart = 0x120000;

const span = 0x400000;

/** A term as one number; sorts by first, then second. */
export function termKey(first: number, second: number): number {
  return first * span + second;
}

export function firstOf(key: number): number {
  return Math.floor(key / span);
}

export function secondOf(key: number): number {
  return key % span;
}

/** A block is closed past this many bytes or terms. */
export const blockBytes = 24_576;
export const blockTerms = 256;

export const footerBytes = 52;
const summedBytes = footerBytes - 4;
const magic = 0x58495a47;

export interface IndexFooter {
  readonly documents: number;
  readonly tableStart: number;
  readonly directoryStart: number;
  readonly sumsStart: number;
  /** Of directory and sums. */
  readonly tailSum: number;
  /** Of all stories' lengths. */
  readonly characters: number;
}

export function writeFooter(footer: IndexFooter): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(footerBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, indexVersion, true);
  view.setUint32(8, footer.documents, true);
  view.setUint32(12, footer.tailSum, true);
  view.setFloat64(16, footer.tableStart, true);
  view.setFloat64(24, footer.directoryStart, true);
  view.setFloat64(32, footer.sumsStart, true);
  view.setFloat64(40, footer.characters, true);
  view.setUint32(summedBytes, checksum(bytes.subarray(0, summedBytes)), true);
  return bytes;
}

/** The index cannot be trusted: another version, cut short, or with a wrong sum. */
export class DamagedIndexError extends Error {
  override readonly name = 'DamagedIndexError';
}

export function readFooter(bytes: Uint8Array): IndexFooter {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length !== footerBytes || view.getUint32(0, true) !== magic) {
    throw new DamagedIndexError('The index has no footer');
  }
  if (view.getUint16(4, true) !== indexVersion) {
    throw new DamagedIndexError('The index is of another version');
  }
  if (view.getUint32(summedBytes, true) !== checksum(bytes.subarray(0, summedBytes))) {
    throw new DamagedIndexError('The footer of the index is damaged');
  }
  return {
    documents: view.getUint32(8, true),
    tailSum: view.getUint32(12, true),
    tableStart: view.getFloat64(16, true),
    directoryStart: view.getFloat64(24, true),
    sumsStart: view.getFloat64(32, true),
    characters: view.getFloat64(40, true),
  };
}
