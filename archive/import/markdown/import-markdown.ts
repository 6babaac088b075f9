import { imageSize } from '../../media/image-size.ts';
import { imageType } from '../../media/image-type.ts';
import type { Article } from '../../model/article.ts';
import type { Issue } from '../../model/issue.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { textDigest } from '../../text/text-digest.ts';
import { readArchive } from './archive-source.ts';
import type { ArchiveSource } from './archive-source.ts';
import { readIssue } from './issue-source.ts';
import { nameUuid } from './name-uuid.ts';
import { SourceProblems } from './source-problem.ts';
import type { SourceProblem } from './source-problem.ts';
import { readStory } from './story.ts';
import type { Place, Story } from './story.ts';
import type { PictureSize } from './story-blocks.ts';

/** A source folder as it was read: texts as a whole, pictures by their first bytes. */
export interface MarkdownSource {
  /** UTF-8 text by path below the source folder; null where the bytes are not UTF-8. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** The first 256 KiB of every file below `media/` and `facsimile/`, by path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Files that are neither. */
  readonly others: readonly string[];
}

export interface ImportedArchive {
  readonly description: ArchiveSource;
  /** By date, oldest first. */
  readonly issues: readonly Issue[];
  /** In the order of issues, pages and places on the page. */
  readonly articles: readonly Article[];
  /** Pictures in use; the path in the source is the path in the bag. */
  readonly media: readonly string[];
}

export interface MarkdownImport {
  /** Null when anything but a warning was found. */
  readonly archive: ImportedArchive | null;
  readonly problems: readonly SourceProblem[];
}

interface PlacedIssue {
  readonly issue: Issue;
  readonly stories: readonly Story[];
}

class Importing {
  readonly #source: MarkdownSource;
  readonly #list: SourceProblem[] = [];
  readonly #used = new Set<string>();
  readonly #ids = new Map<string, string>();

  constructor(source: MarkdownSource) {
    this.#source = source;
  }

  #problems(file: string): SourceProblems {
    return new SourceProblems(file, this.#list);
  }

  #text(file: string): string | null {
    const text = this.#source.texts.get(file);
    if (text === undefined) this.#problems(file).add('file-missing', 1);
    if (text === null) this.#problems(file).add('not-utf8', 1);
    return text?.replace(/^\ufeff/u, '') ?? null;
  }

  readonly #pictureSize: PictureSize = (media) => {
    const head = this.#source.pictures.get(media);
    if (!head) return undefined;
    this.#used.add(media);
    const type = imageType(head);
    return type === null ? null : imageSize(head, type);
  };

  #issue(folder: string): PlacedIssue | null {
    const file = `${folder}/issue.yaml`;
    const text = this.#text(file);
    const problems = this.#problems(file);
    const issue = text === null ? null : readIssue(folder, text, problems);
    for (const page of issue?.pages ?? []) {
      if (page.facsimile === undefined) continue;
      const size = this.#pictureSize(page.facsimile);
      if (size === undefined) problems.add('picture-missing', 1, page.facsimile);
      else if (size === null) problems.add('picture-not-an-image', 1, page.facsimile);
    }
    const stories = [...this.#source.texts.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.md'))
      .map((path) => {
        const story = this.#text(path);
        return story === null ? null : readStory(story, this.#problems(path), this.#pictureSize);
      })
      .filter((story) => story !== null);
    return issue && { issue, stories: this.#inOrder(issue, stories) };
  }

  /** Stories by page, as the issue lists them, and place; two on one place are reported. */
  #inOrder(issue: Issue, stories: readonly Story[]): readonly Story[] {
    const pages = issue.pages.map(({ number }) => number);
    const taken = new Map<string, string>();
    for (const story of stories) {
      const problems = this.#problems(story.file);
      if (!pages.includes(story.page)) problems.add('page-unknown', 1, story.page);
      const place = `${story.page}-${String(story.order)}`;
      const other = taken.get(place);
      if (other !== undefined) problems.add('place-taken', 1, other);
      taken.set(place, story.file);
    }
    return stories.toSorted(
      (a, b) => pages.indexOf(a.page) - pages.indexOf(b.page) || a.order - b.order,
    );
  }

  #articleId(archiveId: string, story: Story): string {
    const id = story.id ?? nameUuid(archiveId, story.file);
    const other = this.#ids.get(id);
    if (other !== undefined && other !== story.file) {
      this.#problems(story.file).add('id-taken', 1, other);
    }
    this.#ids.set(id, story.file);
    return id;
  }

  /** The other part of a continued story; both parts must name one another. */
  #other(
    { stories }: PlacedIssue,
    story: Story,
    place: Place | undefined,
    back: 'continues' | 'continued',
  ): Story | undefined {
    if (!place) return undefined;
    const shown = `${place.page}-${String(place.order).padStart(2, '0')}`;
    const problems = this.#problems(story.file);
    const other = stories.find(({ page, order }) => page === place.page && order === place.order);
    if (!other) {
      problems.add('continuation-missing', place.line, shown);
      return undefined;
    }
    const returning = other[back];
    if (returning?.page !== story.page || returning.order !== story.order) {
      problems.add('continuation-one-sided', place.line, other.file);
    }
    return other;
  }

  #article(archive: ArchiveSource, placed: PlacedIssue, story: Story): Article {
    const { issue } = placed;
    const on = this.#other(placed, story, story.continues, 'continued');
    const from = this.#other(placed, story, story.continued, 'continues');
    const idOf = (other: Story): string => other.id ?? nameUuid(archive.id, other.file);
    const page = issue.pages.find(({ number }) => number === story.page);
    return {
      id: this.#articleId(archive.id, story),
      version: story.version,
      textDigest: textDigest(canonicalText(story.printed)),
      issue: { id: issue.id, date: issue.date, number: issue.number },
      page: { number: story.page, name: page?.name ?? '' },
      order: story.order,
      ...(on ? { continuesOn: { articleId: idOf(on), page: on.page } } : {}),
      ...(from ? { continuedFrom: { articleId: idOf(from), page: from.page } } : {}),
      language: story.language ?? archive.defaults.language,
      ...story.printed,
      rights: story.rights,
      provenance: { source: story.file, method: story.method, problems: [] },
      ext: {},
    };
  }

  run(): MarkdownImport {
    const { texts, pictures, others } = this.#source;
    const text = this.#text('archive.yaml');
    const archive = text === null ? null : readArchive(text, this.#problems('archive.yaml'));
    const folders = new Set<string>();
    for (const path of texts.keys()) {
      const [, folder, name] = /^(\d[^/]*)\/([^/]+)$/u.exec(path) ?? [];
      if (folder !== undefined && (name === 'issue.yaml' || name?.endsWith('.md') === true)) {
        folders.add(folder);
      } else if (path !== 'archive.yaml') this.#problems(path).add('file-unexpected', 1);
    }
    for (const path of others) this.#problems(path).add('file-unexpected', 1);
    const placed = [...folders]
      .sort()
      .map((folder) => this.#issue(folder))
      .filter((found) => found !== null);
    for (const path of pictures.keys()) {
      if (!this.#used.has(path)) this.#problems(path).add('picture-unused', 1);
    }
    const articles = archive
      ? placed.flatMap((one) => one.stories.map((story) => this.#article(archive, one, story)))
      : [];
    const isGood = archive !== null && this.#list.every(({ isWarning }) => isWarning);
    return {
      archive: isGood
        ? {
            description: archive,
            issues: placed.map(({ issue }) => issue),
            articles,
            media: [...this.#used].sort(),
          }
        : null,
      problems: this.#list,
    };
  }
}

/** Reads a source folder as archive/README.md describes it. The same source gives the same archive. */
export function importMarkdown(source: MarkdownSource): MarkdownImport {
  return new Importing(source).run();
}
