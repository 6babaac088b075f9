import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ArchiveDescription } from '../model/archive-description.ts';
import type { Article } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import { formatName, formatVersion } from './format-version.ts';
import { NdjsonFile } from './ndjson-file.ts';
import { articlesPath, descriptionPath, issuesPath } from './payload-paths.ts';
import { checkArticle } from './records/check-article.ts';
import { maxLineBytes } from './records/line-splitter.ts';
import { parseLine } from './records/parse-line.ts';
import { isArchiveDescription, isIssue, schemaProblem } from './records/schemas.ts';
import { bagMembers, sha512 } from './bag-members.ts';
import type { PayloadFile } from './bag-members.ts';
import { measureZip, writeZip } from './zip/zip-writing.ts';

/** A media file on disk and its path in the bag below `data/`, e.g. `media/2019-05-18/ferry.jpg`. */
export interface BagMedia {
  readonly path: string;
  readonly file: string;
}

/** What a bag is made from. Issues and articles may come as streams; their order is kept. */
export interface BagContents {
  readonly description: Omit<
    ArchiveDescription,
    'format' | 'formatVersion' | 'minReaderVersion' | 'counts'
  >;
  readonly issues: Iterable<Issue> | AsyncIterable<Issue>;
  readonly articles: Iterable<Article> | AsyncIterable<Article>;
  readonly media: readonly BagMedia[];
}

export interface WriteBagOptions {
  /** Called now and then with the number of articles taken so far. */
  readonly progress?: (articles: number) => void;
  readonly signal?: AbortSignal;
}

export interface WrittenBag {
  readonly fileBytes: number;
  readonly counts: ArchiveDescription['counts'];
}

const maxArticleFileBytes = 256 * 1024 * 1024;

/** A record as its line. Throws for a record that the reader would not take as it is. */
function recordLine(record: Issue | Article, kind: 'issue' | 'article'): Buffer {
  const bytes = Buffer.from(JSON.stringify(record), 'utf8');
  if (bytes.length > maxLineBytes) throw new Error(`${kind} ${record.id} is longer than 8 MiB`);
  const line = parseLine({ bytes, number: 1 }, kind);
  if ('fault' in line) throw new Error(`${kind} ${record.id}: ${JSON.stringify(line.fault)}`);
  if (kind === 'issue') {
    if (!isIssue(line.parsed.value)) {
      const fault = schemaProblem(isIssue.errors, line.parsed.value, kind);
      throw new Error(`issue ${record.id}: ${JSON.stringify(fault)}`);
    }
    return bytes;
  }
  const checked = checkArticle(line.parsed, kind, 1, false);
  const fault =
    'fault' in checked
      ? checked.fault
      : checked.accepted.remarks.find(({ severity }) => severity === 'refuse');
  if (fault) throw new Error(`article ${record.id}: ${JSON.stringify(fault)}`);
  return bytes;
}

class PayloadWriting {
  readonly files: PayloadFile[] = [];
  counts = { issues: 0, pages: 0, articles: 0, media: 0, bytes: 0, maxLineBytes: 0 };
  readonly #folder: string;
  #open: NdjsonFile | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async #keep(path: string, ndjson: NdjsonFile): Promise<void> {
    const digest = await ndjson.finish();
    this.#open = null;
    const { file, bytes } = ndjson;
    this.files.push({ path, digest, content: { file, bytes }, bytes });
    this.counts.bytes += bytes;
    this.counts.maxLineBytes = Math.max(this.counts.maxLineBytes, ndjson.longestLine);
  }

  async #create(path: string): Promise<NdjsonFile> {
    this.#open = await NdjsonFile.create(join(this.#folder, basename(path)));
    return this.#open;
  }

  /** Closes what a failure left open. */
  async discard(): Promise<void> {
    await this.#open?.discard();
  }

  async issues(issues: BagContents['issues']): Promise<void> {
    const ndjson = await this.#create(issuesPath);
    for await (const issue of issues) {
      await ndjson.append(recordLine(issue, 'issue'));
      this.counts.pages += issue.pages.length;
    }
    this.counts.issues = ndjson.lines;
    await this.#keep(issuesPath, ndjson);
  }

  async articles(articles: BagContents['articles'], options: WriteBagOptions): Promise<void> {
    let number = 1;
    let ndjson = await this.#create(articlesPath(number));
    let written = 0;
    for await (const article of articles) {
      options.signal?.throwIfAborted();
      const line = recordLine(article, 'article');
      if (written + line.length + 1 > maxArticleFileBytes) {
        await this.#keep(articlesPath(number), ndjson);
        number += 1;
        written = 0;
        ndjson = await this.#create(articlesPath(number));
      }
      await ndjson.append(line);
      written += line.length + 1;
      this.counts.articles += 1;
      if (this.counts.articles % 1000 === 0) options.progress?.(this.counts.articles);
    }
    await this.#keep(articlesPath(number), ndjson);
  }

  async media(media: readonly BagMedia[], signal?: AbortSignal): Promise<void> {
    for (const { path, file } of media.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      signal?.throwIfAborted();
      const hash = createHash('sha512');
      for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
      const { size: bytes } = await stat(file);
      const content = { file, bytes };
      this.files.push({ path: `data/${path}`, digest: hash.digest('hex'), content, bytes });
      this.counts.media += 1;
      this.counts.bytes += bytes;
    }
  }

  describe(description: BagContents['description']): void {
    const whole: ArchiveDescription = {
      format: formatName,
      formatVersion,
      minReaderVersion: formatVersion,
      ...description,
      counts: this.counts,
    };
    const value: unknown = JSON.parse(JSON.stringify(whole));
    if (!isArchiveDescription(value)) {
      const fault = schemaProblem(isArchiveDescription.errors, value, descriptionPath);
      throw new Error(`archive.json: ${JSON.stringify(fault)}`);
    }
    const content = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`, 'utf8');
    const bytes = content.length;
    this.files.unshift({ path: descriptionPath, digest: sha512(content), content, bytes });
  }
}

/**
 * Writes a bag. The file appears under its name only when it is complete and on disk; an earlier one
 * is replaced. The same contents give the same bytes. Throws for contents that the format forbids.
 */
export async function writeBag(
  file: string,
  contents: BagContents,
  options: WriteBagOptions = {},
): Promise<WrittenBag> {
  const folder = await mkdtemp(join(dirname(file), `.${basename(file)}-`));
  const writing = new PayloadWriting(folder);
  try {
    await writing.issues(contents.issues);
    await writing.articles(contents.articles, options);
    await writing.media(contents.media, options.signal);
    writing.describe(contents.description);
    // The length stands near the front, so that a cut file can say how much of it is missing. It
    // has a fixed width and is stored as it is: the first round finds it, the second writes it.
    const fileBytes = await measureZip(bagMembers(contents.description, writing.files, 0));
    options.signal?.throwIfAborted();
    const part = join(folder, 'bag.part');
    await writeZip(part, bagMembers(contents.description, writing.files, fileBytes));
    const { size } = await stat(part);
    if (size !== fileBytes) throw new Error(`${file} would announce a wrong length`);
    await rename(part, file);
    return { fileBytes, counts: writing.counts };
  } finally {
    await writing.discard();
    await rm(folder, { recursive: true, force: true });
  }
}
