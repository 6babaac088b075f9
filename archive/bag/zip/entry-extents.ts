import type { FileHandle } from 'node:fs/promises';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import type { EndRecord } from './end-record.ts';
import type { ZipEntry } from './entries.ts';
import { readAt } from './read-at.ts';
import { descriptorSignature } from './signatures.ts';

/** True when the bytes after an entry's data are its descriptor and repeat what the directory says. */
function isDescriptorOf(bytes: Buffer, entry: ZipEntry): boolean {
  const hasSignature = bytes.length === 16 || bytes.length === 24;
  if (hasSignature && bytes.readUInt32LE(0) !== descriptorSignature) return false;
  const fields = hasSignature ? bytes.subarray(4) : bytes;
  if (fields.readUInt32LE(0) !== entry.crc32) return false;
  return fields.length === 12
    ? fields.readUInt32LE(4) === entry.compressedBytes && fields.readUInt32LE(8) === entry.bytes
    : Number(fields.readBigUInt64LE(4)) === entry.compressedBytes &&
        Number(fields.readBigUInt64LE(12)) === entry.bytes;
}

const descriptorLengths: readonly number[] = [12, 16, 20, 24];

/**
 * Checks that the entries fill the file from its first byte to the directory, one after the other:
 * nothing shared, nothing hidden between them.
 */
export async function checkExtents(
  handle: FileHandle,
  entries: readonly ZipEntry[],
  end: EndRecord,
): Promise<readonly BagProblem[]> {
  const faults: BagProblem[] = [];
  const sorted = entries.toSorted((one, other) => one.headerStart - other.headerStart);
  const first = sorted[0];
  if (first && first.headerStart > 0) {
    faults.push(problem('junk-before', '', { junkBytes: first.headerStart }));
  }
  for (const [index, entry] of sorted.entries()) {
    const dataEnd = entry.dataStart + entry.compressedBytes;
    const next = sorted[index + 1];
    const gap = (next ? next.headerStart : end.directoryOffset) - dataEnd;
    if (gap < 0) {
      faults.push(
        problem('entries-overlap', entry.name, {
          other: next ? next.name : '',
          overlapBytes: -gap,
        }),
      );
    } else if (entry.hasDescriptor) {
      const isDescriptor =
        descriptorLengths.includes(gap) &&
        isDescriptorOf(await readAt(handle, dataEnd, gap), entry);
      if (!isDescriptor) {
        faults.push(problem('headers-differ', entry.name, { field: 'descriptor', bytes: gap }));
      }
    } else if (gap > 0) {
      faults.push(problem('junk-between', entry.name, { junkBytes: gap, offset: dataEnd }));
    }
  }
  return faults;
}
