// Electron's fuses: one byte each, after a marker inside the executable.

const marker = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The order of the bytes in version 1 of the wire. */
const fuseNames = /** @type {const} */ ([
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
]);

/** @typedef {typeof fuseNames[number]} FuseName */

/**
 * Where the wire's first fuse is and how many it has. Throws where the executable has no such wire.
 * @param {Buffer} executable
 */
function locateWire(executable) {
  const at = executable.indexOf(marker);
  if (at === -1) throw new Error('The executable has no fuses: it is not Electron 12 or newer.');
  const version = executable.readUInt8(at + marker.length);
  if (version !== 1)
    throw new Error(`The executable's fuses are of the unknown version ${version}.`);
  return { first: at + marker.length + 2, count: executable.readUInt8(at + marker.length + 1) };
}

/**
 * Which fuses are on; a fuse that this Electron has not, or has given up, is left out.
 * @param {Buffer} executable @returns {Partial<Record<FuseName, boolean>>}
 */
export function readFuses(executable) {
  const { first, count } = locateWire(executable);
  /** @type {Partial<Record<FuseName, boolean>>} */
  const fuses = {};
  for (const [index, name] of fuseNames.entries()) {
    if (index >= count) break;
    const state = String.fromCharCode(executable.readUInt8(first + index));
    if (state === '0' || state === '1') fuses[name] = state === '1';
  }
  return fuses;
}

/**
 * Sets fuses in place. Throws for one that this Electron has not.
 * @param {Buffer} executable @param {Partial<Record<FuseName, boolean>>} fuses
 */
export function setFuses(executable, fuses) {
  const { first, count } = locateWire(executable);
  for (const [index, name] of fuseNames.entries()) {
    const wanted = fuses[name];
    if (wanted === undefined) continue;
    if (index >= count) throw new Error(`This Electron has no fuse ${name}.`);
    executable.writeUInt8((wanted ? '1' : '0').charCodeAt(0), first + index);
  }
}
