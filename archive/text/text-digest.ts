import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The digest of a canonical text as `textDigest` holds it: `sha256:` and 64 hex digits. */
export function textDigest(canonicalText: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText)))}`;
}
