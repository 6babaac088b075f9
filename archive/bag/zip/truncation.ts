import type { FileHandle } from 'node:fs/promises';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { readAt, readUInt64 } from './read-at.ts';
import {
  directoryHeaderBytes,
  directorySignature,
  endBytes,
  endSignature,
  flagDescriptor,
  localHeaderBytes,
  localHeaderSignature,
} from './signatures.ts';

/** The element of bag-info.txt that lets a cut file say how much of it is missing. */
export const fileBytesLabel = 'Bag-File-Bytes';

const headBytes = 64 * 1024;

interface LocalFile {
  readonly name: string;
  /** Absent where the size only follows the data. */
  readonly dataBytes?: number;
  readonly dataStart: number;
  readonly isStored: boolean;
}

function localFileAt(bytes: Buffer, at: number): LocalFile | null {
  if (at + localHeaderBytes > bytes.length || bytes.readUInt32LE(at) !== localHeaderSignature) {
    return null;
  }
  const nameEnd = at + localHeaderBytes + bytes.readUInt16LE(at + 26);
  const dataStart = nameEnd + bytes.readUInt16LE(at + 28);
  const name = bytes.toString('latin1', at + localHeaderBytes, Math.min(nameEnd, bytes.length));
  const isStored = bytes.readUInt16LE(at + 8) === 0;
  if ((bytes.readUInt16LE(at + 6) & flagDescriptor) !== 0) return { name, dataStart, isStored };
  const dataBytes = bytes.readUInt32LE(at + 18);
  if (dataBytes !== 0xffff_ffff) return { name, dataBytes, dataStart, isStored };
  // zip64: the extra field 0x0001 holds the size of the content, then that of the data.
  for (let extra = nameEnd; extra + 4 <= Math.min(dataStart, bytes.length);) {
    const length = bytes.readUInt16LE(extra + 2);
    if (bytes.readUInt16LE(extra) === 1 && length >= 16 && extra + 20 <= bytes.length) {
      return { name, dataBytes: readUInt64(bytes, extra + 12), dataStart, isStored };
    }
    extra += 4 + length;
  }
  return { name, dataStart, isStored };
}

/** The length of the whole file as its own bag-info.txt, near the front, tells it. */
async function announcedFileBytes(handle: FileHandle): Promise<number | null> {
  const head = await readAt(handle, 0, headBytes);
  for (let at = 0, file = localFileAt(head, at); file; file = localFileAt(head, at)) {
    if (file.dataBytes === undefined) return null;
    const end = file.dataStart + file.dataBytes;
    if (file.isStored && file.name.endsWith('/bag-info.txt') && end <= head.length) {
      const found = new RegExp(`^${fileBytesLabel}: *(\\d+)`, 'm').exec(
        head.toString('latin1', file.dataStart, end),
      );
      return found ? Number(found[1]) : null;
    }
    at = end;
  }
  return null;
}

interface Walk {
  /** Where the next structure should start. */
  readonly next: number;
  readonly files: number;
  /** Where the ZIP ends, when the walk met its end record. */
  readonly end?: number;
}

/** Follows the file's structures from its front, as far as their lengths are written in them. */
async function walkFromFront(handle: FileHandle, fileBytes: number): Promise<Walk> {
  let next = 0;
  let files = 0;
  while (next < fileBytes) {
    const header = await readAt(handle, next, localHeaderBytes + 0x1_0000);
    const file = localFileAt(header, 0);
    if (file) {
      files += 1;
      if (file.dataBytes === undefined) break;
      next += file.dataStart + file.dataBytes;
    } else if (header.length >= endBytes && header.readUInt32LE(0) === endSignature) {
      return { next, files, end: next + endBytes + header.readUInt16LE(20) };
    } else if (
      header.length >= directoryHeaderBytes &&
      header.readUInt32LE(0) === directorySignature
    ) {
      next +=
        directoryHeaderBytes +
        header.readUInt16LE(28) +
        header.readUInt16LE(30) +
        header.readUInt16LE(32);
    } else break;
  }
  return { next, files };
}

/**
 * Says what is wrong with a file that begins like a ZIP but lacks a ZIP's end: cut off (with the
 * exact number of missing bytes where the bag itself tells its length, else the least possible), or
 * followed by more than 64 KiB of something else.
 */
export async function explainMissingEnd(
  handle: FileHandle,
  fileBytes: number,
): Promise<BagProblem> {
  const announced = await announcedFileBytes(handle);
  if (announced !== null && announced > fileBytes) {
    return problem('truncated', '', {
      missingBytes: announced - fileBytes,
      expectedBytes: announced,
      fileBytes,
    });
  }
  const walk = await walkFromFront(handle, fileBytes);
  const end = walk.end ?? announced;
  if (end !== null && end < fileBytes) {
    return problem('junk-after', '', { junkBytes: fileBytes - end, fileBytes });
  }
  const leastMissing =
    Math.max(0, walk.next - fileBytes) + walk.files * directoryHeaderBytes + endBytes;
  return problem('truncated', '', { missingBytesAtLeast: leastMissing, fileBytes });
}
