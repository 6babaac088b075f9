// The drawn shapes of a TrueType font and their widths and heights.
import { tableOf } from './sfnt.mjs';

/** @typedef {{ outline: Buffer, metrics: readonly [number, number, number, number] }} Glyph advance and bearing, across and down */

/** @param {Buffer} metrics @param {number} count of full records @param {number} glyph */
function metricsOf(metrics, count, glyph) {
  const full = Math.min(glyph, count - 1);
  const bearing = glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count);
  return /** @type {const} */ ([metrics.readUInt16BE(4 * full), metrics.readInt16BE(bearing)]);
}

/** @param {import('./sfnt.mjs').Tables} tables @returns {Glyph[]} */
export function readGlyphs(tables) {
  const long = tableOf(tables, 'head').readInt16BE(50) === 1;
  const [loca, glyf] = [tableOf(tables, 'loca'), tableOf(tables, 'glyf')];
  const [across, down] = [tableOf(tables, 'hmtx'), tableOf(tables, 'vmtx')];
  const wide = tableOf(tables, 'hhea').readUInt16BE(34);
  const high = tableOf(tables, 'vhea').readUInt16BE(34);
  /** @param {number} index */
  const start = (index) => (long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
  return Array.from({ length: tableOf(tables, 'maxp').readUInt16BE(4) }, (_, index) => ({
    outline: glyf.subarray(start(index), start(index + 1)),
    metrics: [...metricsOf(across, wide, index), ...metricsOf(down, high, index)],
  }));
}

/** @param {readonly Glyph[]} glyphs @param {0 | 2} from where its advance is among the metrics */
function metricsTable(glyphs, from) {
  const table = Buffer.alloc(4 * glyphs.length);
  for (const [index, { metrics }] of glyphs.entries()) {
    table.writeUInt16BE(metrics[from], 4 * index);
    table.writeInt16BE(metrics[from === 0 ? 1 : 3], 4 * index + 2);
  }
  return table;
}

/** @param {Buffer} table @param {number} at @param {number} value */
function withUInt16(table, at, value) {
  const changed = Buffer.from(table);
  changed.writeUInt16BE(value, at);
  return changed;
}

/**
 * The tables that hold the glyphs, with limits that cover all the fonts they came from.
 * @param {readonly Glyph[]} glyphs @param {readonly import('./sfnt.mjs').Tables[]} fonts the first gives what is not a limit
 * @returns {[string, Buffer][]}
 */
export function writeGlyphs(glyphs, fonts) {
  const [base] = fonts;
  if (!base) throw new Error('There must be a font to begin with.');
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const parts = [];
  let end = 0;
  for (const [index, { outline }] of glyphs.entries()) {
    const filling = Buffer.alloc(-outline.length & 3);
    parts.push(outline, filling);
    end += outline.length + filling.length;
    loca.writeUInt32BE(end, 4 * (index + 1));
  }

  const maxp = withUInt16(tableOf(base, 'maxp'), 4, glyphs.length);
  for (let at = 6; at < maxp.length; at += 2)
    maxp.writeUInt16BE(
      Math.max(...fonts.map((font) => tableOf(font, 'maxp').readUInt16BE(at))),
      at,
    );
  const head = withUInt16(tableOf(base, 'head'), 50, 1);
  for (const [at, choose] of /** @type {const} */ ([
    [36, Math.min],
    [38, Math.min],
    [40, Math.max],
    [42, Math.max],
  ]))
    head.writeInt16BE(choose(...fonts.map((font) => tableOf(font, 'head').readInt16BE(at))), at);

  return [
    ['glyf', Buffer.concat(parts)],
    ['loca', loca],
    ['maxp', maxp],
    ['head', head],
    ['hmtx', metricsTable(glyphs, 0)],
    ['vmtx', metricsTable(glyphs, 2)],
    ['hhea', withUInt16(tableOf(base, 'hhea'), 34, glyphs.length)],
    ['vhea', withUInt16(tableOf(base, 'vhea'), 34, glyphs.length)],
  ];
}
