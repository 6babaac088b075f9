import type { ArchiveDescription } from '../model/archive-description.ts';
import type { Article } from '../model/article.ts';
import type { BagProgress, BagProblem, BagReport } from '../model/bag-report.ts';
import type { Issue } from '../model/issue.ts';
import { FileFault } from './bag-files.ts';
import type { BagFiles } from './bag-files.ts';
import type { Manifest } from './bagit/manifest.ts';
import { DigestCheck } from './bagit/digest-check.ts';
import { isNewerMinor } from './format-version.ts';
import { examineMedia } from './media-file.ts';
import { articleFiles, descriptionPath, isMediaPath, issuesPath } from './payload-paths.ts';
import { ProblemList, problem } from './problem-list.ts';
import { checkArticle } from './records/check-article.ts';
import type { Line } from './records/line-splitter.ts';
import type { ParsedLine } from './records/parse-line.ts';
import { isIssue, schemaProblem } from './records/schemas.ts';
import { judgeRepetitions } from './records/repetitions.ts';
import { SeenRecords } from './records/seen-records.ts';
import { EncodingTally, readTextFile } from './text-file-reading.ts';

/** Who receives what a reading finds; a returned promise is waited for before the next record. */
export interface ReadHandlers {
  /** `line`: JSON of the record as handed on; the source's own line where nothing was changed. */
  issue?(issue: Issue, line: string): void | Promise<void>;
  /** A later article with the same id has a higher version and replaces the earlier one. */
  article?(article: Article, line: string): void | Promise<void>;
  progress?(progress: BagProgress): void;
}

interface KnownIssue {
  readonly date: string;
  readonly pages: ReadonlySet<string>;
}

/** One reading of a payload from beginning to end. */
export class PayloadReading {
  readonly #files: BagFiles;
  readonly #manifests: readonly Manifest[];
  readonly #description: ArchiveDescription;
  readonly #handlers: ReadHandlers;
  readonly #signal: AbortSignal | undefined;
  readonly #problems = new ProblemList();
  readonly #issues = new Map<string, KnownIssue>();
  readonly #seenIssues = new SeenRecords();
  readonly #seenArticles = new SeenRecords();
  readonly #continuations = new Map<string, BagProblem>();
  readonly #damagedMedia: string[] = [];
  readonly #isNewerMinor: boolean;
  readonly #totalBytes: number;
  readonly #totalTextBytes: number;
  #accepted = { issues: 0, articles: 0 };
  #pages = 0;
  #bytes = 0;
  #checkedFiles = 0;

  constructor(
    files: BagFiles,
    manifests: readonly Manifest[],
    description: ArchiveDescription,
    handlers: ReadHandlers,
    signal?: AbortSignal,
  ) {
    this.#files = files;
    this.#manifests = manifests;
    this.#description = description;
    this.#handlers = handlers;
    this.#signal = signal;
    this.#isNewerMinor = isNewerMinor(description.formatVersion);
    const payload = [...files.sizes].filter(([path]) => path.startsWith('data/'));
    const texts = new Set([issuesPath, ...articleFiles(payload.map(([path]) => path))]);
    const sumOf = (sizes: typeof payload): number => sizes.reduce((sum, [, each]) => sum + each, 0);
    this.#totalBytes = sumOf(payload);
    this.#totalTextBytes = sumOf(payload.filter(([path]) => texts.has(path)));
  }

  /** Reads everything; rejects with the signal's reason when aborted. */
  async run(
    earlier: readonly BagProblem[],
    checkedBefore: number,
    changed: () => Promise<BagProblem | null>,
  ): Promise<BagReport> {
    this.#problems.addAll(earlier);
    const { counts } = this.#description;
    const paths = [...this.#files.sizes.keys()].filter((path) => path.startsWith('data/')).sort();
    const texts = articleFiles(paths);
    const issues = new EncodingTally(counts.issues);
    await this.#text(issuesPath, issues, (line, parsed) => this.#issue(line, parsed));
    this.#addIf(issues.verdict(issuesPath));
    this.#problems.addAll(await judgeRepetitions(this.#files, this.#seenIssues.repetitions));
    const articles = new EncodingTally(counts.articles);
    for (const path of texts) {
      await this.#text(path, articles, (line, parsed) => this.#article(path, line, parsed));
    }
    this.#addIf(articles.verdict(texts[0] ?? ''));
    this.#problems.addAll(await judgeRepetitions(this.#files, this.#seenArticles.repetitions));
    for (const path of paths) {
      if (path !== issuesPath && !texts.includes(path)) await this.#other(path);
    }
    for (const [id, found] of this.#continuations) {
      if (!this.#seenArticles.has(id)) this.#problems.add(found);
    }
    this.#compareCounts(Math.max(issues.longestLine, articles.longestLine));
    this.#addIf(await changed());
    return {
      isValid: !this.#problems.isRefused,
      problems: this.#problems.listed,
      unlistedProblems: this.#problems.unlisted,
      accepted: this.#accepted,
      damagedMedia: this.#damagedMedia,
      checkedFiles: this.#checkedFiles + checkedBefore,
      bytes: this.#bytes,
    };
  }

  #addIf(found: BagProblem | null): void {
    if (found) this.#problems.add(found);
  }

  readonly #countBytes = (bytes: number): void => {
    this.#signal?.throwIfAborted();
    this.#bytes += bytes;
    this.#handlers.progress?.({
      bytes: this.#bytes,
      totalBytes: this.#totalBytes,
      totalTextBytes: this.#totalTextBytes,
      articles: this.#accepted.articles,
      totalArticles: this.#description.counts.articles,
    });
  };

  async #text(
    path: string,
    tally: EncodingTally,
    record: (line: Line, parsed: ParsedLine) => void | Promise<void>,
  ): Promise<void> {
    await readTextFile(this.#files, this.#manifests, path, tally, this.#problems, {
      record,
      chunk: this.#countBytes,
    });
    this.#checkedFiles += 1;
  }

  #issue({ number }: Line, { value, json, remarks, isChanged }: ParsedLine): void | Promise<void> {
    if (!isIssue(value)) {
      this.#problems.add(schemaProblem(isIssue.errors, value, issuesPath, number));
      return;
    }
    const place = { path: issuesPath, number };
    if (this.#seenIssues.register(value.id, 1, value, place).kind !== 'first') return;
    this.#problems.addAll(remarks);
    for (const { number: page, facsimile } of value.pages) {
      if (facsimile !== undefined) this.#expectMedia(facsimile, issuesPath, number, { page });
    }
    const pages = new Set(value.pages.map((page) => page.number));
    this.#issues.set(value.id, { date: value.date, pages });
    if (this.#problems.isRefused) return;
    this.#accepted.issues += 1;
    this.#pages += value.pages.length;
    return this.#handlers.issue?.(value, isChanged ? JSON.stringify(value) : json);
  }

  #article(path: string, { number }: Line, parsed: ParsedLine): void | Promise<void> {
    const checked = checkArticle(parsed, path, number, this.#isNewerMinor);
    if ('fault' in checked) {
      this.#problems.add(checked.fault);
      return;
    }
    const { article, json, remarks } = checked.accepted;
    const { id, version, issue, page } = article;
    const known = this.#issues.get(issue.id);
    if (!known) {
      this.#problems.add(problem('unknown-issue', path, { article: id, issue: issue.id }, number));
      return;
    }
    const place = { path, number };
    const standing = this.#seenArticles.register(id, version, parsed.value, place);
    if (standing.kind === 'repeated') {
      this.#addIf(standing.refusal);
      return;
    }
    if (standing.kind === 'newer') this.#problems.add(standing.remark);
    if (remarks.length > 0) this.#problems.addAll(remarks);
    if (known.date !== issue.date) {
      const details = { article: id, expected: known.date, found: issue.date };
      this.#problems.add(problem('issue-date-differs', path, details, number));
    }
    if (!known.pages.has(page.number)) {
      const details = { article: id, issue: issue.id, found: page.number };
      this.#problems.add(problem('page-not-listed', path, details, number));
    }
    this.#expectReferences(article, path, number);
    if (this.#problems.isRefused) return;
    if (standing.kind === 'first') this.#accepted.articles += 1;
    return this.#handlers.article?.(article, json);
  }

  #expectReferences(article: Article, path: string, line: number): void {
    for (const block of article.body) {
      if (block.type === 'figure') {
        this.#expectMedia(block.media, path, line, { article: article.id, block: block.id });
      }
    }
    for (const other of [article.continuesOn?.articleId, article.continuedFrom?.articleId]) {
      if (other === undefined || this.#continuations.has(other)) continue;
      const details = { article: article.id, other };
      this.#continuations.set(other, problem('continuation-missing', path, details, line));
    }
  }

  #expectMedia(media: string, path: string, line: number, details: BagProblem['details']): void {
    // A caption whose picture the source never had names none.
    if (media === '') return;
    if (this.#files.sizes.has(`data/${media}`) && isMediaPath(`data/${media}`)) return;
    this.#problems.add(problem('media-missing', path, { ...details, media }, line));
  }

  /** Media, archive.json once more, and files that the format does not name. */
  async #other(path: string): Promise<void> {
    this.#checkedFiles += path === descriptionPath ? 0 : 1;
    if (isMediaPath(path)) return this.#media(path);
    const check = new DigestCheck(this.#manifests, path);
    try {
      for await (const chunk of this.#files.chunks(path)) {
        check.update(chunk);
        this.#countBytes(chunk.length);
      }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      this.#problems.add(error.problem);
    }
    this.#addIf(check.mismatch());
  }

  async #media(path: string): Promise<void> {
    try {
      const finding = await examineMedia(this.#files, this.#manifests, path, this.#countBytes);
      this.#addIf(finding.problem);
      if (finding.isDamaged) this.#damagedMedia.push(path);
    } catch (error) {
      // The file ended where it had gone on before: that is no damage of the picture.
      if (!(error instanceof FileFault)) throw error;
      this.#problems.add(error.problem);
    }
  }

  #compareCounts(maxLineBytes: number): void {
    if (this.#problems.isRefused) return;
    const { counts } = this.#description;
    const media = [...this.#files.sizes.keys()].filter(isMediaPath).length;
    const found = { ...this.#accepted, pages: this.#pages, media, maxLineBytes };
    for (const count of ['issues', 'pages', 'articles', 'media', 'maxLineBytes'] as const) {
      if (counts[count] === found[count]) continue;
      const details = { count, expected: counts[count], found: found[count] };
      this.#problems.add(problem('counts-differ', descriptionPath, details));
    }
  }
}
