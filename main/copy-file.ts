import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

const chunkBytes = 1 << 20;

/** The end of a copy that is not finished; whoever finds one may delete it. */
export const unfinishedEnd = '.copying';

/**
 * Copies a file so that `to` either is whole and on disk, or is not there. Rejects with the system's
 * error, and with `signal`'s reason when it is aborted. Resolves with the bytes copied.
 */
export async function copyFileDurably(
  from: string,
  to: string,
  onProgress: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const unfinished = `${to}${unfinishedEnd}`;
  const source = await open(from, 'r');
  try {
    const target = await open(unfinished, 'w');
    let copied = 0;
    try {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      for (;;) {
        signal?.throwIfAborted();
        const { bytesRead } = await source.read(chunk, 0, chunkBytes, copied);
        if (bytesRead === 0) break;
        await target.writeFile(chunk.subarray(0, bytesRead));
        copied += bytesRead;
        onProgress(copied);
      }
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(unfinished, to);
    await syncFolder(dirname(to));
    return copied;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}
