import type { FileHandle } from 'node:fs/promises';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { readAt, readUInt64 } from './read-at.ts';
import {
  descriptorSignature,
  directoryHeaderBytes,
  endBytes,
  endSignature,
  localHeaderSignature,
  zip64EndBytes,
  zip64EndSignature,
  zip64LocatorBytes,
  zip64LocatorSignature,
} from './signatures.ts';
import { explainMissingEnd } from './truncation.ts';

/** Where a ZIP's central directory lies, after every claim about it has been checked. */
export interface EndRecord {
  readonly entryCount: number;
  readonly directoryOffset: number;
  readonly directoryBytes: number;
  /** Of the comment that ends the file. */
  readonly commentBytes: number;
}

const maxEntries = 500_000;
const maxDirectoryBytes = 512 * 1024 * 1024;

interface Claims extends EndRecord {
  /** Where the first of the end's own records begins. */
  readonly recordsStart: number;
}

function isClaims(value: Claims | BagProblem): value is Claims {
  return 'recordsStart' in value;
}

/** The end record that fits the file's end best: one that ends with the file, else the last one. */
function findEnd(tail: Buffer): number {
  let last = -1;
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    if (at + endBytes + tail.readUInt16LE(at + 20) === tail.length) return at;
    if (last === -1) last = at;
  }
  return last;
}

async function zip64Claims(
  handle: FileHandle,
  end: Buffer,
  locator: Buffer,
  locatorAt: number,
): Promise<Claims | BagProblem> {
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) {
    return problem('multi-disk', '', { disks: locator.readUInt32LE(16) });
  }
  const announcedAt = readUInt64(locator, 8);
  // The record stands right before its locator; a shifted one is told apart from a broken one.
  const recordAt = locatorAt - zip64EndBytes;
  const record = recordAt < 0 ? Buffer.alloc(0) : await readAt(handle, recordAt, zip64EndBytes);
  if (
    record.length < zip64EndBytes ||
    record.readUInt32LE(0) !== zip64EndSignature ||
    readUInt64(record, 4) !== zip64EndBytes - 12
  ) {
    return problem('broken-zip64', '', { reason: 'end-record', offset: announcedAt });
  }
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0) {
    return problem('multi-disk', '', { disk: record.readUInt32LE(16) });
  }
  const claims = {
    entryCount: readUInt64(record, 32),
    directoryBytes: readUInt64(record, 40),
    directoryOffset: readUInt64(record, 48),
    commentBytes: end.readUInt16LE(20),
    recordsStart: recordAt,
  };
  const plain: readonly (readonly [number, number, number])[] = [
    [end.readUInt16LE(10), 0xffff, claims.entryCount],
    [end.readUInt32LE(12), 0xffff_ffff, claims.directoryBytes],
    [end.readUInt32LE(16), 0xffff_ffff, claims.directoryOffset],
  ];
  const shift = recordAt - announcedAt;
  if (
    plain.some(([value, moved, large]) => value !== moved && value !== large) ||
    readUInt64(record, 24) !== claims.entryCount ||
    shift !== recordAt - claims.directoryOffset - claims.directoryBytes
  ) {
    return problem('broken-zip64', '', { reason: 'fields-differ', offset: recordAt });
  }
  return claims;
}

function plainClaims(end: Buffer, endAt: number): Claims | BagProblem {
  const claims = {
    entryCount: end.readUInt16LE(10),
    directoryBytes: end.readUInt32LE(12),
    directoryOffset: end.readUInt32LE(16),
    commentBytes: end.readUInt16LE(20),
    recordsStart: endAt,
  };
  const here = end.readUInt16LE(8);
  // 0xffff refers to a record for large files, unless there are as many entries.
  const isManyEntries =
    here === claims.entryCount && here * directoryHeaderBytes <= claims.directoryBytes;
  if (
    claims.directoryBytes === 0xffff_ffff ||
    claims.directoryOffset === 0xffff_ffff ||
    (Math.max(here, claims.entryCount) === 0xffff && !isManyEntries)
  ) {
    return problem('broken-zip64', '', { reason: 'locator-missing', offset: endAt });
  }
  if (here !== claims.entryCount) {
    return problem('multi-disk', '', { entries: claims.entryCount, here });
  }
  return claims;
}

/** Checks that the directory ends where the end's records begin, and that its figures are sane. */
function checkPlace(claims: Claims): EndRecord | BagProblem {
  const gap = claims.recordsStart - (claims.directoryOffset + claims.directoryBytes);
  if (
    claims.entryCount > maxEntries ||
    claims.directoryBytes > maxDirectoryBytes ||
    claims.entryCount * directoryHeaderBytes > claims.directoryBytes
  ) {
    return problem('absurd-counts', '', {
      entries: claims.entryCount,
      directoryBytes: claims.directoryBytes,
    });
  }
  if (gap > 0) return problem('junk-before', '', { junkBytes: gap });
  if (gap < 0) return problem('truncated', '', { missingBytes: -gap });
  return claims;
}

/** Finds and checks the end of a ZIP; what is wrong with it comes back as a problem. */
export async function readEndRecord(
  handle: FileHandle,
  fileBytes: number,
): Promise<{ readonly end: EndRecord } | { readonly fault: BagProblem }> {
  const head = await readAt(handle, 0, 4);
  const first = head.length === 4 ? head.readUInt32LE(0) : 0;
  if (first === descriptorSignature) return { fault: problem('multi-disk', '', {}) };
  const tailBytes = Math.min(fileBytes, endBytes + 0xffff + zip64LocatorBytes);
  const tail = await readAt(handle, fileBytes - tailBytes, tailBytes);
  const at = findEnd(tail);
  if (at === -1) {
    return {
      fault:
        first === localHeaderSignature
          ? await explainMissingEnd(handle, fileBytes)
          : problem('not-a-zip', '', { fileBytes }),
    };
  }
  const end = tail.subarray(at);
  const surplus = end.length - endBytes - end.readUInt16LE(20);
  if (surplus > 0) return { fault: problem('junk-after', '', { junkBytes: surplus, fileBytes }) };
  if (surplus < 0) {
    return { fault: problem('truncated', '', { missingBytes: -surplus, fileBytes }) };
  }
  const endAt = fileBytes - tailBytes + at;
  const locatorStart = at - zip64LocatorBytes;
  const hasLocator = locatorStart >= 0 && tail.readUInt32LE(locatorStart) === zip64LocatorSignature;
  if (!hasLocator && (end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0)) {
    return { fault: problem('multi-disk', '', { disk: end.readUInt16LE(4) }) };
  }
  const claims = hasLocator
    ? await zip64Claims(handle, end, tail.subarray(locatorStart, at), endAt - zip64LocatorBytes)
    : plainClaims(end, endAt);
  if (!isClaims(claims)) return { fault: claims };
  const checked = checkPlace(claims);
  return 'code' in checked ? { fault: checked } : { end: checked };
}
