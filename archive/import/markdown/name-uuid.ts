import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The UUID of version 5 (RFC 9562) for a name in the name space of another, both as `urn:uuid:…`. */
export function nameUuid(nameSpace: string, name: string): string {
  const space = hexToBytes(nameSpace.slice('urn:uuid:'.length).replaceAll('-', ''));
  const input = new Uint8Array([...space, ...utf8ToBytes(name)]);
  const bytes = sha1(input).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ];
  return `urn:uuid:${groups.join('-')}`;
}
