import { FileFault } from '../bag-files.ts';
import { problem } from '../problem-list.ts';

/** The longest line of NDJSON that is read, without its end of line. */
export const maxLineBytes = 8 * 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export interface Line {
  /** Without the end of line; may share memory with the chunk it came in. */
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
}

/** Cuts chunks into lines, holding never more than one line that is not yet complete. */
export class LineSplitter {
  readonly #path: string;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #number = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** The lines that this chunk completes. Throws a FileFault for a line longer than allowed. */
  *lines(chunk: Buffer): Generator<Line> {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      yield this.#complete(chunk.subarray(start, end));
      start = end + 1;
    }
    this.#hold(chunk.subarray(start));
  }

  /** The last line, where the file does not end with an end of line. */
  *rest(): Generator<Line> {
    if (this.#pendingBytes > 0) yield this.#complete(Buffer.alloc(0));
  }

  #hold(piece: Buffer): void {
    this.#pendingBytes += piece.length;
    // One byte more may be the carriage return of the line's end.
    if (this.#pendingBytes > maxLineBytes + 1) this.#refuse(this.#pendingBytes);
    if (piece.length > 0) this.#pending.push(piece);
  }

  #complete(piece: Buffer): Line {
    this.#hold(piece);
    const joined =
      this.#pending.length === 1 && this.#pending[0]
        ? this.#pending[0]
        : Buffer.concat(this.#pending, this.#pendingBytes);
    const bytes = joined.at(-1) === carriageReturn ? joined.subarray(0, -1) : joined;
    if (bytes.length > maxLineBytes) this.#refuse(bytes.length);
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#number += 1;
    return { bytes, number: this.#number };
  }

  #refuse(foundAtLeast: number): never {
    throw new FileFault(
      problem('line-too-long', this.#path, { maxLineBytes, foundAtLeast }, this.#number + 1),
    );
  }
}
