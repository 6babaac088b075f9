/** A 32-bit sum that any damage to a page changes, save one in four thousand million. */
export function checksum(bytes: Uint8Array): number {
  const words = bytes.length >>> 2;
  let hash = 0x9747b28c ^ bytes.length;
  if (bytes.byteOffset % 4 === 0) {
    const view = new Uint32Array(bytes.buffer, bytes.byteOffset, words);
    for (let at = 0; at < words; at++) hash = mixed(hash, view[at] ?? 0);
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < words; at++) hash = mixed(hash, view.getUint32(at * 4, true));
  }
  for (let at = words * 4; at < bytes.length; at++) hash = mixed(hash, bytes[at] ?? 0);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(word, 0xcc9e2d51);
  const turned = hash ^ Math.imul((product << 15) | (product >>> 17), 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}
