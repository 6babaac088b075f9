// One face for several regions: the glyphs of all, each shape once, chosen by the language of the text.
//
// A face that holds only one region's shapes needs the others beside it, and text then changes file
// from character to character. Here the base region's tables stay as they are; what another region
// draws differently is added, and the feature `locl` of its language puts it in place.
import { writeCharacterMap } from './character-map.mjs';
import { adjusting, glyphStore, readFace } from './glyph-store.mjs';
import { lookupTypes } from './layout-reading.mjs';
import { adjustmentLookup, substitutionLookup, writeLayout } from './layout-writing.mjs';
import { writeGlyphs } from './outlines.mjs';
import { writeSfnt } from './sfnt.mjs';
import { copyTrimming } from './trimming.mjs';

const trimming = /** @type {const} */ (['chws', 'vchw']);
const contextual = [5, 6, 8];
const mostGlyphs = 0xffff;

/** @typedef {import('./glyph-store.mjs').Face} Face */
/** @typedef {ReturnType<typeof glyphStore>} GlyphStore */

/**
 * The glyph of every code point, and what each region puts in its place.
 * @param {Face} base @param {readonly Face[][]} regions each with the faces to look in, in order
 * @param {GlyphStore} store
 */
function assign(base, regions, store) {
  const faces = [...new Set(regions.flat())];
  const points = new Set([base, ...faces].flatMap(({ characters }) => [...characters.keys()]));
  /** @type {Map<number, number>} */
  const characters = new Map();
  /** @type {Map<number, number>[]} */
  const replaced = regions.map(() => new Map());
  /** @type {Set<number>} */
  const claimed = new Set();

  // Where code points share a glyph, the ideograph (一) or Chinese mark (〈) comes first and keeps it;
  // its radical or look-alike gets a copy, so that every glyph tells its character: a PDF knows
  // nothing else of the text.
  const rank = (/** @type {number} */ point) =>
    point >= 0x4e00 && point <= 0x9fff ? 0 : point >= 0x3000 && point <= 0x303f ? 1 : 2;
  const ordered = [...points].sort((one, other) => rank(one) - rank(other) || one - other);
  for (const point of ordered) {
    const wanted = regions.map((order) => {
      const face = order.find((each) => each.characters.has(point));
      const glyph = face?.characters.get(point);
      return face && glyph !== undefined ? store.provide(face, glyph) : undefined;
    });
    const own = base.characters.get(point) ?? wanted.find((glyph) => glyph !== undefined) ?? 0;
    const targets = wanted.map((glyph) => glyph ?? own);
    const glyph = claimed.has(own) ? store.duplicate(own) : own;
    claimed.add(glyph);
    characters.set(point, glyph);
    for (const [index, target] of targets.entries())
      if (target !== own) replaced[index]?.set(glyph, target);
  }
  return { characters, replaced };
}

/** @param {Face} base @param {readonly string[]} languages @param {ReadonlyMap<number, number>[]} replaced @param {ReadonlyMap<number, number>} upright */
function writeSubstitutions({ gsub }, languages, replaced, upright) {
  if (lookupTypes(gsub, 7).some((type) => contextual.includes(type)))
    throw new Error('Lookups that name lookups cannot be renumbered.');
  const count = gsub.lookups.readUInt16BE(0);
  const verticalLookup = count + languages.length;
  for (const feature of gsub.features)
    if (upright.size > 0 && ['vert', 'vrt2'].includes(feature.tag))
      feature.lookups.push(verticalLookup);

  for (const script of gsub.scripts) {
    // The regions treat letters and dashes alike, so what the script does in Chinese is the pattern.
    const pattern =
      script.languages.find(({ tag }) => tag === 'ZHS ') ??
      script.languages.find(({ tag }) => tag === '');
    if (!pattern) continue;
    for (const [index, tag] of languages.entries()) {
      const present = pattern.features.find((each) => each.tag === 'locl');
      const locl = { tag: 'locl', lookups: [...(present?.lookups ?? []), count + index] };
      gsub.features.push(locl);
      script.languages.push({
        tag,
        features: [...pattern.features.filter((each) => each !== present), locl],
      });
    }
  }
  const added = replaced.map((each) => substitutionLookup(each));
  if (upright.size > 0) added.push(substitutionLookup(upright));
  return writeLayout(gsub, added, { extension: 7, first: true });
}

/**
 * Each region trims between its own marks.
 * @param {Face} base @param {readonly { language: string, face: Face }[]} regions @param {GlyphStore} store
 */
function writeAdjustments({ gpos }, regions, store) {
  /** @type {import('./layout-writing.mjs').AddedLookup[]} */
  const added = [];
  const count = gpos.lookups.readUInt16BE(0);
  /** @type {Map<string, import('./layout-reading.mjs').Feature[]>} */
  const trims = new Map();
  for (const { language, face } of regions) {
    const features = trimming.map((tag) => {
      const copy = copyTrimming(face.gpos, tag, count + added.length, (glyph) =>
        store.provide(face, glyph),
      );
      added.push(...copy.added);
      return { tag, lookups: copy.lookups };
    });
    trims.set(
      language,
      features.filter(({ lookups }) => lookups.length > 0),
    );
  }
  for (const [index, tag] of adjusting.entries()) {
    const move = store.moves[index];
    if (!move || move.size === 0) continue;
    for (const feature of gpos.features)
      if (feature.tag === tag) feature.lookups.push(count + added.length);
    added.push(adjustmentLookup(move));
  }
  const common = new Map(
    gpos.scripts.map((script) => [
      script,
      script.languages
        .find(({ tag }) => tag === '')
        ?.features.filter(({ tag }) => !trimming.some((each) => each === tag)) ?? [],
    ]),
  );
  for (const [language, features] of trims) {
    gpos.features.push(...features);
    for (const [script, others] of common)
      script.languages.push({ tag: language, features: [...others, ...features] });
  }
  return writeLayout(gpos, added, { extension: 9, first: false });
}

/**
 * Merges faces of one design into one. Text in a language of `others` gets that region's shapes, and
 * where the region has none, those of the regions after and before it, then the base's.
 * @param {Buffer} baseFile @param {readonly { language: string, file: Buffer }[]} others OpenType's tag of the language
 * @returns {Buffer}
 */
export function mergeRegions(baseFile, others) {
  const base = readFace(baseFile);
  const faces = others.map(({ file }) => readFace(file));
  const store = glyphStore(base);
  const regions = faces.map((face) => [face, ...faces.filter((each) => each !== face)]);
  const { characters, replaced } = assign(base, regions, store);
  const languages = others.map(({ language }) => language.padEnd(4));
  const gpos = writeAdjustments(
    base,
    faces.map((face, index) => ({ language: languages[index] ?? '', face })),
    store,
  );
  if (store.glyphs.length > mostGlyphs) throw new Error('More glyphs than a font can hold.');

  const tables = new Map(base.tables);
  const fonts = [base, ...faces].map((face) => face.tables);
  for (const [tag, table] of writeGlyphs(store.glyphs, fonts)) tables.set(tag, table);
  tables.set('cmap', writeCharacterMap(characters, base.tables));
  tables.set('GSUB', writeSubstitutions(base, languages, replaced, store.upright));
  tables.set('GPOS', gpos);
  return writeSfnt(tables);
}
