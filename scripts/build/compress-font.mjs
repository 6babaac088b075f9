// Writes a font as woff2: compress-font.mjs SOURCE TARGET. A process of its own, as it blocks for half a minute.
import { readFileSync, writeFileSync } from 'node:fs';
// @ts-expect-error -- the package brings no types
import woff2 from 'wawoff2';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('compress-font.mjs SOURCE TARGET');
writeFileSync(target, await woff2.compress(readFileSync(source)));
