import { indexVersion } from '../../archive/search/format/index-layout.ts';
import { SegmentBuilder } from '../../archive/search/index/segment-builder.ts';
import { writeSegment } from '../../archive/search/index/write-segment.ts';
import { searchableText, type IndexedArticle } from '../../archive/search/text/searchable-text.ts';
import type { WrittenIndex } from './checkpoint.ts';
import type { Folding } from './fold-characters.ts';
import { searchIndexes } from './search-indexes.ts';
import type { SearchStorage } from './search-files.ts';

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
  private readonly storage: SearchStorage;
  private readonly folding: Folding;
  private readonly removed: number[] = [];
  private builder: SegmentBuilder;
  private bytes: number;
  /** Stories that were added, and those of them that stand in files. */
  private stories: number;
  private storiesInFiles: number;
  private failure: Error | null = null;

  /** Goes on after `written`, where some of the index is there already. */
  constructor(
    generation: number,
    storage: SearchStorage,
    folding: Folding,
    written: WrittenIndex | null = null,
  ) {
    this.generation = generation;
    this.storage = storage;
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
    return { storage: storage.kind, files: [...files], bytes, stories: storiesInFiles };
  }

  /** A story of the stream that is in no file and never will be. */
  passOver(): void {
    this.stories++;
  }

  /** A promise where a full segment has to be written first. */
  add(key: number, article: IndexedArticle): Promise<void> | undefined {
    if (this.failure !== null) return undefined;
    const text = searchableText(article, this.folding.foldCodePoint);
    if (!this.builder.isFullFor(text)) {
      this.builder.add(key, text);
      this.stories++;
      return undefined;
    }
    return this.writeSegment().then(() => {
      this.builder.add(key, text);
      this.stories++;
    });
  }

  /** Leaves out a story that a newer version replaces. */
  remove(key: number): void {
    this.removed.push(key);
  }

  /** Resolves to what went wrong, or null once the index is there to be asked. */
  async finish(): Promise<Error | null> {
    if (!this.builder.isEmpty || this.files.length === 0) await this.writeSegment();
    if (this.failure !== null) return this.failure;
    await searchIndexes.put({
      generation: this.generation,
      version: indexVersion,
      storage: this.storage.kind,
      files: this.files,
      removed: this.removed,
      bytes: this.bytes,
    });
    return null;
  }

  private async writeSegment(): Promise<void> {
    const { builder } = this;
    this.builder = new SegmentBuilder(this.folding.variants);
    if (this.failure !== null) return;
    const name = indexFileName(this.generation);
    try {
      const file = await this.storage.create(name);
      try {
        await writeSegment(builder.collected(), file);
      } finally {
        await file.close();
      }
      this.files.push(name);
      this.bytes += file.written;
      this.storiesInFiles = this.stories;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }
}
