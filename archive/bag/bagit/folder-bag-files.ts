import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagProblem } from '../../model/bag-report.ts';
import type { BagFiles } from '../bag-files.ts';
import { problem } from '../problem-list.ts';

/** The files of a bag that lies unpacked in a folder; links and devices are reported, not followed. */
export async function openFolderBagFiles(
  folder: string,
): Promise<{ readonly files: BagFiles; readonly problems: readonly BagProblem[] }> {
  const sizes = new Map<string, number>();
  const problems: BagProblem[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const name of (await readdir(join(folder, below))).sort()) {
      const path = below === '' ? name : `${below}/${name}`;
      const stats = await lstat(join(folder, path));
      if (stats.isDirectory()) await walk(path);
      else if (stats.isFile()) sizes.set(path, stats.size);
      else problems.push(problem('not-a-regular-file', path));
    }
  };
  await walk('');
  const chunks = (path: string): AsyncIterable<Buffer> =>
    createReadStream(join(folder, path), { highWaterMark: 256 * 1024 });
  return { files: { sizes, chunks }, problems };
}
