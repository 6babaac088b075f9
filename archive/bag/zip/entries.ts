import type { FileHandle } from 'node:fs/promises';
import yauzl from 'yauzl';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { DiskNumbers } from './disk-numbers.ts';
import type { EndRecord } from './end-record.ts';
import { ambiguousName, entryName, visibleName } from './entry-name.ts';
import {
  directoryHeaderBytes,
  flagDescriptor,
  flagEncrypted,
  flagMaskedHeaders,
  flagStrongEncryption,
} from './signatures.ts';

/** A file inside the ZIP whose two headers agree. */
export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Bytes of the content. */
  readonly bytes: number;
  readonly compressedBytes: number;
  readonly isDeflated: boolean;
  readonly crc32: number;
  readonly headerStart: number;
  readonly dataStart: number;
  /** Sizes and checksum follow the data. */
  readonly hasDescriptor: boolean;
}

const maxRatio = 200;
const ratioCheckedAboveBytes = 100 * 1024 * 1024;
const regularFile = 0o100000;
const folder = 0o040000;
const typeMask = 0o170000;
const windowsReparsePoint = 0x400;
const windowsFolder = 0x10;
/** An empty content, deflated. */
const deflatedNothingBytes = 2;

function typeFault(entry: yauzl.Entry, name: string): BagProblem | null {
  const type = (entry.externalFileAttributes >>> 16) & typeMask;
  const isFolder = name.endsWith('/');
  const isOdd =
    (type !== 0 && type !== (isFolder ? folder : regularFile)) ||
    (entry.externalFileAttributes & windowsReparsePoint) !== 0 ||
    (!isFolder && (entry.externalFileAttributes & windowsFolder) !== 0) ||
    (isFolder &&
      (entry.uncompressedSize !== 0 ||
        entry.crc32 !== 0 ||
        entry.compressedSize > deflatedNothingBytes));
  return isOdd ? problem('not-a-regular-file', name, { type: type.toString(8) }) : null;
}

/** What the directory's own words about an entry are refused for. */
function directoryFault(entry: yauzl.Entry, name: string): BagProblem | null {
  const flags = entry.generalPurposeBitFlag;
  if ((flags & (flagEncrypted | flagStrongEncryption | flagMaskedHeaders)) !== 0) {
    return problem('encrypted', name);
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return problem('unknown-method', name, { method: entry.compressionMethod });
  }
  if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) {
    return problem('lying-sizes', name, {
      expected: entry.uncompressedSize,
      found: entry.compressedSize,
    });
  }
  return ratioFault(name, entry.uncompressedSize, entry.compressedSize) ?? typeFault(entry, name);
}

function ratioFault(name: string, bytes: number, compressedBytes: number): BagProblem | null {
  return bytes > ratioCheckedAboveBytes && bytes > compressedBytes * maxRatio
    ? problem('ratio-too-high', name, { bytes, compressedBytes })
    : null;
}

/** A bomb may be spread over many entries, none of which is too much by itself. */
function wholeRatioFault(entries: readonly ZipEntry[]): BagProblem | null {
  const sum = (of: (entry: ZipEntry) => number): number =>
    entries.reduce((total, entry) => total + of(entry), 0);
  return ratioFault(
    '',
    sum(({ bytes }) => bytes),
    sum(({ compressedBytes }) => compressedBytes),
  );
}

/** Names the first field in which the entry's own header says something else than the directory. */
function differingField(entry: yauzl.Entry, header: yauzl.LocalFileHeader): string | null {
  if (!header.fileName.equals(entry.fileNameRaw)) return 'name';
  if (header.compressionMethod !== entry.compressionMethod) return 'method';
  if (header.generalPurposeBitFlag !== entry.generalPurposeBitFlag) return 'flags';
  // Where a descriptor follows, a value that was not known yet is 0; any other has to be true.
  const isLater = (header.generalPurposeBitFlag & flagDescriptor) !== 0;
  const agree = (value: number, expected: number): boolean =>
    value === expected || (isLater && value === 0);
  if (!agree(header.crc32, entry.crc32)) return 'crc';
  const large = yauzl
    .parseExtraFields(header.extraField)
    .find((field) => field.id === 1 && field.data.length >= 16)?.data;
  const size = (value: number, at: number): number =>
    value === 0xffff_ffff && large ? Number(large.readBigUInt64LE(at)) : value;
  if (!agree(size(header.uncompressedSize, 0), entry.uncompressedSize)) return 'size';
  return agree(size(header.compressedSize, 8), entry.compressedSize) ? null : 'compressed-size';
}

/** True where the entry's own header gives another time; nothing of it is used. */
function timesDiffer(entry: yauzl.Entry, header: yauzl.LocalFileHeader): boolean {
  return (
    header.lastModFileDate !== entry.lastModFileDate ||
    header.lastModFileTime !== entry.lastModFileTime
  );
}

interface CheckedEntry {
  readonly entry: ZipEntry;
  readonly remark: BagProblem | null;
}

async function checkedEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
): Promise<CheckedEntry | { readonly fault: BagProblem }> {
  const named = entryName(entry);
  if ('fault' in named) return named;
  const { name } = named;
  const fault = directoryFault(entry, name);
  if (fault) return { fault };
  let header: yauzl.LocalFileHeader;
  try {
    header = await zip.readLocalFileHeaderPromise(entry);
    const field = differingField(entry, header);
    if (field !== null) return { fault: problem('headers-differ', name, { field }) };
    const ambiguous = ambiguousName(yauzl.parseExtraFields(header.extraField), entry.fileNameRaw);
    if (ambiguous) return { fault: ambiguous };
  } catch (error) {
    return { fault: problem('broken-directory', name, { reason: String(error) }) };
  }
  return {
    entry: {
      name,
      isFolder: name.endsWith('/'),
      bytes: entry.uncompressedSize,
      compressedBytes: entry.compressedSize,
      isDeflated: entry.compressionMethod === 8,
      crc32: entry.crc32,
      headerStart: entry.relativeOffsetOfLocalHeader,
      dataStart: header.fileDataStart,
      hasDescriptor: (entry.generalPurposeBitFlag & flagDescriptor) !== 0,
    },
    remark: timesDiffer(entry, header) ? problem('entry-times-differ', name) : null,
  };
}

export interface ReadEntries {
  readonly entries: readonly ZipEntry[];
  readonly faults: readonly BagProblem[];
  /** What does not hinder reading. */
  readonly remarks: readonly BagProblem[];
}

/** Reads the directory and every entry's own header; entries with faults are left out. */
export async function readEntries(handle: FileHandle, end: EndRecord): Promise<ReadEntries> {
  const entries: ZipEntry[] = [];
  const faults: BagProblem[] = [];
  const remarks: BagProblem[] = [];
  const disks = new DiskNumbers(handle);
  let directoryBytes = 0;
  let last = '';
  try {
    const zip = await yauzl.fromFdPromise(handle.fd, {
      autoClose: false,
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
      strictFileNames: true,
    });
    for await (const entry of zip.eachEntry()) {
      last = visibleName(entry.fileNameRaw);
      const disk = await disks.of(entry, end.directoryOffset + directoryBytes);
      if (disk !== 0) faults.push(problem('multi-disk', last, { disk }));
      if (entry.fileCommentLength > 0) {
        remarks.push(problem('zip-comment', last, { commentBytes: entry.fileCommentLength }));
      }
      directoryBytes +=
        directoryHeaderBytes +
        entry.fileNameLength +
        entry.extraFieldLength +
        entry.fileCommentLength;
      const checked = await checkedEntry(zip, entry);
      if ('fault' in checked) faults.push(checked.fault);
      else {
        entries.push(checked.entry);
        if (checked.remark) remarks.push(checked.remark);
      }
    }
    const ratio = wholeRatioFault(entries);
    if (ratio) faults.push(ratio);
    if (directoryBytes !== end.directoryBytes) {
      faults.push(
        problem('broken-directory', '', {
          reason: 'length',
          expected: end.directoryBytes,
          found: directoryBytes,
        }),
      );
    }
  } catch (error) {
    // The library's words are the only account of what it could not make sense of.
    const reason = error instanceof Error ? error.message : String(error);
    const code = reason.includes('encryption')
      ? 'encrypted'
      : /zip64/iu.test(reason)
        ? 'broken-zip64'
        : 'broken-directory';
    faults.push(problem(code, '', { reason, afterEntry: last }));
  }
  return { entries, faults, remarks };
}
