// GSUB and GPOS written anew around the lookups they had, with further ones.

/** @typedef {import('./layout-reading.mjs').Layout} Layout */
/** @typedef {{ type: number, body: Buffer }} AddedLookup with the one subtable `body` */

/** @param {readonly number[]} values */
export function words(values) {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index);
  return bytes;
}

/** A subtable with a coverage, whose offset is its second word. @param {readonly number[]} head @param {readonly number[]} glyphs @param {readonly number[]} rest */
function withCoverage([format, ...head], glyphs, rest) {
  const coverageAt = 2 * (2 + head.length + rest.length);
  return words([format ?? 0, coverageAt, ...head, ...rest, 1, glyphs.length, ...glyphs]);
}

/** @param {ReadonlyMap<number, number>} glyphs @returns {AddedLookup} for GSUB */
export function substitutionLookup(glyphs) {
  const pairs = [...glyphs].sort(([one], [other]) => one - other);
  const from = pairs.map(([glyph]) => glyph);
  const to = pairs.map(([, glyph]) => glyph);
  return { type: 1, body: withCoverage([2, to.length], from, to) };
}

/** @param {ReadonlyMap<number, import('./layout-reading.mjs').Adjustment>} glyphs @returns {AddedLookup} for GPOS */
export function adjustmentLookup(glyphs) {
  const pairs = [...glyphs].sort(([one], [other]) => one - other);
  const from = pairs.map(([glyph]) => glyph);
  const values = pairs.flatMap(([, adjustment]) => adjustment);
  return { type: 1, body: withCoverage([2, 0xf, from.length], from, values) };
}

/** A list of tagged records with 16-bit offsets to their bodies. @param {readonly { tag: string, body: Buffer }[]} entries */
function taggedList(entries) {
  const header = Buffer.alloc(2 + 6 * entries.length);
  header.writeUInt16BE(entries.length, 0);
  let start = header.length;
  for (const [index, { tag, body }] of entries.entries()) {
    header.write(tag, 2 + 6 * index, 'latin1');
    header.writeUInt16BE(start, 6 + 6 * index);
    start += body.length;
  }
  return Buffer.concat([header, ...entries.map(({ body }) => body)]);
}

/** @param {Layout['scripts'][number]} script @param {readonly import('./layout-reading.mjs').Feature[]} features */
function scriptTable({ languages }, features) {
  const entries = languages
    .map(({ tag, features: own }) => {
      const indices = own.map((each) => features.indexOf(each)).sort((one, other) => one - other);
      return { tag, body: words([0, 0xffff, indices.length, ...indices]) };
    })
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
  const own = entries.find(({ tag }) => tag === '');
  const others = taggedList(entries.filter(({ tag }) => tag !== ''));
  // The offsets of the list count from the script, which begins two bytes before it.
  for (let index = 0; index < others.readUInt16BE(0); index++)
    others.writeUInt16BE(others.readUInt16BE(6 + 6 * index) + 2, 6 + 6 * index);
  return Buffer.concat([words([own ? 2 + others.length : 0]), others, ...(own ? [own.body] : [])]);
}

/**
 * The LookupList with the added lookups before or after the present ones. The added ones are
 * extensions with their data at the end, so that the offsets of the present ones stay within 16 bits.
 * @param {Buffer} present @param {readonly AddedLookup[]} added @param {boolean} first @param {number} extension
 */
function lookupList(present, added, first, extension) {
  const count = present.readUInt16BE(0);
  const recordSize = 16;
  const headerSize = 2 + 2 * (count + added.length);
  const presentAt = headerSize + recordSize * added.length;
  let dataAt = presentAt + present.length + (present.length & 1);
  const records = added.map(({ type, body }, index) => {
    const record = Buffer.alloc(recordSize);
    record.writeUInt16BE(extension, 0);
    record.writeUInt16BE(1, 4);
    record.writeUInt16BE(8, 6);
    record.writeUInt16BE(1, 8);
    record.writeUInt16BE(type, 10);
    record.writeUInt32BE(dataAt - (headerSize + recordSize * index + 8), 12);
    dataAt += body.length;
    return record;
  });
  const old = Array.from(
    { length: count },
    (_, index) => presentAt + present.readUInt16BE(2 + 2 * index),
  );
  if (old.some((offset) => offset > 0xffff)) throw new Error('No room for further lookups.');
  const fresh = added.map((_, index) => headerSize + recordSize * index);
  return Buffer.concat([
    words([count + added.length, ...(first ? [...fresh, ...old] : [...old, ...fresh])]),
    ...records,
    present,
    Buffer.alloc(present.length & 1),
    ...added.map(({ body }) => body),
  ]);
}

/**
 * The table GSUB (extension 7) or GPOS (extension 9). Lookup numbers in `layout` are those it was
 * read with; the added lookups are numbered on from `addedFrom`, and applied first if `first`.
 * @param {Layout} layout @param {readonly AddedLookup[]} added
 * @param {{ extension: 7 | 9, first: boolean }} how @returns {Buffer}
 */
export function writeLayout({ scripts, features, lookups }, added, { extension, first }) {
  const count = lookups.readUInt16BE(0);
  /** @param {number} index */
  const moved = (index) => {
    if (!first) return index;
    return index < count ? index + added.length : index - count;
  };
  const sorted = [...features].sort((one, other) =>
    one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0,
  );
  const scriptList = taggedList(
    scripts.map((script) => ({ tag: script.tag, body: scriptTable(script, sorted) })),
  );
  const featureList = taggedList(
    sorted.map((feature) => {
      const indices = feature.lookups.map(moved).sort((one, other) => one - other);
      return { tag: feature.tag, body: words([0, indices.length, ...indices]) };
    }),
  );
  const featuresAt = 10 + scriptList.length;
  const lookupsAt = featuresAt + featureList.length;
  return Buffer.concat([
    words([1, 0, 10, featuresAt, lookupsAt]),
    scriptList,
    featureList,
    lookupList(lookups, added, first, extension),
  ]);
}
