// Trimming between marks (the features chws and vchw), copied from one face into another.
import { covered, lookupsOf, singleAdjustments, subtables, valueSize } from './layout-reading.mjs';
import { adjustmentLookup, words } from './layout-writing.mjs';

/** @typedef {import('./layout-writing.mjs').AddedLookup} AddedLookup */
/** @typedef {(glyph: number) => number} Renumber */

/** @param {Buffer} table @param {number} at of a ClassDef table @returns {[number, number][]} glyph and class */
function classes(table, at) {
  const count = table.readUInt16BE(at + (table.readUInt16BE(at) === 1 ? 4 : 2));
  if (table.readUInt16BE(at) === 1)
    return Array.from({ length: count }, (_, index) => [
      table.readUInt16BE(at + 2) + index,
      table.readUInt16BE(at + 6 + 2 * index),
    ]);
  return Array.from({ length: count }, (_, index) => at + 4 + 6 * index).flatMap((range) => {
    const first = table.readUInt16BE(range);
    const length = table.readUInt16BE(range + 2) - first + 1;
    return Array.from(
      { length },
      (_, index) =>
        /** @type {[number, number]} */ ([first + index, table.readUInt16BE(range + 4)]),
    );
  });
}

/** @param {readonly number[]} glyphs */
function coverage(glyphs) {
  const sorted = [...new Set(glyphs)].sort((one, other) => one - other);
  return words([1, sorted.length, ...sorted]);
}

/** @param {readonly (readonly [number, number])[]} pairs */
function classTable(pairs) {
  const sorted = [...new Map(pairs)].sort(([one], [other]) => one - other);
  return words([2, sorted.length, ...sorted.flatMap(([glyph, kind]) => [glyph, glyph, kind])]);
}

/** A table of words with 16-bit offsets to parts behind it. @param {readonly (number | Buffer)[]} fields */
function withParts(fields) {
  const parts = fields.filter((field) => typeof field !== 'number');
  let end = 2 * fields.length;
  const head = fields.map((field) => {
    if (typeof field === 'number') return field;
    end += field.length;
    return end - field.length;
  });
  return Buffer.concat([words(head), ...parts]);
}

/** Pairs by class: type 2, format 2. @param {Buffer} lookups @param {number} at @param {Renumber} renumber @returns {AddedLookup} */
function copyPairs(lookups, at, renumber) {
  if (lookups.readUInt16BE(at) !== 2) throw new Error('Trimming by single pairs is not expected.');
  const [coverageAt, first, second, firstAt, secondAt, firstCount, secondCount] = [
    2, 4, 6, 8, 10, 12, 14,
  ].map((field) => lookups.readUInt16BE(at + field));
  if (
    coverageAt === undefined ||
    first === undefined ||
    second === undefined ||
    firstAt === undefined ||
    secondAt === undefined ||
    firstCount === undefined ||
    secondCount === undefined
  )
    throw new Error('A table of pairs is cut off.');
  const size = firstCount * secondCount * (valueSize(first) + valueSize(second));
  const values = Array.from({ length: size / 2 }, (_, index) =>
    lookups.readUInt16BE(at + 16 + 2 * index),
  );
  const body = withParts([
    2,
    coverage(covered(lookups, at + coverageAt).map(renumber)),
    first,
    second,
    ...[firstAt, secondAt].map((from) =>
      classTable(classes(lookups, at + from).map(([glyph, kind]) => [renumber(glyph), kind])),
    ),
    firstCount,
    secondCount,
    ...values,
  ]);
  return { type: 2, body };
}

/**
 * A move of glyphs before and after others: type 8, format 3.
 * @param {Buffer} lookups @param {number} at @param {Renumber} renumber
 * @param {(lookup: number) => number} referTo the new number of a lookup this one names @returns {AddedLookup}
 */
function copyContext(lookups, at, renumber, referTo) {
  if (lookups.readUInt16BE(at) !== 3) throw new Error('Contexts by class are not expected.');
  let next = at;
  const word = () => lookups.readUInt16BE((next += 2));
  const lists = [0, 1, 2].map(() =>
    Array.from({ length: word() }, () => coverage(covered(lookups, at + word()).map(renumber))),
  );
  const records = Array.from({ length: word() }, () => [word(), referTo(word())]);
  const body = withParts([
    3,
    ...lists.flatMap((list) => [list.length, ...list]),
    records.length,
    ...records.flat(),
  ]);
  return { type: 8, body };
}

/**
 * The lookups of a trimming feature, for another face.
 * @param {import('./layout-reading.mjs').Layout} layout @param {string} tag
 * @param {number} from the number of the first added lookup @param {Renumber} renumber
 * @returns {{ added: AddedLookup[], lookups: number[] }} `lookups` are the numbers the feature names
 */
export function copyTrimming(layout, tag, from, renumber) {
  /** @type {AddedLookup[]} */
  const added = [];
  /** @param {AddedLookup} lookup */
  const add = (lookup) => from + added.push(lookup) - 1;

  /** @param {number} index */
  function copySingle(index) {
    const moves = subtables(layout.lookups, index, 9).flatMap(({ type, at }) => {
      if (type !== 1) throw new Error('A context that names anything but a move is not expected.');
      return singleAdjustments(layout.lookups, at);
    });
    return add(adjustmentLookup(new Map(moves.map(([glyph, move]) => [renumber(glyph), move]))));
  }

  const lookups = lookupsOf(layout, tag).map((index) => {
    const [only, ...more] = subtables(layout.lookups, index, 9);
    if (!only || more.length > 0) throw new Error('Trimming in several parts is not expected.');
    if (only.type === 2) return add(copyPairs(layout.lookups, only.at, renumber));
    if (only.type === 8)
      return add(copyContext(layout.lookups, only.at, renumber, (named) => copySingle(named)));
    throw new Error(`Trimming by lookups of type ${only.type} is not expected.`);
  });
  return { added, lookups };
}
