import { indexVersion } from '../../archive/search/format/index-layout.ts';
import { SegmentBuilder } from '../../archive/search/index/segment-builder.ts';
import {
  SearchableScratch,
  searchableText,
  type IndexedArticle,
} from '../../archive/search/text/searchable-text.ts';
import type { WrittenIndex } from './checkpoint.ts';
import type { Folding } from './fold-characters.ts';
import { searchIndexes } from './search-indexes.ts';
import type { SearchStorage } from './search-files.ts';
import { writesHere, type SegmentWriter } from './segment-writing.ts';

/** A name that no other file has, for an index of a generation. */
export function indexFileName(generation: number): string {
  return `g${generation}-${crypto.randomUUID()}`;
}

/**
 * The index of a generation while it is written. It is derived data, so a failure never stops the
 * load: the generation then has no index until it is made again.
 */
export class SearchIndexWriting {
  private readonly files: string[];
  private readonly generation: number;
  private readonly storage: SearchStorage['kind'];
  private readonly segments: SegmentWriter;
  private readonly folding: Folding;
  private readonly removed: number[] = [];
  private builder: SegmentBuilder;
  private bytes: number;
  /** Stories that were added, and those of them that stand in files. */
  private stories: number;
  private storiesInFiles: number;
  /** The text at hand; whoever waits for a segment makes it again. */
  private readonly scratch = new SearchableScratch();
  private failure: Error | null = null;
  private isClosed = false;
  /** The segment that is being written; stories may be added to the next one meanwhile. */
  private writing: Promise<void> = Promise.resolve();

  /** Goes on after `written`, where some of the index is there already. */
  constructor(
    generation: number,
    storage: SearchStorage,
    folding: Folding,
    written: WrittenIndex | null = null,
    segments: SegmentWriter = writesHere(storage),
  ) {
    this.generation = generation;
    this.storage = storage.kind;
    this.segments = segments;
    this.folding = folding;
    this.files = [...(written?.files ?? [])];
    this.bytes = written?.bytes ?? 0;
    this.stories = written?.stories ?? 0;
    this.storiesInFiles = this.stories;
    this.builder = new SegmentBuilder(folding.variants);
  }

  /** What is written of it and will stay; null where it failed. */
  get written(): WrittenIndex | null {
    if (this.failure !== null) return null;
    const { files, bytes, storiesInFiles, storage } = this;
    return { storage, files: [...files], bytes, stories: storiesInFiles };
  }

  /** A story of the stream that is in no file and never will be. */
  passOver(): void {
    this.stories++;
  }

  /** A promise where the segment before the last has to be written first. */
  add(key: number, article: IndexedArticle): Promise<void> | undefined {
    if (this.failure !== null) return undefined;
    const text = searchableText(article, this.folding.foldCodePoint, this.scratch);
    if (!this.builder.isFullFor(text)) {
      this.builder.add(key, text);
      this.stories++;
      return undefined;
    }
    return this.beginSegment().then(() => {
      this.builder.add(key, text);
      this.stories++;
    });
  }

  /** Leaves out a story that a newer version replaces. */
  remove(key: number): void {
    this.removed.push(key);
  }

  /** No further story comes: begins to write what is left. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    if (!this.builder.isEmpty || this.stories === 0) await this.beginSegment();
  }

  /** Resolves to what went wrong, or null once the index is there to be asked. */
  async finish(): Promise<Error | null> {
    await this.close();
    await this.writing;
    this.segments.end();
    if (this.failure !== null) return this.failure;
    await searchIndexes.put({
      generation: this.generation,
      version: indexVersion,
      storage: this.storage,
      files: this.files,
      removed: this.removed,
      bytes: this.bytes,
    });
    return null;
  }

  /** Resolves once the segment before is written; this one is written while reading goes on. */
  private async beginSegment(): Promise<void> {
    const { builder, stories } = this;
    this.builder = new SegmentBuilder(this.folding.variants);
    await this.writing;
    if (this.failure !== null) return;
    this.writing = this.writeSegment(builder, stories);
  }

  private async writeSegment(builder: SegmentBuilder, stories: number): Promise<void> {
    const name = indexFileName(this.generation);
    try {
      this.bytes += await this.segments.write(name, builder.collected());
      this.files.push(name);
      this.storiesInFiles = stories;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }
}
