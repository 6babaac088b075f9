/** Takes the bytes of a file from its beginning to its end. */
export interface ByteSink {
  /** The bytes may change once it returns. */
  write(bytes: Uint8Array): void;
  /** Resolves once there is room for more; rejects where something could not be written. */
  settle(): Promise<void>;
}

/** A file that is read in pieces. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/** A file in memory. */
export class BytesInMemory implements ByteSink, ByteSource {
  private bytes = new Uint8Array(1 << 16);
  size = 0;

  write(part: Uint8Array): void {
    if (this.size + part.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.size + part.length));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes.set(part, this.size);
    this.size += part.length;
  }

  settle(): Promise<void> {
    return Promise.resolve();
  }

  read(offset: number, length: number): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(offset, Math.min(this.size, offset + length));
  }

  /** The file itself, for damaging it in tests. */
  get raw(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.size);
  }
}
