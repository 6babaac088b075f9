import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Issue } from '../../archive/model/issue.ts';
import type { CoverageDay } from './archives.ts';
import { CannotResumeError, type UnfinishedLoad, type WrittenIndex } from './checkpoint.ts';
import { GenerationWriter } from './generation-writer.ts';
import { beginGeneration } from './generations.ts';
import { readLines } from './read-lines.ts';
import type { SkippedStories } from './restore-writing.ts';
import type { SearchIndexWriting } from './search-index-writing.ts';

export interface WrittenGeneration {
  readonly generation: number;
  readonly description: ArchiveDescription;
  readonly coverage: readonly CoverageDay[];
}

const articleStart = '{"article":';

/** A line of the load stream: its first member says what it holds. */
type StreamLine =
  | { readonly archive: ArchiveDescription }
  | { readonly issue: Issue }
  | { readonly skipped: SkippedStories }
  | { readonly article: Article };

export interface WriteOptions {
  /** Begins the search index; one is made only where it gives one. */
  readonly beginIndex?: (
    generation: number,
    written: WrittenIndex | null,
  ) => SearchIndexWriting | null;
  /** Names the bag, so that the load can go on after a break. */
  readonly bagId?: string;
  /** The load that is to go on: the stream leaves out the stories that it has stored. */
  readonly unfinished?: UnfinishedLoad | null;
}

async function beginWriting(
  description: ArchiveDescription,
  { beginIndex, bagId, unfinished }: WriteOptions,
): Promise<GenerationWriter> {
  if (unfinished) {
    const { generation, checkpoint } = unfinished;
    if (JSON.stringify(unfinished.description) !== JSON.stringify(description)) {
      throw new CannotResumeError('The bag is another one');
    }
    const search = beginIndex?.(generation, checkpoint.index) ?? null;
    return new GenerationWriter(generation, description, search);
  }
  const bag = bagId === undefined ? undefined : { bagId, description };
  const generation = await beginGeneration(description.id, bag);
  return new GenerationWriter(generation, description, beginIndex?.(generation, null) ?? null);
}

/**
 * Writes a load stream under a generation of its own, which stays `loading`. Rejects when the stream
 * breaks off or the tables take no more, and with `CannotResumeError` where what was stored does not
 * belong to the stream; nothing is being written any longer then.
 */
export async function writeGeneration(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: WriteOptions = {},
): Promise<WrittenGeneration> {
  const decoder = new TextDecoder();
  let writer: GenerationWriter | undefined;
  let waiting = options.unfinished ?? null;
  try {
    for await (const bytes of readLines(stream)) {
      const record = JSON.parse(decoder.decode(bytes)) as StreamLine;
      if ('archive' in record) {
        writer = await beginWriting(record.archive, options);
      } else if (!writer) {
        throw new Error('The load stream does not begin with the archive');
      } else if ('issue' in record) {
        writer.addIssue(record.issue);
      } else if ('skipped' in record) {
        if (waiting === null) throw new Error('The load stream skips what is not stored');
        await writer.restore(waiting, record.skipped);
        waiting = null;
      } else {
        if (waiting !== null) throw new CannotResumeError('The load stream skips nothing');
        const line = bytes.subarray(articleStart.length, -1);
        await writer.addArticle(record.article, line);
      }
    }
    if (!writer) throw new Error('The load stream is empty');
    if (waiting !== null) throw new CannotResumeError('More is stored than the bag has');
    const coverage = await writer.finish();
    return { generation: writer.generation, description: writer.description, coverage };
  } catch (error) {
    await writer?.settle();
    throw error;
  }
}
