// What is read of GSUB and GPOS: languages, features, and the lookups that treat one glyph at a time.

/**
 * @typedef {{ tag: string, lookups: number[] }} Feature
 * @typedef {{ tag: string, features: Feature[] }} Language the script's own default has the tag ''
 * @typedef {{ tag: string, languages: Language[] }} Script
 * @typedef {{ scripts: Script[], features: Feature[], lookups: Buffer }} Layout `lookups` begins with the LookupList
 */

/** @param {Buffer} table @param {number} at @param {(start: number, tag: string) => T} read @returns {T[]} @template T */
function tagged(table, at, read) {
  return Array.from({ length: table.readUInt16BE(at) }, (_, index) => {
    const record = at + 2 + 6 * index;
    return read(table.readUInt16BE(record + 4), table.toString('latin1', record, record + 4));
  });
}

/** @param {Buffer} table GSUB or GPOS @returns {Layout} */
export function readLayout(table) {
  if (table.readUInt32BE(0) !== 0x00010000) throw new Error('Unknown version of GSUB or GPOS.');
  const [scriptsAt, featuresAt, lookupsAt] = [4, 6, 8].map((at) => table.readUInt16BE(at));
  if (scriptsAt === undefined || featuresAt === undefined || lookupsAt === undefined)
    throw new Error('GSUB or GPOS is cut off.');
  const features = tagged(table, featuresAt, (start, tag) => {
    const at = featuresAt + start;
    if (table.readUInt16BE(at) !== 0) throw new Error(`The feature ${tag} has parameters.`);
    return {
      tag,
      lookups: Array.from({ length: table.readUInt16BE(at + 2) }, (_, index) =>
        table.readUInt16BE(at + 4 + 2 * index),
      ),
    };
  });

  /** @param {number} at @param {string} tag @returns {Language} */
  function language(at, tag) {
    if (table.readUInt16BE(at + 2) !== 0xffff)
      throw new Error('A required feature is not expected.');
    return {
      tag,
      features: Array.from({ length: table.readUInt16BE(at + 4) }, (_, index) => {
        const feature = features[table.readUInt16BE(at + 6 + 2 * index)];
        if (!feature) throw new Error('A language names a feature that is not there.');
        return feature;
      }),
    };
  }
  const scripts = tagged(table, scriptsAt, (start, tag) => {
    const at = scriptsAt + start;
    const own = table.readUInt16BE(at);
    const others = tagged(table, at + 2, (from, name) => language(at + from, name));
    return { tag, languages: own === 0 ? others : [language(at + own, ''), ...others] };
  });
  return { scripts, features, lookups: table.subarray(lookupsAt) };
}

/** @param {Buffer} table @param {number} at of a Coverage table @returns {number[]} */
export function covered(table, at) {
  const count = table.readUInt16BE(at + 2);
  if (table.readUInt16BE(at) === 1)
    return Array.from({ length: count }, (_, index) => table.readUInt16BE(at + 4 + 2 * index));
  return Array.from({ length: count }, (_, index) => at + 4 + 6 * index).flatMap((range) => {
    const first = table.readUInt16BE(range);
    const length = table.readUInt16BE(range + 2) - first + 1;
    return Array.from({ length }, (_, index) => first + index);
  });
}

/** The type and the subtables of a lookup, extensions resolved. @param {Buffer} lookups @param {number} index @param {number} extension */
export function subtables(lookups, index, extension) {
  const at = lookups.readUInt16BE(2 + 2 * index);
  const type = lookups.readUInt16BE(at);
  return Array.from({ length: lookups.readUInt16BE(at + 4) }, (_, each) => {
    const start = at + lookups.readUInt16BE(at + 6 + 2 * each);
    return type === extension
      ? { type: lookups.readUInt16BE(start + 2), at: start + lookups.readUInt32BE(start + 4) }
      : { type, at: start };
  });
}

/** The lookups a feature has in any language. @param {Layout} layout @param {string} tag */
export function lookupsOf({ features }, tag) {
  return [
    ...new Set(features.filter((each) => each.tag === tag).flatMap(({ lookups }) => lookups)),
  ].sort((one, other) => one - other);
}

/** The types of all lookups. @param {Layout} layout @param {number} extension */
export function lookupTypes({ lookups }, extension) {
  return Array.from({ length: lookups.readUInt16BE(0) }, (_, index) =>
    subtables(lookups, index, extension).map(({ type }) => type),
  ).flat();
}

/** What a feature of GSUB makes of single glyphs. @param {Layout} layout @param {string} tag @returns {Map<number, number>} */
export function substitutions(layout, tag) {
  const { lookups } = layout;
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const index of lookupsOf(layout, tag))
    for (const { type, at } of subtables(lookups, index, 7)) {
      if (type !== 1) continue;
      const from = covered(lookups, at + lookups.readUInt16BE(at + 2));
      const byDelta = lookups.readUInt16BE(at) === 1;
      for (const [place, glyph] of from.entries())
        if (!found.has(glyph))
          found.set(
            glyph,
            byDelta
              ? (glyph + lookups.readInt16BE(at + 4)) & 0xffff
              : lookups.readUInt16BE(at + 6 + 2 * place),
          );
    }
  return found;
}

/** The bytes of a value of this format. @param {number} format */
export function valueSize(format) {
  if (format > 0xf) throw new Error('Adjustments by device are not expected.');
  return 2 * [1, 2, 4, 8].filter((bit) => format & bit).length;
}

/** @typedef {[number, number, number, number]} Adjustment placement across and down, advance across and down */

/** @param {Buffer} table @param {number} at @param {number} format @returns {Adjustment} */
function valueAt(table, at, format) {
  let next = at;
  const values = [1, 2, 4, 8].map((bit) => {
    if ((format & bit) === 0) return 0;
    next += 2;
    return table.readInt16BE(next - 2);
  });
  return /** @type {Adjustment} */ (values);
}

/** How one subtable moves single glyphs. @param {Buffer} lookups @param {number} at @returns {[number, Adjustment][]} */
export function singleAdjustments(lookups, at) {
  const format = lookups.readUInt16BE(at + 4);
  const size = valueSize(format);
  const shared = lookups.readUInt16BE(at) === 1;
  return covered(lookups, at + lookups.readUInt16BE(at + 2)).map((glyph, place) => [
    glyph,
    valueAt(lookups, shared ? at + 6 : at + 8 + size * place, format),
  ]);
}

/** How a feature of GPOS moves single glyphs. @param {Layout} layout @param {string} tag @returns {Map<number, Adjustment>} */
export function adjustments(layout, tag) {
  const { lookups } = layout;
  /** @type {Map<number, Adjustment>} */
  const found = new Map();
  for (const index of lookupsOf(layout, tag))
    for (const { type, at } of subtables(lookups, index, 9))
      if (type === 1)
        for (const [glyph, adjustment] of singleAdjustments(lookups, at))
          if (!found.has(glyph)) found.set(glyph, adjustment);
  return found;
}
