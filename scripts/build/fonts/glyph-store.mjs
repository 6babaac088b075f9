// The glyphs of several faces in one list, each once, however many of the faces have it.
import { readCharacterMap } from './character-map.mjs';
import { adjustments, readLayout, substitutions } from './layout-reading.mjs';
import { readGlyphs } from './outlines.mjs';
import { readSfnt, tableOf } from './sfnt.mjs';

/** The features of GPOS that move single glyphs. */
export const adjusting = /** @type {const} */ (['halt', 'vhal', 'palt', 'vpal']);

/** @param {Buffer} file */
export function readFace(file) {
  const tables = readSfnt(file);
  const gsub = readLayout(tableOf(tables, 'GSUB'));
  const gpos = readLayout(tableOf(tables, 'GPOS'));
  const glyphs = readGlyphs(tables);
  const upright = substitutions(gsub, 'vert');
  const moves = adjusting.map((tag) => adjustments(gpos, tag));
  /** @param {number} index */
  const shape = (index) => {
    const glyph = glyphs[index];
    if (!glyph) throw new Error(`The font has no glyph ${index}.`);
    return glyph;
  };
  /** Equal for glyphs that look and behave alike in all of the faces. @param {number} index @returns {string} */
  const identity = (index) => {
    const { outline, metrics } = shape(index);
    const vertical = upright.get(index);
    return [
      outline.toString('latin1'),
      metrics.join(),
      moves.map((each) => each.get(index)?.join() ?? '').join('/'),
      vertical === undefined || vertical === index ? '' : identity(vertical),
    ].join('|');
  };
  return {
    tables,
    gsub,
    gpos,
    glyphs,
    upright,
    moves,
    shape,
    identity,
    characters: readCharacterMap(tables),
  };
}

/** @typedef {ReturnType<typeof readFace>} Face */

/** The glyphs of the merged face: those of the base under their numbers, then what is added. @param {Face} base */
export function glyphStore(base) {
  const glyphs = [...base.glyphs];
  /** @type {Map<string, number>} */
  const known = new Map();
  for (const index of glyphs.keys()) {
    const identity = base.identity(index);
    if (!known.has(identity)) known.set(identity, index);
  }
  /** @type {Map<number, number>} */
  const upright = new Map();
  const moves = adjusting.map(() => /** @type {Face['moves'][number]} */ (new Map()));

  /** @param {Face} face @param {number} index @returns {number} */
  function append(face, index) {
    const added = glyphs.push(face.shape(index)) - 1;
    const vertical = face.upright.get(index);
    if (vertical !== undefined && vertical !== index) upright.set(added, provide(face, vertical));
    for (const [place, each] of face.moves.entries()) {
      const move = each.get(index);
      if (move) moves[place]?.set(added, move);
    }
    return added;
  }

  /** The number of a glyph like this one, added if there was none. @param {Face} face @param {number} index @returns {number} */
  function provide(face, index) {
    const identity = face.identity(index);
    const present = known.get(identity);
    if (present !== undefined) return present;
    const added = append(face, index);
    known.set(identity, added);
    return added;
  }

  /** The number of a second glyph like the given one of this store. @param {number} index */
  function duplicate(index) {
    if (index < base.glyphs.length) return append(base, index);
    const glyph = glyphs[index];
    if (!glyph) throw new Error(`There is no glyph ${index}.`);
    const added = glyphs.push(glyph) - 1;
    const vertical = upright.get(index);
    if (vertical !== undefined) upright.set(added, vertical);
    for (const each of moves) {
      const move = each.get(index);
      if (move) each.set(added, move);
    }
    return added;
  }
  return { glyphs, upright, moves, provide, duplicate };
}
