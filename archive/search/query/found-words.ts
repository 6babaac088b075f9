import { noPostings, type Places, type Postings } from '../format/postings.ts';
import { union } from './document-set.ts';

/** What an index knows of words: in which stories, how often, and where. */
export interface FoundWords extends Postings {
  readonly unsure: Uint8Array | null;
  /** Null where the places are not known from the index. */
  readonly places: Places | null;
}

/** Beginnings of a phrase: those that stood so far and whose part at `offset` is there too. */
export function meetingStarts(
  before: readonly Uint32Array[] | null,
  { places, starts }: Places,
  offset: number,
  count: number,
): Uint32Array[] {
  return Array.from({ length: count }, (_, index) => {
    let at = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    const list = before?.[index];
    if (!list) {
      const moved = new Uint32Array(end - at);
      let kept = 0;
      for (; at < end; at++) {
        const place = places[at] ?? 0;
        if (place >= offset) moved[kept++] = place - offset;
      }
      return moved.subarray(0, kept);
    }
    let kept = 0;
    for (const start of list) {
      while (at < end && (places[at] ?? 0) < start + offset) at++;
      if (at === end) break;
      if (places[at] === start + offset) list[kept++] = start;
    }
    return list.subarray(0, kept);
  });
}

/** Some of the stories that were found, marked unsure where they are in `unsure` as well. */
export function selectWords(
  found: FoundWords,
  documents: Uint32Array,
  unsure: Uint32Array | null,
): FoundWords {
  const counts = new Uint32Array(documents.length);
  const heads = new Uint8Array(documents.length);
  const doubts = unsure !== null || found.unsure !== null ? new Uint8Array(documents.length) : null;
  let at = 0;
  let doubt = 0;
  documents.forEach((document, index) => {
    while (at < found.documents.length && (found.documents[at] ?? 0) < document) at++;
    counts[index] = found.counts[at] ?? 0;
    heads[index] = found.heads[at] ?? 0;
    if (doubts === null) return;
    if (found.unsure?.[at] === 1) doubts[index] = 1;
    if (unsure === null) return;
    while (doubt < unsure.length && (unsure[doubt] ?? 0) < document) doubt++;
    if (unsure[doubt] === document) doubts[index] = 1;
  });
  return { documents, counts, heads, unsure: doubts, places: null };
}

/** The stories of several terms as those of one. */
export function mergePostings(lists: readonly Postings[], total: number): Postings {
  if (lists.length === 0) return noPostings;
  const marks = new Uint32Array(total);
  const inHead = new Uint8Array(total);
  for (const { documents, counts, heads } of lists) {
    documents.forEach((document, index) => {
      marks[document] = (marks[document] ?? 0) + (counts[index] ?? 0);
      if (heads[index] === 1) inHead[document] = 1;
    });
  }
  const { documents } = union(
    lists.map((list) => ({ documents: list.documents, unsure: null })),
    total,
  );
  return {
    documents,
    counts: documents.map((document) => marks[document] ?? 0),
    heads: Uint8Array.from(documents, (document) => inHead[document] ?? 0),
  };
}
