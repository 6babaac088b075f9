import { checksum } from '../search/format/checksum.ts';

/**
 * Adds a line to a 32-bit sum over lines in their order, which begins at 0. For telling whether two
 * processes hold the same lines, not for guarding against forgery: that is what the digests are for.
 */
export function addLine(sum: number, line: Uint8Array): number {
  return (Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) + checksum(line)) >>> 0;
}
