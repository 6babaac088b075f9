import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ZlibOptions } from 'node:zlib';
import { FileFault } from '../bag-files.ts';
import { problem } from '../problem-list.ts';
import type { ZipEntry } from './entries.ts';

const chunkBytes = 256 * 1024;

/** How far inflating runs ahead of who takes the chunks. */
const inflatedAheadBytes = 4 * chunkBytes;

async function* storedChunks(handle: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const end = entry.dataStart + entry.compressedBytes;
  for (let at = entry.dataStart; at < end;) {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, end - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) throw new FileFault(problem('file-changed', entry.name));
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function* inflatedChunks(handle: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const source = Readable.from(storedChunks(handle, entry), { highWaterMark: 2 });
  const inflate = createInflateRaw({
    chunkSize: chunkBytes,
    readableHighWaterMark: inflatedAheadBytes,
  } as ZlibOptions);
  source.on('error', (error) => inflate.destroy(error));
  try {
    for await (const chunk of source.pipe(inflate)) yield chunk as Buffer;
    if (inflate.bytesWritten !== entry.compressedBytes) {
      throw new FileFault(
        problem('lying-sizes', entry.name, {
          expected: entry.compressedBytes,
          found: inflate.bytesWritten,
        }),
      );
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new FileFault(problem('broken-compression', entry.name, { reason: error.message }));
    }
    throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/**
 * The content of an entry. Throws a FileFault as soon as it is longer than announced, and at the
 * end where it is shorter or its checksum differs.
 */
export async function* entryChunks(handle: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  let bytes = 0;
  let checksum = 0;
  const chunks = entry.isDeflated ? inflatedChunks(handle, entry) : storedChunks(handle, entry);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > entry.bytes) {
      throw new FileFault(
        problem('lying-sizes', entry.name, { expected: entry.bytes, foundAtLeast: bytes }),
      );
    }
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.bytes) {
    throw new FileFault(
      problem('lying-sizes', entry.name, { expected: entry.bytes, found: bytes }),
    );
  }
  if (checksum !== entry.crc32) {
    throw new FileFault(
      problem('crc-mismatch', entry.name, {
        expected: entry.crc32.toString(16).padStart(8, '0'),
        found: checksum.toString(16).padStart(8, '0'),
      }),
    );
  }
}
