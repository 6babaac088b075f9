import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isTableSource, isTextSource } from './inspect-source.ts';

/**
 * The texts and tables among files and below folders, in the order of their names; links are not
 * followed. Rejects with a system error where a path leads to neither a file nor a folder.
 */
export async function listSources(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() && isSource(path)) found.push(path);
    }
  };
  for (const path of paths) {
    const stats = await stat(path);
    if (stats.isDirectory()) await walk(path);
    else if (stats.isFile()) found.push(path);
    else {
      // Reading a pipe could wait for ever.
      const reason = `${path} is neither a file nor a folder`;
      throw Object.assign(new Error(reason), { code: 'EINVAL' });
    }
  }
  return found;
}

function isSource(path: string): boolean {
  return isTextSource(path) || isTableSource(path);
}
