// Writes what one region draws differently from another, for PDFs: print-face.mjs BASE SOURCE TARGET
//
// A PDF tells a glyph's character by the font's character map alone. Shapes that a feature puts in
// place are not in it, so in a PDF the region's own face comes first and `locl` is off.
import { readFileSync, writeFileSync } from 'node:fs';
import { writeCharacterMap } from './character-map.mjs';
import { readFace } from './glyph-store.mjs';
import { writeGlyphs } from './outlines.mjs';
import { writeSfnt } from './sfnt.mjs';

/** Marks are taken whole: they are trimmed only against marks of the same file. @param {number} point */
const isMark = (point) =>
  (point >= 0x2010 && point <= 0x2027) ||
  (point >= 0x3000 && point <= 0x303f) ||
  (point >= 0xff00 && point <= 0xffef);

/** @type {import('./outlines.mjs').Glyph} */
const empty = { outline: Buffer.alloc(0), metrics: [0, 0, 0, 0] };

/** Radicals and compatibility forms share the ideographs' glyphs. @param {number} point */
const isIdeograph = (point) =>
  (point >= 0x3400 && point <= 0x9fff) || (point >= 0x20000 && point <= 0x323af);

/**
 * The face without what it draws as the base does, glyph numbers kept, every glyph with one character.
 * @param {Buffer} baseFile @param {Buffer} file @returns {Buffer}
 */
export function printFace(baseFile, file) {
  const base = readFace(baseFile);
  const face = readFace(file);
  /** @type {Map<number, number>} */
  const characters = new Map();
  /** @type {Set<number>} */
  const kept = new Set([0]);
  for (const [point, glyph] of [...face.characters].sort(([one], [other]) => one - other)) {
    if (kept.has(glyph) || !(isIdeograph(point) || isMark(point))) continue;
    const drawn = base.characters.get(point);
    if (!isMark(point) && drawn !== undefined && base.identity(drawn) === face.identity(glyph))
      continue;
    if (face.shape(glyph).outline.length > 0 && face.shape(glyph).outline.readInt16BE(0) < 0)
      throw new Error('A glyph made of others would lose its parts.');
    characters.set(point, glyph);
    kept.add(glyph);
  }
  const glyphs = face.glyphs.map((glyph, index) => (kept.has(index) ? glyph : empty));
  const tables = new Map(face.tables);
  for (const [tag, table] of writeGlyphs(glyphs, [face.tables])) tables.set(tag, table);
  tables.set('cmap', writeCharacterMap(characters, face.tables));
  tables.delete('GSUB');
  return writeSfnt(tables);
}

const [base, source, target] = process.argv.slice(2);
if (base && source && target)
  writeFileSync(target, printFace(readFileSync(base), readFileSync(source)));
