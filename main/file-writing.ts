import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileKind } from '../preload/bridge.ts';
import { syncFolder } from './sync-folder.ts';

/** Throws for anything that does not name a kind of file. */
export function assertFileKind(value: unknown): asserts value is FileKind {
  const { words, extensions } = (value ?? {}) as Partial<Record<keyof FileKind, unknown>>;
  const isEnding = (each: unknown): boolean =>
    typeof each === 'string' && /^[a-z0-9]{1,10}$/.test(each);
  if (typeof words !== 'string' || !Array.isArray(extensions) || !extensions.every(isEnding)) {
    throw new TypeError('A kind of file was expected');
  }
}

/** File systems take 255 bytes; the ending and the unfinished file's own need room. */
function shortened(name: string): string {
  let bytes = 0;
  let short = '';
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > 180) break;
    short += character;
  }
  return short;
}

/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|$)/i;

/** The name without what no file system takes; an ending of the kind is added where it has none. */
export function fileNameFor(suggested: string, { extensions }: FileKind): string {
  const cleaned = suggested
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '')
    .replace(deviceName, '$&_');
  const name = shortened(cleaned);
  const [ending = ''] = extensions;
  const hasEnding = extensions.some((each) => name.toLowerCase().endsWith(`.${each}`));
  return hasEnding || ending === '' ? name : `${name === '' ? 'guzhi' : name}.${ending}`;
}

/** Writes beside the file first, so that it is whole or as it was; rejects with the system's error. */
export async function writeFileDurably(path: string, bytes: Uint8Array): Promise<void> {
  // The name is not made from the file's own: that may be as long as the file system takes.
  const unfinished = join(dirname(path), `.guzhi-${randomUUID()}.unfinished`);
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
