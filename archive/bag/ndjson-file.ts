import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

const bufferBytes = 1024 * 1024;

/** A file that is written line by line and hashed on the way. */
export class NdjsonFile {
  /** Where it lies on disk. */
  readonly file: string;
  bytes = 0;
  lines = 0;
  longestLine = 0;
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha512');
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  private constructor(file: string, handle: FileHandle) {
    this.file = file;
    this.#handle = handle;
  }

  static async create(file: string): Promise<NdjsonFile> {
    return new NdjsonFile(file, await open(file, 'wx'));
  }

  /** `line` has no end of line of its own. */
  async append(line: Buffer): Promise<void> {
    this.#waiting.push(line, lineFeed);
    this.#waitingBytes += line.length + 1;
    this.lines += 1;
    this.longestLine = Math.max(this.longestLine, line.length);
    if (this.#waitingBytes >= bufferBytes) await this.#flush();
  }

  async #flush(): Promise<void> {
    const joined = Buffer.concat(this.#waiting, this.#waitingBytes);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.bytes += joined.length;
    this.#hash.update(joined);
    await this.#handle.writeFile(joined);
  }

  /** Gives up a file that is not finished. */
  async discard(): Promise<void> {
    await this.#handle.close();
  }

  /** Closes the file; the hex SHA-512 of its content. */
  async finish(): Promise<string> {
    await this.#flush();
    await this.#handle.close();
    return this.#hash.digest('hex');
  }
}

const lineFeed = Buffer.from('\n');
