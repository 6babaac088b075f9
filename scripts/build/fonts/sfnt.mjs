// The container of a TrueType font: tables by their tag.

/** @typedef {Map<string, Buffer>} Tables */

/** @param {Buffer} file @returns {Tables} */
export function readSfnt(file) {
  /** @type {Tables} */
  const tables = new Map();
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    const start = file.readUInt32BE(entry + 8);
    tables.set(
      file.toString('latin1', entry, entry + 4),
      file.subarray(start, start + file.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/** @param {Tables} tables @param {string} tag @returns {Buffer} */
export function tableOf(tables, tag) {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no table ${tag}.`);
  return table;
}

/** @param {Buffer} padded */
function checksum(padded) {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** @param {Buffer} bytes */
function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/** @param {Tables} tables @returns {Buffer} */
export function writeSfnt(tables) {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (sorted.length - 2 ** power), 10);

  /** @type {Buffer[]} */
  const bodies = [];
  let start = directory.length;
  let headStart = 0;
  for (const [index, [tag, table]] of sorted.entries()) {
    const body = padded(Buffer.from(table));
    if (tag === 'head') {
      body.writeUInt32BE(0, 8);
      headStart = start;
    }
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(body), entry + 4);
    directory.writeUInt32BE(start, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    bodies.push(body);
    start += body.length;
  }
  const file = Buffer.concat([directory, ...bodies]);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headStart + 8);
  return file;
}
