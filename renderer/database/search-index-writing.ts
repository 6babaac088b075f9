import { indexVersion } from '../../archive/search/format/index-layout.ts';
import { SegmentBuilder } from '../../archive/search/index/segment-builder.ts';
import { writeSegment } from '../../archive/search/index/write-segment.ts';
import { searchableText, type IndexedArticle } from '../../archive/search/text/searchable-text.ts';
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
  readonly files: string[] = [];
  private readonly generation: number;
  private readonly storage: SearchStorage;
  private readonly folding: Folding;
  private readonly removed: number[] = [];
  private builder: SegmentBuilder;
  private bytes = 0;
  private failure: Error | null = null;

  constructor(generation: number, storage: SearchStorage, folding: Folding) {
    this.generation = generation;
    this.storage = storage;
    this.folding = folding;
    this.builder = new SegmentBuilder(folding.variants);
  }

  /** A promise where a full segment has to be written first. */
  add(key: number, article: IndexedArticle): Promise<void> | undefined {
    if (this.failure !== null) return undefined;
    const text = searchableText(article, this.folding.foldCodePoint);
    if (!this.builder.isFullFor(text)) {
      this.builder.add(key, text);
      return undefined;
    }
    return this.writeSegment().then(() => {
      this.builder.add(key, text);
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
    this.files.push(name);
    try {
      const file = await this.storage.create(name);
      try {
        await writeSegment(builder.collected(), file);
      } finally {
        await file.close();
      }
      this.bytes += file.written;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }
}
