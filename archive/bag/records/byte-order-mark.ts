const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** True where a text in UTF-8 begins with a byte order mark. */
export function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes.subarray(0, 3).equals(byteOrderMark);
}

/** The text behind the mark, if there is one. */
export function withoutByteOrderMark(bytes: Buffer): Buffer {
  return hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes;
}
