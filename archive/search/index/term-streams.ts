import { apart, single, termKey } from '../format/index-layout.ts';
import type { CharacterIds } from './character-ids.ts';
import type { PostingsWriter } from './postings-writer.ts';
import type { CollectedSegment } from './segment-builder.ts';

/** Where the bucket of each id begins when buckets are laid out by code point. */
function bucketStarts(ids: CharacterIds, counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(ids.count);
  let at = 0;
  for (const id of ids.sorted()) {
    starts[id] = at;
    at += counts[id] ?? 0;
  }
  return starts;
}

/** Indices of pairs sorted by first, then second, then as they came. */
function sortedPairs(
  ids: CharacterIds,
  count: number,
  firstAt: (index: number) => number,
  secondAt: (index: number) => number,
): Uint32Array {
  const counts = new Uint32Array(ids.count);
  for (let at = 0; at < count; at++) {
    const second = secondAt(at);
    counts[second] = (counts[second] ?? 0) + 1;
  }
  const bySecond = new Uint32Array(count);
  const seconds = bucketStarts(ids, counts);
  for (let at = 0; at < count; at++) {
    const second = secondAt(at);
    const to = seconds[second] ?? 0;
    bySecond[to] = at;
    seconds[second] = to + 1;
  }
  counts.fill(0);
  for (let at = 0; at < count; at++) {
    const first = firstAt(at);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  const sorted = new Uint32Array(count);
  const firsts = bucketStarts(ids, counts);
  for (const at of bySecond) {
    const first = firstAt(at);
    const to = firsts[first] ?? 0;
    sorted[to] = at;
    firsts[first] = to + 1;
  }
  return sorted;
}

/** One kind of terms, each written when its turn comes. */
export interface TermStream {
  /** The next term; Infinity at the end. */
  key: number;
  /** Writes the postings of the next term and goes on to the one after. */
  next(postings: PostingsWriter): void;
}

/** Pairs of neighbours, with their positions. */
export class NeighbourTerms implements TermStream {
  key = 0;
  private at = 0;
  private readonly sorted: Uint32Array;
  private readonly segment: CollectedSegment;
  /** The story at every 128th place of the text. */
  private readonly coarse: Uint32Array;

  constructor(segment: CollectedSegment) {
    this.segment = segment;
    const { text, starts } = segment;
    this.sorted = sortedPairs(
      segment.foldedIds,
      Math.max(0, text.length - 1),
      (index) => text[index] ?? 0,
      (index) => text[index + 1] ?? 0,
    );
    this.coarse = new Uint32Array((text.length >>> 7) + 1);
    let document = 0;
    for (let block = 0; block < this.coarse.length; block++) {
      while ((starts[document + 1] ?? Infinity) <= block * 128) document++;
      this.coarse[block] = document;
    }
    this.findKey();
  }

  private findKey(): void {
    const { text, foldedIds, endId } = this.segment;
    const place = this.sorted[this.at];
    const first = text[place ?? 0] ?? 0;
    // The ends of texts sort last and begin no term.
    this.key =
      place === undefined || first === endId
        ? Infinity
        : termKey(
            foldedIds.codePoints[first] ?? 0,
            foldedIds.codePoints[text[place + 1] ?? 0] ?? 0,
          );
  }

  next(postings: PostingsWriter): void {
    const { sorted, coarse } = this;
    const { text, starts, headEnds } = this.segment;
    const place = sorted[this.at] ?? 0;
    const first = text[place] ?? 0;
    const second = text[place + 1] ?? 0;
    let document = -1;
    let end = -1;
    let start = 0;
    let occurrences = 0;
    let isInHead = false;
    let last = 0;
    for (; this.at < sorted.length; this.at++) {
      const here = sorted[this.at] ?? 0;
      if (text[here] !== first || text[here + 1] !== second) break;
      if (here >= end) {
        if (document >= 0) postings.document(document, occurrences, isInHead);
        document = Math.max(document, coarse[here >>> 7] ?? 0);
        while ((starts[document + 1] ?? Infinity) <= here) document++;
        start = starts[document] ?? 0;
        end = starts[document + 1] ?? 0;
        occurrences = 0;
        last = 0;
        isInHead = here - start < (headEnds[document] ?? 0);
      }
      postings.positions.varint(here - start - last);
      last = here - start;
      occurrences++;
    }
    postings.document(document, occurrences, isInHead);
    this.findKey();
  }
}

/** Single printed characters. */
export class GlyphTerms implements TermStream {
  key = 0;
  private at = 0;
  private readonly sorted: Uint32Array;
  private readonly segment: CollectedSegment;

  constructor(segment: CollectedSegment) {
    this.segment = segment;
    const { glyphs, printedIds } = segment;
    const counts = new Uint32Array(printedIds.count);
    for (const id of glyphs) counts[id] = (counts[id] ?? 0) + 1;
    const starts = bucketStarts(printedIds, counts);
    this.sorted = new Uint32Array(glyphs.length);
    for (let at = 0; at < glyphs.length; at++) {
      const id = glyphs[at] ?? 0;
      const to = starts[id] ?? 0;
      this.sorted[to] = at;
      starts[id] = to + 1;
    }
    this.findKey();
  }

  private findKey(): void {
    const { glyphs, printedIds } = this.segment;
    const record = this.sorted[this.at];
    this.key =
      record === undefined
        ? Infinity
        : termKey(printedIds.codePoints[glyphs[record] ?? 0] ?? 0, single);
  }

  next(postings: PostingsWriter): void {
    const { glyphs, glyphDocuments, glyphCounts } = this.segment;
    const id = glyphs[this.sorted[this.at] ?? 0];
    for (; this.at < this.sorted.length; this.at++) {
      const record = this.sorted[this.at] ?? 0;
      if (glyphs[record] !== id) break;
      const count = glyphCounts[record] ?? 0;
      postings.document(glyphDocuments[record] ?? 0, count >>> 1, (count & 1) === 1);
    }
    this.findKey();
  }
}

/** Pairs that only punctuation separates. */
export class ApartTerms implements TermStream {
  key = 0;
  private at = 0;
  private readonly sorted: Uint32Array;
  private readonly segment: CollectedSegment;

  constructor(segment: CollectedSegment) {
    this.segment = segment;
    const { apartFirst, apartSecond } = segment;
    this.sorted = sortedPairs(
      segment.foldedIds,
      apartFirst.length,
      (index) => apartFirst[index] ?? 0,
      (index) => apartSecond[index] ?? 0,
    );
    this.findKey();
  }

  private findKey(): void {
    const { apartFirst, apartSecond, foldedIds } = this.segment;
    const record = this.sorted[this.at];
    this.key =
      record === undefined
        ? Infinity
        : termKey(
            foldedIds.codePoints[apartFirst[record] ?? 0] ?? 0,
            (foldedIds.codePoints[apartSecond[record] ?? 0] ?? 0) + apart,
          );
  }

  next(postings: PostingsWriter): void {
    const { apartFirst, apartSecond, apartDocuments } = this.segment;
    const record = this.sorted[this.at] ?? 0;
    const first = apartFirst[record];
    const second = apartSecond[record];
    let document = -1;
    let occurrences = 0;
    let isInHead = false;
    for (; this.at < this.sorted.length; this.at++) {
      const here = this.sorted[this.at] ?? 0;
      if (apartFirst[here] !== first || apartSecond[here] !== second) break;
      const value = apartDocuments[here] ?? 0;
      if (value >>> 1 !== document) {
        if (document >= 0) postings.document(document, occurrences, isInHead);
        document = value >>> 1;
        occurrences = 0;
        isInHead = false;
      }
      occurrences++;
      if ((value & 1) === 1) isInHead = true;
    }
    postings.document(document, occurrences, isInHead);
    this.findKey();
  }
}
