/** The stories of a term, ascending, with how often it stands in each. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
  /** 1 where it stands in the head. */
  readonly heads: Uint8Array;
}

export const noPostings: Postings = {
  documents: new Uint32Array(0),
  counts: new Uint32Array(0),
  heads: new Uint8Array(0),
};

export function readPostings(bytes: Uint8Array, count: number): Postings {
  const documents = new Uint32Array(count);
  const counts = new Uint32Array(count);
  const heads = new Uint8Array(count);
  let at = 0;
  let document = 0;
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    document += value >>> 2;
    documents[index] = document;
    heads[index] = (value >>> 1) & 1;
    if ((value & 1) === 1) {
      counts[index] = 1;
      continue;
    }
    byte = bytes[at++] ?? 0;
    value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    counts[index] = value;
  }
  return { documents, counts, heads };
}

/** The places of a term in some of its stories. */
export interface Places {
  readonly places: Uint32Array;
  /** Where each wanted story's places begin; one more at the end. */
  readonly starts: Uint32Array;
}

/**
 * Reads the places in the stories `wanted`, all of which must be in `postings`; both ascending.
 */
export function readPlaces(
  bytes: Uint8Array,
  { documents, counts }: Postings,
  wanted: Uint32Array,
): Places {
  const starts = new Uint32Array(wanted.length + 1);
  let places = new Uint32Array(Math.max(16, wanted.length * 2));
  let filled = 0;
  let at = 0;
  let next = 0;
  for (let index = 0; index < documents.length && next < wanted.length; index++) {
    const count = counts[index] ?? 0;
    if (documents[index] !== wanted[next]) {
      for (let left = count; left > 0; left--) {
        while ((bytes[at++] ?? 0) > 127);
      }
      continue;
    }
    if (filled + count > places.length) {
      const grown = new Uint32Array(Math.max(places.length * 2, filled + count));
      grown.set(places);
      places = grown;
    }
    let place = 0;
    for (let left = count; left > 0; left--) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 127) << shift;
      }
      place += value;
      places[filled++] = place;
    }
    starts[++next] = filled;
  }
  return { places: places.subarray(0, filled), starts };
}
