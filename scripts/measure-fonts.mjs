// npm run fonts: what each font file holds and weighs, as docs/measured/fonts.md has it. The first
// time it compresses the faces, which takes some minutes.
import { readFileSync, statSync } from 'node:fs';
// @ts-expect-error -- the package brings no types
import woff2 from 'wawoff2';
import { faceFile, readTypefaces, slicesOf } from './build/font-faces.mjs';
import { readCharacterMap } from './build/fonts/character-map.mjs';
import { readSfnt, tableOf } from './build/fonts/sfnt.mjs';

const projectFolder = process.cwd();
const gate = 70;
const aim = 40;

const blocks = /** @type {const} */ ([
  ['URO', 0x4e00, 0x9fff],
  ['A', 0x3400, 0x4dbf],
  ['B', 0x20000, 0x2a6df],
  ['C', 0x2a700, 0x2b73f],
  ['D', 0x2b740, 0x2b81f],
  ['E', 0x2b820, 0x2ceaf],
  ['F', 0x2ceb0, 0x2ebef],
  ['G, H', 0x30000, 0x323af],
  ['compatibility', 0x2f800, 0x2fa1f],
]);

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(2);

/** @param {readonly number[]} points */
function coverage(points) {
  const counts = blocks.map(
    ([, first, last]) => points.filter((point) => point >= first && point <= last).length,
  );
  return [points.length - counts.reduce((sum, count) => sum + count, 0), ...counts];
}

/** @param {Buffer} file */
function inspect(file) {
  const tables = readSfnt(file);
  return {
    glyphs: tableOf(tables, 'maxp').readUInt16BE(4),
    points: [...readCharacterMap(tables).keys()],
  };
}

/** @typedef {{ name: string, glyphs: number, ttf: number, woff2: number, points: number[] }} Row */
/** @type {Row[]} */
const rows = [];
for (const typeface of readTypefaces(projectFolder)) {
  for (const face of typeface.faces ?? []) {
    const ttf = await faceFile(projectFolder, face, 'ttf', console.log);
    const small = await faceFile(projectFolder, face, 'woff2', console.log);
    rows.push({
      name: `${typeface.family} ${face.weight}`,
      ttf: statSync(ttf).size,
      woff2: statSync(small).size,
      ...inspect(readFileSync(ttf)),
    });
  }
  const slices = slicesOf(projectFolder, typeface);
  if (slices.length === 0) continue;
  /** @type {Row} */
  const whole = {
    name: `${typeface.family} (${slices.length} slices)`,
    glyphs: 0,
    ttf: 0,
    woff2: 0,
    points: [],
  };
  for (const { path } of slices) {
    const packed = readFileSync(path);
    const file = Buffer.from(await woff2.decompress(packed));
    const { glyphs, points } = inspect(file);
    whole.glyphs += glyphs;
    whole.ttf += file.length;
    whole.woff2 += packed.length;
    whole.points.push(...points);
  }
  rows.push(whole);
}

const names = blocks.map(([name]) => name);
console.log(`| face | glyphs | TrueType MB | woff2 MB | other | ${names.join(' | ')} |`);
console.log(`| --- ${'| ---: '.repeat(4 + names.length)}|`);
for (const { name, glyphs, ttf, woff2: small, points } of rows)
  console.log(
    `| ${[name, glyphs, megabytes(ttf), megabytes(small), ...coverage(points)].join(' | ')} |`,
  );
const total = rows.reduce((sum, row) => sum + row.woff2, 0);
const whole = rows.reduce((sum, row) => sum + row.ttf, 0);
console.log(
  `| all |  | ${megabytes(whole)} | ${megabytes(total)} |${'  |'.repeat(names.length + 1)}`,
);
const size = total / 1_000_000;
console.log(
  `\nIn a package ${size.toFixed(1)} MB: gate ${gate} MB ${size <= gate ? 'kept' : 'MISSED'}, aim ${aim} MB ${size <= aim ? 'reached' : 'not reached'}.`,
);
if (size > gate) process.exit(1);
