import type { FileHandle } from 'node:fs/promises';
import type yauzl from 'yauzl';
import { readAt } from './read-at.ts';

/** Where a header of the directory names the disk that its entry begins on. */
const diskNumberAt = 34;
const inZip64Field = 0xffff;
const windowBytes = 1 << 16;

/** The disks that entries begin on, which the library keeps to itself; read in the directory's order. */
export class DiskNumbers {
  readonly #handle: FileHandle;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** The disk of an entry whose header in the directory begins at `headerStart`. */
  async of(entry: yauzl.Entry, headerStart: number): Promise<number> {
    const at = headerStart + diskNumberAt;
    if (at < this.#windowStart || at + 2 > this.#windowStart + this.#window.length) {
      this.#window = await readAt(this.#handle, at, windowBytes);
      this.#windowStart = at;
    }
    const disk = this.#window.readUInt16LE(at - this.#windowStart);
    if (disk !== inZip64Field) return disk;
    // It is the last and only odd part of the field for large files.
    const large = entry.extraFields.find(({ id }) => id === 1)?.data;
    return large?.length !== undefined && large.length % 8 === 4
      ? large.readUInt32LE(large.length - 4)
      : disk;
  }
}
