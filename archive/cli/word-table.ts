import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readWordTable } from '../bag/sources/word-table-file.ts';
import type { WordTable } from '../import/newspaper-page/word-table.ts';

const table = fileURLToPath(new URL('../../out/restore/words.bin', import.meta.url));
const packing = fileURLToPath(new URL('../../scripts/build-word-table.ts', import.meta.url));

/** The packed word table, which is packed first where it is not there or of another version. */
export async function openWordTable(): Promise<WordTable> {
  const pack = (): Promise<unknown> =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', packing]);
  const canPack = existsSync(packing);
  if (!existsSync(table) && canPack) await pack();
  try {
    return await readWordTable(table);
  } catch (error) {
    if (!canPack || !(error instanceof RangeError)) throw error;
    await pack();
    return readWordTable(table);
  }
}
