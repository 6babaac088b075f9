import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder } from './trial.ts';

/** Disks of their own for trials, as images on loop devices; they need root. */

export function run(command: string, ...words: string[]): void {
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${error?.message ?? stderr}`);
}

const mounted = new Set<string>();

export function mountImage(image: string, place: string): void {
  run('mount', '-o', 'loop', image, place);
  mounted.add(place);
}

/** What still holds files there keeps them; the place is free in any case. */
export function unmount(place: string): void {
  if (spawnSync('umount', [place]).status !== 0) spawnSync('umount', ['-l', place]);
  mounted.delete(place);
}

process.on('exit', () => {
  for (const place of mounted) unmount(place);
});

/**
 * Runs `use` on a fresh ext4 disk of that size; the reason where none can be made here. `folder`
 * holds the disk's `image`.
 */
export function onDisk<Result>(
  size: string,
  use: (place: string, folder: string) => Promise<Result>,
): Promise<Result | { readonly notTried: string }> {
  return inFolder(async (folder) => {
    const place = join(folder, 'disk');
    const image = join(folder, 'image');
    await mkdir(place);
    try {
      run('truncate', '-s', size, image);
      run('mkfs.ext4', '-q', '-m', '0', image);
      mountImage(image, place);
    } catch (error) {
      return { notTried: `it needs root and a loop device (${String(error).trim()})` };
    }
    try {
      return await use(place, folder);
    } finally {
      unmount(place);
    }
  });
}
