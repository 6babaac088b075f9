import { readFile } from 'node:fs/promises';
import { decodeWordTable } from '../../import/newspaper-page/word-table.ts';
import type { WordTable } from '../../import/newspaper-page/word-table.ts';

/** Reads the packed word table. Rejects where it is not there: pages are not restored without it. */
export async function readWordTable(file: string): Promise<WordTable> {
  return decodeWordTable(await readFile(file));
}
