// Writes the small application that Electron starts when it is given the path of another one.

/**
 * An asar archive of files without folders: a length-prefixed JSON directory, then the contents.
 * @param {Readonly<Record<string, Buffer>>} files @returns {Buffer}
 */
export function asarArchive(files) {
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const directory = {};
  for (const [name, content] of Object.entries(files)) {
    directory[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
  }
  const json = Buffer.from(JSON.stringify({ files: directory }));
  const paddedBytes = Math.ceil(json.length / 4) * 4;
  const header = Buffer.alloc(16 + paddedBytes);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + paddedBytes, 4);
  header.writeUInt32LE(4 + paddedBytes, 8);
  header.writeUInt32LE(json.length, 12);
  json.copy(header, 16);
  return Buffer.concat([header, ...Object.values(files)]);
}
