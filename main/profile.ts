import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Below this nothing is begun: a full disk is what empties databases. */
export const leastFreeBytes = 500 * 1000 * 1000;

/** Why a profile cannot be used. */
export type ProfileProblem =
  | { readonly code: 'not-writable'; readonly folder: string; readonly reason: string }
  | { readonly code: 'disk-full'; readonly folder: string; readonly freeBytes: number };

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Makes the folder and writes to it as the journal will; null when all is well. */
export function testProfile(folder: string): ProfileProblem | null {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(probe, 'w');
    try {
      writeSync(file, 'guzhi');
      fsyncSync(file);
    } finally {
      closeSync(file);
      unlinkSync(probe);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'not-writable', folder, reason };
  }
  const free = freeBytes(folder);
  return free < leastFreeBytes ? { code: 'disk-full', folder, freeBytes: free } : null;
}
