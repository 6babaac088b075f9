import { DamagedIndexError } from '../../archive/search/format/index-layout.ts';
import { IndexReader } from '../../archive/search/format/index-reader.ts';
import type { StoryCondition } from '../../archive/search/query/query.ts';
import { WordLookup } from '../../archive/search/query/word-lookup.ts';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { ArchiveRecord } from './archives.ts';
import { articleRows } from './article-rows.ts';
import { completeContents } from './complete-contents.ts';
import type { ContentsRecord } from './contents.ts';
import { facetName } from './contents-builder.ts';
import { database } from './database.ts';
import type { Folding } from './fold-characters.ts';
import { ordinalOf } from './row-key.ts';
import { findSearchIndex } from './search-indexes.ts';
import type { IndexFileToRead } from './search-files.ts';
import { storageOf } from './search-storage.ts';

/** One index file of an archive that is open. */
export interface OpenPart {
  readonly index: IndexReader;
  readonly lookup: WordLookup;
}

/** An archive that is being searched, with whatever of it was needed so far. */
export class SearchArchive {
  readonly record: ArchiveRecord;
  /** Null where there is no sound index. */
  readonly parts: readonly OpenPart[] | null;
  readonly removed: ReadonlySet<number>;
  private readonly folding: Folding;
  private readonly files: readonly IndexFileToRead[];
  private contentsRecord: Promise<ContentsRecord> | undefined;
  private storyFinder: Promise<(key: number) => number | undefined> | undefined;

  private constructor(
    record: ArchiveRecord,
    folding: Folding,
    files: readonly IndexFileToRead[],
    parts: readonly OpenPart[] | null,
    removed: readonly number[],
  ) {
    this.record = record;
    this.folding = folding;
    this.files = files;
    this.parts = parts;
    this.removed = new Set(removed);
  }

  static async open(record: ArchiveRecord, folding: Folding): Promise<SearchArchive> {
    const found = await findSearchIndex(record.generation);
    if (!found) return new SearchArchive(record, folding, [], null, []);
    const storage = await storageOf(found.storage);
    const files: IndexFileToRead[] = [];
    try {
      const parts: OpenPart[] = [];
      for (const name of found.files) {
        const file = await storage.open(name);
        if (!file) throw new DamagedIndexError('A file of the index is missing');
        files.push(file);
        const index = await IndexReader.open(file);
        parts.push({ index, lookup: new WordLookup(index, folding.variants) });
      }
      return new SearchArchive(record, folding, files, parts, found.removed);
    } catch (error) {
      for (const file of files) file.close();
      if (!(error instanceof DamagedIndexError)) throw error;
      return new SearchArchive(record, folding, [], null, []);
    }
  }

  /** For questions about single stories: no index is read. */
  static unindexed(record: ArchiveRecord, folding: Folding): SearchArchive {
    return new SearchArchive(record, folding, [], null, []);
  }

  /** The same archive without its index, which is not sound. */
  withoutIndex(): SearchArchive {
    this.close();
    return new SearchArchive(this.record, this.folding, [], null, []);
  }

  close(): void {
    for (const file of this.files) file.close();
  }

  dateOf(key: number): string {
    return this.record.coverage[ordinalOf(key)]?.date ?? '';
  }

  contents(): Promise<ContentsRecord> {
    this.contentsRecord ??= completeContents(this.record, () => undefined);
    return this.contentsRecord;
  }

  /** Finds a row's place in the contents: they are by issue, and an issue is short. */
  storyNumbers(): Promise<(key: number) => number | undefined> {
    this.storyFinder ??= this.contents().then(({ keys }) => {
      const firsts = new Uint32Array(this.record.coverage.length + 1).fill(keys.length);
      for (let story = keys.length - 1; story >= 0; story--) {
        firsts[ordinalOf(keys[story] ?? 0)] = story;
      }
      return (key) => {
        const ordinal = ordinalOf(key);
        for (let story = firsts[ordinal] ?? keys.length; story < keys.length; story++) {
          const other = keys[story] ?? 0;
          if (other === key) return story;
          if (ordinalOf(other) !== ordinal) break;
        }
        return undefined;
      };
    });
    return this.storyFinder;
  }

  /** Whether the row of a key meets a condition. */
  async conditionTest(condition: StoryCondition): Promise<(key: number) => boolean> {
    switch (condition.by) {
      case 'archive': {
        const { publication } = this.record.description;
        const names = [this.record.description['dcterms:title'], ...publication.names];
        const isMet = names.some((name) => this.hasName(name, condition.name));
        return () => isMet;
      }
      case 'date': {
        const { from, to } = condition;
        return (key) => isWithin(this.dateOf(key), from, to);
      }
      case 'notes': {
        const keys = await this.keysWithNotes();
        return (key) => keys.has(key);
      }
      case 'page':
        return this.columnTest('pageNames', condition.name);
      case 'section':
        return this.columnTest('sections', condition.name);
      case 'author':
        return this.columnTest('authors', condition.name);
    }
  }

  private async columnTest(
    facet: 'pageNames' | 'sections' | 'authors',
    wanted: string,
  ): Promise<(key: number) => boolean> {
    const { columns } = await this.contents();
    const numberOf = await this.storyNumbers();
    const { names, values, starts } = columns[facet];
    const flags = names.map((name) => this.hasName(name, wanted));
    return (key) => {
      const story = numberOf(key);
      if (story === undefined) return false;
      const end = starts ? (starts[story + 1] ?? 0) : story + 1;
      for (let at = starts ? (starts[story] ?? 0) : story; at < end; at++) {
        if (flags[values[at] ?? 0] === true) return true;
      }
      return false;
    };
  }

  /** Names are compared in any script, and parts of them will do. */
  private hasName(name: string, wanted: string): boolean {
    return this.fold(facetName(name)).includes(this.fold(facetName(wanted)));
  }

  private fold(text: string): string {
    return Array.from(text, (character) =>
      String.fromCodePoint(this.folding.foldCodePoint(character.codePointAt(0) ?? 0)),
    ).join('');
  }

  private async keysWithNotes(): Promise<ReadonlySet<number>> {
    const ids = new Set<string>();
    const annotations = database.table<Annotation, string>('annotations');
    await annotations
      .where('target.archiveId')
      .equals(this.record.id)
      .each(({ target, trashed }) => {
        if (trashed === undefined && 'articleId' in target) ids.add(target.articleId);
      });
    const rows = await articleRows
      .where('id')
      .anyOf([...ids])
      .toArray();
    return new Set(rows.map(({ key }) => key));
  }
}

/** Whether an EDTF date lies within two days; a month or a year counts from its first day. */
export function isWithin(date: string, from: string | null, to: string | null): boolean {
  return date !== '' && (from === null || date >= from) && (to === null || date <= `${to}\uffff`);
}
