// Writes the packed word table to out/restore/words.bin, where the command line and the build of the
// application take it from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { packWordTable } from './pack-word-table.ts';

const bytes = packWordTable();
const target = new URL('../out/restore/', import.meta.url);
mkdirSync(target, { recursive: true });
writeFileSync(new URL('words.bin', target), bytes);
process.stdout.write(`out/restore/words.bin: ${bytes.length} bytes\n`);
