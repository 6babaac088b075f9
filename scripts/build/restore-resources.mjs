import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inputDigest, unlessUnchanged } from './input-digest.mjs';

/**
 * What restoring pages needs beside the program, in out/restore: the word table and the torn sample
 * page.
 * @param {string} projectFolder
 */
export async function buildRestoreResources(projectFolder) {
  const sample = join(projectFolder, 'out/restore/sample');
  const step = await unlessUnchanged(
    {
      projectFolder,
      name: 'restore',
      digest: inputDigest(projectFolder, [
        'scripts/build-word-table.ts',
        'scripts/pack-word-table.ts',
        'scripts/pack-follow-odds.ts',
        'scripts/restore-training-text.ts',
        'scripts/sample-stories.ts',
        'archive/bundled',
        'archive/import/newspaper-page/fold-text.ts',
        'archive/import/newspaper-page/seam-odds.ts',
        'archive/import/newspaper-page/word-classes.ts',
        'archive/import/newspaper-page/word-table.ts',
        'package-lock.json',
      ]),
      outputs: ['out/restore/words.bin'],
    },
    async () => {
      const words = ['--import', 'tsx', 'scripts/build-word-table.ts'];
      await promisify(execFile)(process.execPath, words, { cwd: projectFolder });
    },
  );
  rmSync(sample, { recursive: true, force: true });
  cpSync(join(projectFolder, 'archive/bundled/torn-page'), sample, { recursive: true });
  return step;
}
