import { existsSync, readFileSync } from 'node:fs';
import type { WordTable } from '../../../archive/import/newspaper-page/word-table.ts';
import { decodeWordTable } from '../../../archive/import/newspaper-page/word-table.ts';
import { packWordTable } from '../../../scripts/pack-word-table.ts';

const built = new URL('../../../out/restore/words.bin', import.meta.url);

/** The built word table, or one packed on the spot where none has been built. */
export function packedWords(): WordTable {
  return decodeWordTable(existsSync(built) ? readFileSync(built) : packWordTable());
}
