/**
 * Stories of one index in ascending order. Those that are not sure may meet the query: the index
 * alone cannot tell, and they are to be read.
 */
export interface DocumentSet {
  readonly documents: Uint32Array;
  /** Null where all are sure. */
  readonly unsure: Uint8Array | null;
}

export const noDocuments: DocumentSet = { documents: new Uint32Array(0), unsure: null };

const sure = 2;
const possible = 1;

function mark(marks: Uint8Array, { documents, unsure }: DocumentSet): void {
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    // A story that is sure by one part and unsure by another is read too: its hits must be exact.
    if (unsure !== null && unsure[at] === 1) marks[document] = possible;
    else if (marks[document] === 0) marks[document] = sure;
  }
}

function fromMarks(marks: Uint8Array): DocumentSet {
  let count = 0;
  let hasUnsure = false;
  for (const standing of marks) {
    if (standing > 0) count++;
    if (standing === possible) hasUnsure = true;
  }
  const documents = new Uint32Array(count);
  const unsure = hasUnsure ? new Uint8Array(count) : null;
  let at = 0;
  for (let document = 0; document < marks.length; document++) {
    const standing = marks[document] ?? 0;
    if (standing === 0) continue;
    if (unsure !== null && standing === possible) unsure[at] = 1;
    documents[at++] = document;
  }
  return { documents, unsure };
}

export function union(sets: readonly DocumentSet[], total: number): DocumentSet {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  const marks = new Uint8Array(total);
  for (const set of sets) mark(marks, set);
  return fromMarks(marks);
}

export function complement(set: DocumentSet, total: number): DocumentSet {
  const marks = new Uint8Array(total);
  mark(marks, set);
  for (let at = 0; at < total; at++) {
    const standing = marks[at] ?? 0;
    marks[at] = standing === sure ? 0 : standing === possible ? possible : sure;
  }
  return fromMarks(marks);
}

/** Where `wanted` stands in a list, or would; searching from `from` in growing steps. */
export function gallop(list: Uint32Array, wanted: number, from: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < list.length && (list[high] ?? 0) < wanted) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, list.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function intersection(a: DocumentSet, b: DocumentSet): DocumentSet {
  const [few, many] = a.documents.length <= b.documents.length ? [a, b] : [b, a];
  const documents = new Uint32Array(few.documents.length);
  const unsure = a.unsure !== null || b.unsure !== null ? new Uint8Array(documents.length) : null;
  let count = 0;
  let at = 0;
  for (let index = 0; index < few.documents.length; index++) {
    const document = few.documents[index] ?? 0;
    at = gallop(many.documents, document, at);
    if (at === many.documents.length) break;
    if (many.documents[at] !== document) continue;
    if (unsure !== null && (few.unsure?.[index] === 1 || many.unsure?.[at] === 1)) {
      unsure[count] = 1;
    }
    documents[count++] = document;
  }
  return {
    documents: documents.subarray(0, count),
    unsure: unsure?.subarray(0, count) ?? null,
  };
}
