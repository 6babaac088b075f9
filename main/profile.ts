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
import { isNewer, readProfileRecord } from './profile-record.ts';

/** Below this nothing is begun: a full disk is what empties databases. */
export const leastFreeBytes = 500 * 1000 * 1000;

/** Why a profile cannot be used. */
export type ProfileProblem =
  | { readonly code: 'not-writable'; readonly folder: string; readonly reason: string }
  /** A later version of the program wrote it. */
  | { readonly code: 'newer'; readonly folder: string; readonly program: string }
  | { readonly code: 'disk-full'; readonly folder: string; readonly freeBytes: number };

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Makes the folder and writes to it as the journal will; null when all is well. A profile of a later
 * version is not even written to.
 */
export function testProfile(folder: string): ProfileProblem | null {
  const record = readProfileRecord(folder);
  if (isNewer(record)) return { code: 'newer', folder, program: record.program };
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
