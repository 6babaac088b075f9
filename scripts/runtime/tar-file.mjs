// Reads one file out of an npm package's tar without needing `tar` on the machine.

/**
 * The bytes of the file at `path`; null where the tar holds no such file.
 * @param {Buffer} tar @param {string} path @returns {Buffer | null}
 */
export function readTarFile(tar, path) {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = textUntilZero(tar.subarray(at, at + 100));
    if (name === '') return null;
    const bytes = Number.parseInt(textUntilZero(tar.subarray(at + 124, at + 136)).trim(), 8);
    if (!Number.isFinite(bytes)) throw new Error(`The tar entry ${name} names no size.`);
    if (name === path) return tar.subarray(at + 512, at + 512 + bytes);
    at += 512 + Math.ceil(bytes / 512) * 512;
  }
  return null;
}

/** @param {Buffer} field */
function textUntilZero(field) {
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end === -1 ? field.length : end);
}
