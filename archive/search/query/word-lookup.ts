import type { IndexReader, TermEntry } from '../format/index-reader.ts';
import { apart, single, termKey, textEnd } from '../format/index-layout.ts';
import {
  noPostings,
  readPlaces,
  readPostings,
  type Places,
  type Postings,
} from '../format/postings.ts';
import { readFields } from '../format/document-table.ts';
import { everyField, headFields } from '../text/search-fields.ts';
import { fieldAt } from '../text/searchable-text.ts';
import type { VariantForms } from '../text/variants.ts';
import { intersection, noDocuments, union, type DocumentSet } from './document-set.ts';
import { meetingStarts, mergePostings, selectWords, type FoundWords } from './found-words.ts';
import type { Words } from './query.ts';

const nowhere: FoundWords = { ...noPostings, unsure: null, places: null };

/** Looks words up in one index. */
export class WordLookup {
  private readonly index: IndexReader;
  private readonly variants: VariantForms;

  constructor(index: IndexReader, variants: VariantForms) {
    this.index = index;
    this.variants = variants;
  }

  /** `needsPlaces` where somebody will ask how near they stand to others. */
  async find(words: Words, needsPlaces: boolean): Promise<FoundWords> {
    if (words.ignoresPunctuation) return this.findBare(words);
    const isConfined = words.fields !== everyField;
    const found = await this.findFolded(words.folded, needsPlaces || isConfined);
    const confined = isConfined ? this.confine(found, words.fields) : found;
    return words.isExact ? this.withGlyphs(confined, words.printed) : confined;
  }

  private async findFolded(folded: readonly number[], needsPlaces: boolean): Promise<FoundWords> {
    const [first = 0, second] = folded;
    if (second === undefined) {
      return needsPlaces ? this.placesOfCharacter(first) : this.character(first);
    }
    if (folded.length > 2) return this.phrase(folded);
    const entry = await this.index.find(termKey(first, second));
    if (entry === null) return nowhere;
    const postings = readPostings(await this.index.documentsOf(entry), entry.count);
    if (!needsPlaces) return { ...postings, unsure: null, places: null };
    const bytes = await this.index.positionsOf(entry);
    return { ...postings, unsure: null, places: readPlaces(bytes, postings, postings.documents) };
  }

  /** One character in any of its forms. */
  private async character(folded: number): Promise<FoundWords> {
    const lists: Postings[] = [];
    for (const form of this.variants.formsOf(folded)) {
      const postings = await this.postingsOf(termKey(form, single));
      if (postings.documents.length > 0) lists.push(postings);
    }
    const [only] = lists;
    const merged = lists.length === 1 && only ? only : mergePostings(lists, this.index.documents);
    return { ...merged, unsure: null, places: null };
  }

  /** Every place of a character is the beginning of one pair of neighbours. */
  private async placesOfCharacter(folded: number): Promise<FoundWords> {
    const entries = await this.index.range(termKey(folded, 0), termKey(folded, textEnd + 1));
    const byDocument = new Map<number, number[]>();
    for (const entry of entries) {
      const postings = readPostings(await this.index.documentsOf(entry), entry.count);
      const bytes = await this.index.positionsOf(entry);
      const { places, starts } = readPlaces(bytes, postings, postings.documents);
      postings.documents.forEach((document, index) => {
        let list = byDocument.get(document);
        if (!list) byDocument.set(document, (list = []));
        const end = starts[index + 1] ?? 0;
        for (let at = starts[index] ?? 0; at < end; at++) list.push(places[at] ?? 0);
      });
    }
    const documents = Uint32Array.from(byDocument.keys()).sort();
    return this.fromPlaces(
      documents,
      Array.from(documents, (document) => Uint32Array.from(byDocument.get(document) ?? []).sort()),
    );
  }

  /** Pairs of neighbours at 0, 2, 4… and the last hold all of a phrase. */
  private async phrase(folded: readonly number[]): Promise<FoundWords> {
    const offsets: number[] = [];
    for (let at = 0; at + 2 < folded.length; at += 2) offsets.push(at);
    offsets.push(folded.length - 2);
    const parts: { readonly offset: number; readonly entry: TermEntry }[] = [];
    const known = new Map<number, TermEntry>();
    for (const offset of offsets) {
      const key = termKey(folded[offset] ?? 0, folded[offset + 1] ?? 0);
      const entry = known.get(key) ?? (await this.index.find(key));
      if (entry === null) return nowhere;
      known.set(key, entry);
      parts.push({ offset, entry });
    }
    const rare = [...known.values()].sort((a, b) => a.count - b.count);
    const lists = new Map<number, Postings>();
    let candidates: Uint32Array | null = null;
    for (const entry of rare) {
      const postings = readPostings(await this.index.documentsOf(entry), entry.count);
      lists.set(entry.key, postings);
      candidates =
        candidates === null
          ? postings.documents
          : intersection(
              { documents: candidates, unsure: null },
              { documents: postings.documents, unsure: null },
            ).documents;
      if (candidates.length === 0) return nowhere;
    }
    parts.sort((a, b) => a.entry.count - b.entry.count);
    const wanted = candidates ?? new Uint32Array(0);
    let starts: Uint32Array[] | null = null;
    const read = new Map<number, Places>();
    for (const { offset, entry } of parts) {
      let found = read.get(entry.key);
      if (!found) {
        const bytes = await this.index.positionsOf(entry);
        found = readPlaces(bytes, lists.get(entry.key) ?? noPostings, wanted);
        read.set(entry.key, found);
      }
      starts = meetingStarts(starts, found, offset, wanted.length);
    }
    return this.fromPlaces(wanted, starts ?? []);
  }

  /** Leaves out the stories without places. */
  fromPlaces(documents: Uint32Array, places: readonly Uint32Array[]): FoundWords {
    const kept = places.reduce((count, list) => count + (list.length > 0 ? 1 : 0), 0);
    const found = {
      documents: new Uint32Array(kept),
      counts: new Uint32Array(kept),
      heads: new Uint8Array(kept),
    };
    const starts = new Uint32Array(kept + 1);
    const all = new Uint32Array(places.reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    let filled = 0;
    places.forEach((list, index) => {
      if (list.length === 0) return;
      const document = documents[index] ?? 0;
      found.documents[at] = document;
      found.counts[at] = list.length;
      found.heads[at] = (list[0] ?? 0) < this.headEnd(document) ? 1 : 0;
      all.set(list, filled);
      filled += list.length;
      starts[++at] = filled;
    });
    return { ...found, unsure: null, places: { places: all, starts } };
  }

  private headEnd(document: number): number {
    const { segmentStarts, segmentFields } = readFields(this.index.table, document);
    const after = segmentFields.findIndex((field) => (headFields & (1 << field)) === 0);
    return after < 0 ? Infinity : (segmentStarts[after] ?? 0);
  }

  private confine(found: FoundWords, fields: number): FoundWords {
    const { documents, places } = found;
    if (places === null) return found;
    const kept = Array.from(documents, (document, index) => {
      const list = places.places.subarray(places.starts[index], places.starts[index + 1]);
      const own = readFields(this.index.table, document);
      return list.filter((place) => (fields & (1 << fieldAt(own, place))) !== 0);
    });
    return this.fromPlaces(documents, kept);
  }

  /** Only stories that print these glyphs; unsure where they print others of the same kind too. */
  private async withGlyphs(found: FoundWords, printed: readonly number[]): Promise<FoundWords> {
    let { documents } = found;
    const others: DocumentSet[] = [];
    for (const glyph of new Set(printed)) {
      if (!this.variants.hasOthers(glyph)) continue;
      const own = await this.postingsOf(termKey(glyph, single));
      documents = intersection(
        { documents, unsure: null },
        { documents: own.documents, unsure: null },
      ).documents;
      for (const form of this.variants.formsOf(glyph)) {
        if (form === glyph) continue;
        const postings = await this.postingsOf(termKey(form, single));
        others.push({ documents: postings.documents, unsure: null });
      }
    }
    const mixed = others.length === 0 ? null : union(others, this.index.documents).documents;
    return selectWords(found, documents, mixed);
  }

  /** Punctuation passed over: sure for two characters, else the stories that have every pair. */
  private async findBare(words: Words): Promise<FoundWords> {
    const { folded } = words;
    let set: DocumentSet | null = null;
    let found: Postings = noPostings;
    if (folded.length === 1) {
      found = await this.character(folded[0] ?? 0);
      set = { documents: found.documents, unsure: null };
    }
    for (let at = 0; at + 1 < folded.length; at++) {
      const first = folded[at] ?? 0;
      const second = folded[at + 1] ?? 0;
      const lists = [
        await this.postingsOf(termKey(first, second)),
        await this.postingsOf(termKey(first, second + apart)),
      ];
      found = mergePostings(lists, this.index.documents);
      const pair = { documents: found.documents, unsure: null };
      set = set === null ? pair : intersection(set, pair);
      if (set.documents.length === 0) return nowhere;
    }
    const { documents } = set ?? noDocuments;
    const isSure = folded.length <= 2 && words.fields === everyField;
    const all = isSure ? null : new Uint8Array(documents.length).fill(1);
    const selected = selectWords({ ...found, unsure: null, places: null }, documents, null);
    const bare = { ...selected, unsure: all };
    return words.isExact ? this.withGlyphs(bare, words.printed) : bare;
  }

  private async postingsOf(key: number): Promise<Postings> {
    const entry = await this.index.find(key);
    if (entry === null) return noPostings;
    return readPostings(await this.index.documentsOf(entry), entry.count);
  }
}
