import { readFile } from 'node:fs/promises';
import { BytesInMemory } from '../../../../archive/search/format/byte-storage.ts';
import { IndexReader } from '../../../../archive/search/format/index-reader.ts';
import { mergeIndexes } from '../../../../archive/search/index/merge-indexes.ts';
import { SegmentBuilder } from '../../../../archive/search/index/segment-builder.ts';
import { writeSegment } from '../../../../archive/search/index/write-segment.ts';
import { evaluate } from '../../../../archive/search/query/evaluate.ts';
import { matchText, type Hit } from '../../../../archive/search/query/match-text.ts';
import type { Query, StoryCondition } from '../../../../archive/search/query/query.ts';
import { WordLookup } from '../../../../archive/search/query/word-lookup.ts';
import { searchFields, type SearchField } from '../../../../archive/search/text/search-fields.ts';
import {
  textOfSegments,
  type SearchableText,
} from '../../../../archive/search/text/searchable-text.ts';
import { VariantForms } from '../../../../archive/search/text/variants.ts';
import { openFoldTable } from '../../../../archive/text/fold/fold-table.ts';
import { packFold } from '../../../../scripts/pack-fold.mjs';

const packed = new Uint8Array(await readFile(await packFold()));
export const { foldCodePoint } = openFoldTable(packed.slice().buffer);
export const variants = new VariantForms(foldCodePoint);

export type Segments = readonly (readonly [SearchField, string])[];

export function textOf(segments: Segments): SearchableText {
  return textOfSegments(
    segments
      .filter(([, text]) => text !== '')
      .map(([field, text]) => [searchFields.indexOf(field), text]),
    foldCodePoint,
  );
}

/** The index of some stories, as a file in memory; a story's key is its number. */
export async function indexFile(
  texts: readonly SearchableText[],
  first = 0,
): Promise<BytesInMemory> {
  const builder = new SegmentBuilder(variants);
  texts.forEach((text, index) => {
    builder.add(first + index, text);
  });
  const file = new BytesInMemory();
  await writeSegment(builder.collected(), file);
  return file;
}

/** The stories in several segments, merged where there is more than one. */
export async function openIndex(
  texts: readonly SearchableText[],
  segments = 1,
): Promise<IndexReader> {
  const size = Math.max(1, Math.ceil(texts.length / segments));
  const parts: IndexReader[] = [];
  for (let at = 0; at < texts.length; at += size) {
    parts.push(await IndexReader.open(await indexFile(texts.slice(at, at + size), at)));
  }
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const merged = new BytesInMemory();
  await mergeIndexes(parts, merged, () => Promise.resolve());
  return IndexReader.open(merged);
}

export interface Answer {
  /** Numbers of the stories, ascending. */
  readonly stories: readonly number[];
  /** How often the words stand in them. */
  readonly hits: number;
  /** How many stories had to be read to be sure. */
  readonly read: number;
}

export type Meets = (story: number, condition: StoryCondition) => boolean;
const meetsAll: Meets = () => true;

/** Asks an index as the application does, reading only the stories it is unsure of. */
export async function ask(
  index: IndexReader,
  texts: readonly SearchableText[],
  query: Query,
  meets: Meets = meetsAll,
): Promise<Answer> {
  const { set, words } = await evaluate(query, {
    lookup: new WordLookup(index, variants),
    documents: index.documents,
    storiesThatMeet: (condition) =>
      Promise.resolve(Uint32Array.from(texts.keys()).filter((story) => meets(story, condition))),
    pause: () => Promise.resolve(),
  });
  const stories: number[] = [];
  let hits = 0;
  let read = 0;
  set.documents.forEach((story, at) => {
    if (set.unsure?.[at] === 1) {
      read += 1;
      const found = scan([texts[story]], query, (_, condition) => meets(story, condition))[0];
      if (!found) return;
      hits += found.hits.length;
    } else {
      for (const { documents, counts } of words) {
        const place = documents.indexOf(story);
        if (place >= 0) hits += counts[place] ?? 0;
      }
    }
    stories.push(story);
  });
  return { stories, hits, read };
}

/** Reads every story from its beginning to its end. */
export function scan(
  texts: readonly (SearchableText | undefined)[],
  query: Query,
  meets: Meets = meetsAll,
): readonly { readonly story: number; readonly hits: readonly Hit[] }[] {
  return texts.flatMap((text, story) => {
    if (!text) return [];
    const hits = matchText(query, text, (condition) => meets(story, condition));
    return hits === null ? [] : [{ story, hits }];
  });
}
