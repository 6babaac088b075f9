import { ByteWriter } from '../format/byte-writer.ts';
import { documentScripts, writeFields, type DocumentTable } from '../format/document-table.ts';
import { textEnd } from '../format/index-layout.ts';
import { headFields } from '../text/search-fields.ts';
import type { SearchableText } from '../text/searchable-text.ts';
import { isIgnorable } from '../text/ignorable.ts';
import type { VariantForms } from '../text/variants.ts';
import { CharacterIds, hasRoom } from './character-ids.ts';
import { GrowingArray } from './growing-array.ts';

const shorts = (length: number): Uint16Array => new Uint16Array(length);
const words = (length: number): Uint32Array => new Uint32Array(length);
const bytes = (length: number): Uint8Array => new Uint8Array(length);

/** Code points after which a segment is written. */
const fullLength = 4_000_000;

/** What a segment holds in memory, in the order of its stories: arrays that another thread may take over. */
export interface CollectedSegment {
  /** The code point of each id, of folded and of printed characters. */
  readonly foldedIds: Uint32Array;
  readonly printedIds: Uint32Array;
  /** Ids of the folded texts, each followed by that of `textEnd`. */
  readonly text: Uint16Array;
  readonly endId: number;
  /** Where each story begins in `text`; one more at the end. */
  readonly starts: Uint32Array;
  /** Where the head of each story ends, from its beginning. */
  readonly headEnds: Uint32Array;
  /** Printed characters of the stories: id, story and count, story by story. */
  readonly glyphs: Uint16Array;
  readonly glyphDocuments: Uint32Array;
  /** Twice the count, odd where one stands in the head. */
  readonly glyphCounts: Uint32Array;
  /** Pairs that only punctuation separates; twice the story, odd in the head. */
  readonly apartFirst: Uint16Array;
  readonly apartSecond: Uint16Array;
  readonly apartDocuments: Uint32Array;
  readonly table: DocumentTable;
}

/** Collects stories for one segment of the index. */
export class SegmentBuilder {
  private readonly foldedIds = new CharacterIds();
  private readonly printedIds = new CharacterIds();
  private readonly endId: number;
  private readonly text = new GrowingArray(shorts, 1 << 16);
  private readonly starts = new GrowingArray(words, 1 << 10);
  private readonly headEnds = new GrowingArray(words, 1 << 10);
  private readonly glyphs = new GrowingArray(shorts, 1 << 14);
  private readonly glyphDocuments = new GrowingArray(words, 1 << 14);
  private readonly glyphCounts = new GrowingArray(words, 1 << 14);
  private readonly apartFirst = new GrowingArray(shorts, 1 << 12);
  private readonly apartSecond = new GrowingArray(shorts, 1 << 12);
  private readonly apartDocuments = new GrowingArray(words, 1 << 12);
  private readonly keys: number[] = [];
  private readonly lengths: number[] = [];
  private readonly scripts: number[] = [];
  private readonly fields = new ByteWriter(1 << 12);
  private readonly fieldStarts: number[] = [0];
  /** Counts of the story at hand by id of the printed character. */
  private readonly counts = new Uint32Array(0x10000);
  private readonly touched = new GrowingArray(shorts, 1 << 10);
  private readonly variants: VariantForms;
  /** By id: 0 not looked at, else one more than the bits of `documentScripts`. */
  private readonly glyphScripts = new GrowingArray(bytes, 0x10000);

  constructor(variants: VariantForms) {
    this.variants = variants;
    this.endId = this.foldedIds.idOf(textEnd);
  }

  get isEmpty(): boolean {
    return this.keys.length === 0;
  }

  /** True when the next story should go to another segment. */
  isFullFor({ printed }: SearchableText): boolean {
    return (
      this.keys.length > 0 &&
      (this.text.length + printed.length > fullLength ||
        !hasRoom(this.foldedIds, printed.length) ||
        !hasRoom(this.printedIds, printed.length))
    );
  }

  /** `key` names the story to whoever asks; any number. */
  add(key: number, text: SearchableText): void {
    const document = this.keys.push(key) - 1;
    const headEnd = this.headEndOf(text);
    this.starts.push(this.text.length);
    this.headEnds.push(headEnd);
    this.lengths.push(text.printed.length);
    writeFields(this.fields, text);
    this.fieldStarts.push(this.fields.length);
    this.addFolded(text.folded);
    this.addApart(text, document, headEnd);
    this.addPrinted(text.printed, document, headEnd);
  }

  collected(): CollectedSegment {
    this.starts.push(this.text.length);
    return {
      foldedIds: Uint32Array.from(this.foldedIds.codePoints),
      printedIds: Uint32Array.from(this.printedIds.codePoints),
      endId: this.endId,
      text: this.text.values.subarray(0, this.text.length),
      starts: this.starts.values.subarray(0, this.starts.length),
      headEnds: this.headEnds.values.subarray(0, this.headEnds.length),
      glyphs: this.glyphs.values.subarray(0, this.glyphs.length),
      glyphDocuments: this.glyphDocuments.values.subarray(0, this.glyphDocuments.length),
      glyphCounts: this.glyphCounts.values.subarray(0, this.glyphCounts.length),
      apartFirst: this.apartFirst.values.subarray(0, this.apartFirst.length),
      apartSecond: this.apartSecond.values.subarray(0, this.apartSecond.length),
      apartDocuments: this.apartDocuments.values.subarray(0, this.apartDocuments.length),
      table: {
        keys: Float64Array.from(this.keys),
        lengths: Uint32Array.from(this.lengths),
        scripts: Uint8Array.from(this.scripts),
        fieldStarts: Uint32Array.from(this.fieldStarts),
        fieldBytes: this.fields.view().slice(),
      },
    };
  }

  private headEndOf({ printed, segmentStarts, segmentFields }: SearchableText): number {
    const after = segmentFields.findIndex((field) => (headFields & (1 << field)) === 0);
    return after < 0 ? printed.length : (segmentStarts[after] ?? 0);
  }

  private addFolded(folded: Uint32Array): void {
    const { text, foldedIds } = this;
    text.reserve(text.length + folded.length + 1);
    const { values } = text;
    let at = text.length;
    for (const codePoint of folded) values[at++] = foldedIds.idOf(codePoint);
    values[at++] = this.endId;
    text.length = at;
  }

  private addApart({ folded, segmentStarts }: SearchableText, document: number, headEnd: number) {
    const { foldedIds } = this;
    for (let index = 0; index < segmentStarts.length; index++) {
      const end = segmentStarts[index + 1] ?? folded.length;
      let before = -1;
      let isApart = false;
      for (let at = segmentStarts[index] ?? 0; at < end; at++) {
        const codePoint = folded[at] ?? 0;
        if (isIgnorable(codePoint)) {
          isApart = before >= 0;
        } else {
          if (isApart) {
            this.apartFirst.push(foldedIds.idOf(folded[before] ?? 0));
            this.apartSecond.push(foldedIds.idOf(codePoint));
            this.apartDocuments.push(document * 2 + (before < headEnd ? 1 : 0));
            isApart = false;
          }
          before = at;
        }
      }
    }
  }

  private addPrinted(printed: Uint32Array, document: number, headEnd: number): void {
    const { counts, touched, printedIds } = this;
    touched.clear();
    for (let at = 0; at < printed.length; at++) {
      const id = printedIds.idOf(printed[at] ?? 0);
      const count = counts[id] ?? 0;
      if (count === 0) {
        touched.push(id);
        counts[id] = at < headEnd ? 3 : 2;
      } else {
        counts[id] = count + 2;
      }
    }
    let script = 0;
    for (let at = 0; at < touched.length; at++) {
      const id = touched.values[at] ?? 0;
      this.glyphs.push(id);
      this.glyphDocuments.push(document);
      this.glyphCounts.push(counts[id] ?? 0);
      counts[id] = 0;
      script |= this.scriptOf(id);
    }
    this.scripts.push(script);
  }

  private scriptOf(id: number): number {
    const known = this.glyphScripts.values[id] ?? 0;
    if (known > 0) return known - 1;
    const codePoint = this.printedIds.codePoints[id] ?? 0;
    const script = scriptOfGlyph(codePoint, this.variants);
    this.glyphScripts.values[id] = script + 1;
    return script;
  }
}

/**
 * Which script a printed character tells of; the simplified form stands for its class. Forms that
 * are no ideographs of their own, such as the radical U+2F1D of 口 or wide letters, tell of none.
 */
export function scriptOfGlyph(codePoint: number, variants: VariantForms): number {
  if (!isIdeograph(codePoint) || !variants.hasOthers(codePoint)) return documentScripts.neither;
  const forms = variants.formsOf(codePoint);
  if (forms[0] !== codePoint) return documentScripts.hant;
  const hasOther = forms.some((form) => form !== codePoint && isIdeograph(form));
  return hasOther ? documentScripts.hans : documentScripts.neither;
}

function isIdeograph(codePoint: number): boolean {
  return (
    (codePoint >= 0x3400 && codePoint < 0x4dc0) ||
    (codePoint >= 0x4e00 && codePoint < 0xa000) ||
    (codePoint >= 0x20000 && codePoint < 0x2f800) ||
    codePoint >= 0x30000
  );
}
