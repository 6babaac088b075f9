import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

const chunkBytes = 1 << 20;

/** The end of a copy that is not finished; whoever finds one may delete it. */
export const unfinishedEnd = '.copying';

/**
 * Copies a file so that `to` either is whole and on disk, or is not there. Rejects with the system's
 * error, and with `signal`'s reason when it is aborted.
 */
export async function copyFileDurably(
  from: string,
  to: string,
  onProgress: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const unfinished = `${to}${unfinishedEnd}`;
  const source = await open(from, 'r');
  try {
    const target = await open(unfinished, 'w');
    try {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      let copied = 0;
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
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}
