// Draws the digits of the text face for the page numbers of PDFs. As drawings they are no text, so
// that a quotation that runs over two pages reads back without a number in it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCharacterMap } from './fonts/character-map.mjs';
import { readGlyphs } from './fonts/outlines.mjs';
import { readSfnt, tableOf } from './fonts/sfnt.mjs';

const source =
  'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const onCurve = 1;
const repeated = 8;

/** @typedef {{ x: number, y: number, isOn: boolean }} Point */

/** The contours of a simple glyph, as the table `glyf` has them. @param {Buffer} outline @returns {Point[][]} */
function contoursOf(outline) {
  const count = outline.readInt16BE(0);
  if (count < 0) throw new Error('A digit made of other glyphs is not drawn.');
  const ends = Array.from({ length: count }, (_, index) => outline.readUInt16BE(10 + 2 * index));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count;
  at += 2 + outline.readUInt16BE(at);
  /** @type {number[]} */
  const flags = [];
  while (flags.length < total) {
    const flag = outline.readUInt8(at++);
    const times = flag & repeated ? outline.readUInt8(at++) : 0;
    for (let time = 0; time <= times; time++) flags.push(flag);
  }
  /** @param {number} short @param {number} same */
  const coordinates = (short, same) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += outline.readUInt8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        value += outline.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOn: (flag & onCurve) !== 0,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

/** @param {Point} one @param {Point} other @returns {Point} */
function middle(one, other) {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true };
}

/** A contour in the operators of a PDF, its curves made cubic. @param {Point[]} contour @returns {string} */
function drawn(contour) {
  const explicit = contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length] ?? point;
    return point.isOn || next.isOn ? [point] : [point, middle(point, next)];
  });
  const first = explicit.findIndex(({ isOn }) => isOn);
  const [start, ...rest] = [...explicit.slice(first), ...explicit.slice(0, first)];
  if (!start) return '';
  const round = (/** @type {number} */ value) => String(Math.round(value * 10) / 10);
  const operators = [`${round(start.x)} ${round(start.y)} m`];
  let current = start;
  for (let index = 0; index < rest.length; index++) {
    const point = rest[index] ?? start;
    if (point.isOn) {
      operators.push(`${round(point.x)} ${round(point.y)} l`);
      current = point;
      continue;
    }
    const end = rest[index + 1] ?? start;
    index += 1;
    const towards = (/** @type {Point} */ from) => [
      from.x + (2 / 3) * (point.x - from.x),
      from.y + (2 / 3) * (point.y - from.y),
    ];
    const numbers = [...towards(current), ...towards(end), end.x, end.y].map(round);
    operators.push(`${numbers.join(' ')} c`);
    current = end;
  }
  return [...operators, 'h'].join(' ');
}

/** Writes the drawings and advances of 0 to 9. @param {string} projectFolder @param {string} target */
export function writeFolioDigits(projectFolder, target) {
  const tables = readSfnt(readFileSync(join(projectFolder, source)));
  const glyphs = readGlyphs(tables);
  const characters = readCharacterMap(tables);
  const digits = Array.from('0123456789', (digit) => {
    const glyph = glyphs[characters.get(digit.codePointAt(0) ?? 0) ?? 0];
    if (!glyph) throw new Error(`The face has no ${digit}.`);
    return {
      advance: glyph.metrics[0],
      path: contoursOf(glyph.outline).map(drawn).join(' '),
    };
  });
  mkdirSync(dirname(target), { recursive: true });
  const unitsPerEm = tableOf(tables, 'head').readUInt16BE(18);
  writeFileSync(target, JSON.stringify({ unitsPerEm, digits }));
}
