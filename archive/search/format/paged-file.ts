import type { ByteSource } from './byte-storage.ts';
import { checksum } from './checksum.ts';
import { DamagedIndexError, pageBytes } from './index-layout.ts';

/** Pages kept in memory: 8 MB. */
const keptPages = 256;
/** Longer reads pass the kept pages by. */
const longRead = 16;

/** A file read by pages, each checked when it is read from the disk. */
export class PagedFile {
  private readonly source: ByteSource;
  private readonly sums: Uint32Array;
  private readonly end: number;
  private readonly pages = new Map<number, Uint8Array<ArrayBuffer>>();
  /** The page that was asked for last, which needs no moving to the end. */
  private latest = -1;

  /** `end` is where the pages end; `sums` has one sum a page. */
  constructor(source: ByteSource, sums: Uint32Array, end: number) {
    this.source = source;
    this.sums = sums;
    this.end = end;
  }

  /** The bytes, sharing memory with what is kept; a promise only where the source gives one. */
  read(offset: number, length: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    const first = Math.floor(offset / pageBytes);
    const last = Math.floor((offset + Math.max(1, length) - 1) / pageBytes);
    if (first === last) {
      const page = this.page(first);
      const from = offset - first * pageBytes;
      return page instanceof Promise
        ? page.then((bytes) => bytes.subarray(from, from + length))
        : page.subarray(from, from + length);
    }
    if (last - first < longRead) return this.readShort(offset, length, first, last);
    return this.readOnce(offset, length);
  }

  /** The same, without keeping anything of it. */
  readOnce(
    offset: number,
    length: number,
  ): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    const first = Math.floor(offset / pageBytes);
    const last = Math.floor((offset + Math.max(1, length) - 1) / pageBytes);
    const start = first * pageBytes;
    const whole = this.source.read(start, Math.min(this.end, (last + 1) * pageBytes) - start);
    const cut = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
      this.check(bytes, first);
      return bytes.subarray(offset - start, offset - start + length);
    };
    return whole instanceof Promise ? whole.then(cut) : cut(whole);
  }

  private readShort(
    offset: number,
    length: number,
    first: number,
    last: number,
  ): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    const pages = Array.from({ length: last - first + 1 }, (_, index) => this.page(first + index));
    const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
      const joined = new Uint8Array(length);
      parts.forEach((part, index) => {
        const start = (first + index) * pageBytes;
        const from = Math.max(0, offset - start);
        const to = Math.min(part.length, offset + length - start);
        joined.set(part.subarray(from, to), start + from - offset);
      });
      return joined;
    };
    return pages.some((page) => page instanceof Promise)
      ? Promise.all(pages.map((page) => Promise.resolve(page))).then(join)
      : join(pages as Uint8Array[]);
  }

  private page(number: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    const kept = this.pages.get(number);
    if (kept) {
      if (number !== this.latest) {
        this.pages.delete(number);
        this.pages.set(number, kept);
        this.latest = number;
      }
      return kept;
    }
    const start = number * pageBytes;
    const read = this.source.read(start, Math.min(pageBytes, this.end - start));
    return read instanceof Promise
      ? read.then((bytes) => this.keep(number, bytes))
      : this.keep(number, read);
  }

  private keep(number: number, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    this.check(bytes, number);
    this.pages.set(number, bytes);
    if (this.pages.size > keptPages) {
      for (const oldest of this.pages.keys()) {
        this.pages.delete(oldest);
        break;
      }
    }
    return bytes;
  }

  private check(bytes: Uint8Array, first: number): void {
    for (let at = 0, page = first; at < bytes.length; at += pageBytes, page++) {
      if (checksum(bytes.subarray(at, at + pageBytes)) !== this.sums[page]) {
        throw new DamagedIndexError(`Page ${page} of the index is damaged`);
      }
    }
  }
}
