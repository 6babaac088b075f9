import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file of the ZIP to be written: small content as it is, large content from disk. */
export interface ZipMember {
  readonly name: string;
  readonly content: Buffer | { readonly file: string; readonly bytes: number };
  /** Text is deflated; what is compressed by its own format is stored. */
  readonly isDeflated: boolean;
}

function addMembers(zip: ZipFile, members: readonly ZipMember[]): void {
  // Dates in a ZIP are local time: the same wall clock gives the same bytes everywhere.
  const options = { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const { name, content, isDeflated } of members) {
    if (Buffer.isBuffer(content)) {
      zip.addBuffer(content, name, { ...options, compress: isDeflated });
    } else {
      zip.addReadStreamLazy(
        name,
        { ...options, compress: isDeflated, size: content.bytes },
        (give) => {
          give(null, createReadStream(content.file, { highWaterMark: 256 * 1024 }));
        },
      );
    }
  }
  zip.end();
}

async function pour(members: readonly ZipMember[], target: Writable): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
  });
  addMembers(zip, members);
  await Promise.race([pipeline(zip.outputStream, target), failed]);
}

/** How many bytes the ZIP will have. Costs a whole compression; nothing is written. */
export async function measureZip(members: readonly ZipMember[]): Promise<number> {
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pour(members, sink);
  return bytes;
}

/** Writes the ZIP and syncs it; the file must not exist yet. */
export async function writeZip(file: string, members: readonly ZipMember[]): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    const target = new Writable({
      write(chunk: Buffer, _encoding, done) {
        handle.writeFile(chunk).then(() => {
          done();
        }, done);
      },
    });
    await pour(members, target);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
