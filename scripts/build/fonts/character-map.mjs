// The cmap table: which glyph stands for which code point.
import { tableOf } from './sfnt.mjs';

/** @param {import('./sfnt.mjs').Tables} tables @param {number} wanted @returns {Buffer | null} */
function subtable(tables, wanted) {
  const cmap = tableOf(tables, 'cmap');
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(8 + 8 * index);
    if (cmap.readUInt16BE(at) === wanted) return cmap.subarray(at);
  }
  return null;
}

/** Glyph by code point, from the subtable of format 12. @param {import('./sfnt.mjs').Tables} tables */
export function readCharacterMap(tables) {
  const groups = subtable(tables, 12);
  if (!groups) throw new Error('The font has no cmap of format 12.');
  /** @type {Map<number, number>} */
  const glyphs = new Map();
  for (let index = 0; index < groups.readUInt32BE(12); index++) {
    const at = 16 + 12 * index;
    const first = groups.readUInt32BE(at);
    const last = groups.readUInt32BE(at + 4);
    const glyph = groups.readUInt32BE(at + 8);
    for (let point = first; point <= last; point++) glyphs.set(point, glyph + point - first);
  }
  return glyphs;
}

/**
 * Runs of code points whose glyphs follow one another too.
 * @param {readonly (readonly [number, number])[]} pairs in order of code points
 */
function consecutive(pairs) {
  /** @type {{ first: number, last: number, glyph: number }[]} */
  const runs = [];
  for (const [point, glyph] of pairs) {
    const run = runs.at(-1);
    if (run && point === run.last + 1 && glyph === run.glyph + point - run.first) run.last = point;
    else runs.push({ first: point, last: point, glyph });
  }
  return runs;
}

/** @param {readonly (readonly [number, number])[]} pairs */
function basicPlaneSubtable(pairs) {
  const runs = consecutive(pairs.filter(([point]) => point < 0xffff));
  runs.push({ first: 0xffff, last: 0xffff, glyph: 0 });
  const power = Math.floor(Math.log2(runs.length));
  const half = 2 * runs.length;
  const table = Buffer.alloc(16 + 4 * half);
  table.writeUInt16BE(4, 0);
  table.writeUInt16BE(table.length, 2);
  table.writeUInt16BE(half, 6);
  table.writeUInt16BE(2 * 2 ** power, 8);
  table.writeUInt16BE(power, 10);
  table.writeUInt16BE(half - 2 * 2 ** power, 12);
  for (const [index, { first, last, glyph }] of runs.entries()) {
    table.writeUInt16BE(last, 14 + 2 * index);
    table.writeUInt16BE(first, 16 + half + 2 * index);
    table.writeUInt16BE((glyph - first) & 0xffff, 16 + 2 * half + 2 * index);
  }
  return table;
}

/** @param {readonly (readonly [number, number])[]} pairs */
function fullSubtable(pairs) {
  const runs = consecutive(pairs);
  const table = Buffer.alloc(16 + 12 * runs.length);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(runs.length, 12);
  for (const [index, { first, last, glyph }] of runs.entries()) {
    table.writeUInt32BE(first, 16 + 12 * index);
    table.writeUInt32BE(last, 20 + 12 * index);
    table.writeUInt32BE(glyph, 24 + 12 * index);
  }
  return table;
}

/**
 * A cmap table; the variation sequences of the font it replaces are kept.
 * @param {ReadonlyMap<number, number>} glyphs @param {import('./sfnt.mjs').Tables} replaced
 */
export function writeCharacterMap(glyphs, replaced) {
  const pairs = [...glyphs].sort(([one], [other]) => one - other);
  const basic = basicPlaneSubtable(pairs);
  const full = fullSubtable(pairs);
  const found = subtable(replaced, 14);
  const variations = found ? found.subarray(0, found.readUInt32BE(2)) : null;
  const records = [
    { platform: 0, encoding: 3, body: basic },
    { platform: 0, encoding: 4, body: full },
    ...(variations ? [{ platform: 0, encoding: 5, body: variations }] : []),
    { platform: 3, encoding: 1, body: basic },
    { platform: 3, encoding: 10, body: full },
  ];
  const bodies = [...new Set(records.map(({ body }) => body))];
  const header = Buffer.alloc(4 + 8 * records.length);
  header.writeUInt16BE(records.length, 2);
  for (const [index, { platform, encoding, body }] of records.entries()) {
    const before = bodies.slice(0, bodies.indexOf(body));
    const start = before.reduce((sum, each) => sum + each.length, header.length);
    header.writeUInt16BE(platform, 4 + 8 * index);
    header.writeUInt16BE(encoding, 6 + 8 * index);
    header.writeUInt32BE(start, 8 + 8 * index);
  }
  return Buffer.concat([header, ...bodies]);
}
