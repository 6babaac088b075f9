// Reads the zip inside the fallback's package without needing `unzip` on the machine.
import { inflateRawSync } from 'node:zlib';

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode Unix permissions and file type, 0 where the zip names none.
 * @property {() => Buffer} read
 */

const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;

/**
 * Every entry in the order of the central directory. Throws on zip64, encryption and unknown methods.
 * @param {Buffer} zip @returns {ZipEntry[]}
 */
export function readZipEntries(zip) {
  let end = zip.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && zip.readUInt32LE(end) !== endRecord) end -= 1;
  if (end < lowest) throw new Error('This is not a complete zip file: it has no directory.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw new Error('A zip64 file is not expected here.');

  /** @type {ZipEntry[]} */
  const entries = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== centralRecord) throw new Error('The zip directory is damaged.');
    const flags = zip.readUInt16LE(at + 8);
    const method = zip.readUInt16LE(at + 10);
    const packedBytes = zip.readUInt32LE(at + 20);
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    const localAt = zip.readUInt32LE(at + 42);
    if (flags & 1 || (method !== 0 && method !== 8))
      throw new Error(`The zip entry ${name} is encrypted or packed in an unknown way.`);
    entries.push({
      name,
      mode,
      read() {
        const dataAt =
          localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28);
        const packed = zip.subarray(dataAt, dataAt + packedBytes);
        return method === 0 ? packed : inflateRawSync(packed);
      },
    });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
