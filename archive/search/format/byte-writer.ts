/** Up to so many bytes are copied one by one. */
const shortRange = 48;

/** Bytes that grow; numbers are written seven bits a byte, lowest first. */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1 << 12) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Any whole number from 0 to 2 ** 53. */
  varint(value: number): void {
    if (this.length + 8 > this.bytes.length) this.grow(this.length + 8);
    const { bytes } = this;
    let rest = value;
    while (rest > 0x7fffffff) {
      bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      bytes[this.length++] = (rest & 127) | 0x80;
      rest >>>= 7;
    }
    bytes[this.length++] = rest;
  }

  append(part: Uint8Array): void {
    if (this.length + part.length > this.bytes.length) this.grow(this.length + part.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** Appends a part of other bytes; quicker than `append` where it is short. */
  appendRange(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from;
    if (count > shortRange) {
      this.append(bytes.subarray(from, to));
      return;
    }
    if (this.length + count > this.bytes.length) this.grow(this.length + count);
    const own = this.bytes;
    let { length } = this;
    for (let at = from; at < to; at++) own[length++] = bytes[at] ?? 0;
    this.length = length;
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written, sharing memory. */
  view(from = 0): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(from, this.length);
  }

  private grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Reads what a ByteWriter wrote. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }
}
