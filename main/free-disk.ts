import type { BagProblem } from '../archive/model/bag-report.ts';
import { freeBytes, leastFreeBytes } from './profile.ts';

/** The file, its tables, and as much again for what the tables need while they are written. */
const bytesPerByte = 3;

/** A refusal when the disk of `folder` has no room to take in or load a bag of that size; else null. */
export function freeDiskProblem(folder: string, fileBytes: number): BagProblem | null {
  const free = freeBytes(folder);
  const needed = Math.max(leastFreeBytes, fileBytes * bytesPerByte);
  if (free >= needed) return null;
  return {
    code: 'too-large-for-disk',
    severity: 'refuse',
    path: '',
    details: { freeBytes: free, neededBytes: needed },
  };
}
