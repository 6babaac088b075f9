// Writes the container that archive/text/script/dictionary-file.ts reads: a line of ASCII JSON that
// names typed arrays, then the arrays, each on a boundary of eight bytes.

const magic = 0x445a5347; // "GSZD"
const version = 1;

/** @typedef {Uint8Array | Uint16Array | Uint32Array | Int32Array} Section */

/** @param {string} text */
const ascii = (text) =>
  text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** @param {number} value */
const aligned = (value) => Math.ceil(value / 8) * 8;

/** @param {ReadonlyMap<string, Section>} sections @param {object} facts @returns {Uint8Array} */
export function writeContainer(sections, facts) {
  let offset = 0;
  const table = [...sections].map(([name, section]) => {
    const row = { name, type: section.constructor.name, offset, length: section.length };
    offset = aligned(offset + section.byteLength);
    return row;
  });
  const header = ascii(JSON.stringify({ sections: table, facts }));
  const dataStart = aligned(12 + header.length);
  const bytes = new Uint8Array(dataStart + offset);
  new Uint32Array(bytes.buffer, 0, 3).set([magic, version, header.length]);
  bytes.set(new TextEncoder().encode(header), 12);
  for (const { name, offset: at } of table) {
    const section = sections.get(name);
    if (section === undefined) continue;
    bytes.set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
      dataStart + at,
    );
  }
  return bytes;
}
