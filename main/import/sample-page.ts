import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the torn page that comes with the program into the profile, where decisions about it can be
 * kept beside it. An earlier copy stays as it is. Resolves with the pages' paths.
 */
export async function sampleSources(bundled: string, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(bundled)).filter((name) => name.endsWith('.md')).sort();
  for (const name of names) await copyFile(join(bundled, name), join(folder, name));
  return names.map((name) => join(folder, name));
}
