import { apart, single, termKey } from '../format/index-layout.ts';
import { sortedIds } from './character-ids.ts';
import type { PostingsWriter } from './postings-writer.ts';
import type { CollectedSegment } from './segment-builder.ts';
import { bucketStarts, countIds, sortPairs, type SortedPairs } from './sorted-pairs.ts';

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
  private readonly pairs: SortedPairs;
  private readonly segment: CollectedSegment;
  /** The story at every 128th place of the text. */
  private readonly coarse: Uint32Array;

  constructor(segment: CollectedSegment) {
    this.segment = segment;
    const { text, starts } = segment;
    this.pairs = sortPairs(segment.foldedIds, text.subarray(0, -1), text.subarray(1));
    this.coarse = new Uint32Array((text.length >>> 7) + 1);
    let document = 0;
    for (let block = 0; block < this.coarse.length; block++) {
      while ((starts[document + 1] ?? Infinity) <= block * 128) document++;
      this.coarse[block] = document;
    }
    this.findKey();
  }

  private findKey(): void {
    const { foldedIds, endId } = this.segment;
    const { firsts, seconds } = this.pairs;
    const first = firsts[this.at];
    // The ends of texts sort last and begin no term.
    this.key =
      first === undefined || first === endId
        ? Infinity
        : termKey(foldedIds[first] ?? 0, foldedIds[seconds[this.at] ?? 0] ?? 0);
  }

  next(postings: PostingsWriter): void {
    const { coarse } = this;
    const { places, firsts, seconds } = this.pairs;
    const { starts, headEnds } = this.segment;
    const { positions } = postings;
    let { at } = this;
    const first = firsts[at];
    const second = seconds[at];
    let document = -1;
    let end = -1;
    let start = 0;
    let occurrences = 0;
    let isInHead = false;
    let last = 0;
    for (; at < places.length; at++) {
      if (seconds[at] !== second || firsts[at] !== first) break;
      const here = places[at] ?? 0;
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
      positions.varint(here - start - last);
      last = here - start;
      occurrences++;
    }
    postings.document(document, occurrences, isInHead);
    this.at = at;
    this.findKey();
  }
}

/** Single printed characters. */
export class GlyphTerms implements TermStream {
  key = 0;
  private readonly segment: CollectedSegment;
  /** Ids by code point, and how often each stands in `documents`. */
  private readonly ids: Uint16Array;
  private readonly idCounts: Uint32Array;
  private readonly documents: Uint32Array;
  /** Twice the count, odd where one stands in the head. */
  private readonly counts: Uint32Array;
  private id = 0;
  private at = 0;

  constructor(segment: CollectedSegment) {
    this.segment = segment;
    const { glyphs, glyphDocuments, glyphCounts, printedIds } = segment;
    this.ids = sortedIds(printedIds);
    this.idCounts = countIds(printedIds.length, glyphs);
    const starts = bucketStarts(this.ids, this.idCounts);
    this.documents = new Uint32Array(glyphs.length);
    this.counts = new Uint32Array(glyphs.length);
    for (let at = 0; at < glyphs.length; at++) {
      const id = glyphs[at] ?? 0;
      const to = starts[id] ?? 0;
      starts[id] = to + 1;
      this.documents[to] = glyphDocuments[at] ?? 0;
      this.counts[to] = glyphCounts[at] ?? 0;
    }
    this.findKey();
  }

  private findKey(): void {
    const { ids, idCounts } = this;
    while (this.id < ids.length && (idCounts[ids[this.id] ?? 0] ?? 0) === 0) this.id++;
    const id = ids[this.id];
    this.key = id === undefined ? Infinity : termKey(this.segment.printedIds[id] ?? 0, single);
  }

  next(postings: PostingsWriter): void {
    const { documents, counts } = this;
    const end = this.at + (this.idCounts[this.ids[this.id] ?? 0] ?? 0);
    for (; this.at < end; this.at++) {
      const count = counts[this.at] ?? 0;
      postings.document(documents[this.at] ?? 0, count >>> 1, (count & 1) === 1);
    }
    this.id++;
    this.findKey();
  }
}

/** Pairs that only punctuation separates. */
export class ApartTerms implements TermStream {
  key = 0;
  private at = 0;
  private readonly pairs: SortedPairs;
  private readonly segment: CollectedSegment;

  constructor(segment: CollectedSegment) {
    this.segment = segment;
    this.pairs = sortPairs(segment.foldedIds, segment.apartFirst, segment.apartSecond);
    this.findKey();
  }

  private findKey(): void {
    const { foldedIds } = this.segment;
    const { firsts, seconds } = this.pairs;
    const first = firsts[this.at];
    this.key =
      first === undefined
        ? Infinity
        : termKey(foldedIds[first] ?? 0, (foldedIds[seconds[this.at] ?? 0] ?? 0) + apart);
  }

  next(postings: PostingsWriter): void {
    const { places, firsts, seconds } = this.pairs;
    const { apartDocuments } = this.segment;
    const first = firsts[this.at];
    const second = seconds[this.at];
    let document = -1;
    let occurrences = 0;
    let isInHead = false;
    for (; this.at < places.length; this.at++) {
      if (firsts[this.at] !== first || seconds[this.at] !== second) break;
      const value = apartDocuments[places[this.at] ?? 0] ?? 0;
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
