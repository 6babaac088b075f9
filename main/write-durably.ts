import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** The end of a file that is not finished; whoever finds one may delete it. */
export const unfinishedEnd = '.writing';

/** Writes a file so that `path` holds either all of it, on disk, or what it held before. */
export async function writeDurably(path: string, parts: Iterable<string>): Promise<void> {
  const unfinished = `${path}${unfinishedEnd}`;
  try {
    const file = await open(unfinished, 'w');
    try {
      for (const part of inChunks(parts)) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

const chunkLength = 1 << 18;

function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
