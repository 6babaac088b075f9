import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { BagReport } from '../../archive/model/bag-report.ts';
import type { Issue } from '../../archive/model/issue.ts';
import { addLine } from '../../archive/text/line-sum.ts';
import type { ArchiveRecord } from '../../renderer/database/archives.ts';
import { takeOver } from '../../renderer/database/generations.ts';
import { writeGeneration } from '../../renderer/database/write-generation.ts';

/** A small archive made for a test, and the stream in which main would send it. */
export interface MadeArchive {
  readonly description: ArchiveDescription;
  readonly issues: readonly Issue[];
  readonly articles: readonly Article[];
}

export const archiveId = 'urn:uuid:00000000-0000-4000-8000-00000000abcd';

export function articleId(date: string, page: string, order: number): string {
  return `urn:uuid:${date}-${page}-${order}`;
}

export function makeArticle(
  date: string,
  page: string,
  order: number,
  change: Partial<Article> = {},
): Article {
  return {
    id: articleId(date, page, order),
    version: 1,
    textDigest: `sha256:${'0'.repeat(64)}`,
    issue: { id: `issue-${date}`, date, number: '' },
    page: { number: page, name: `版${page}` },
    order,
    language: 'zh-Hans-CN',
    kicker: '',
    headline: `${date} 第${page}版 第${order}条`,
    deck: '',
    section: '',
    genre: 'brief',
    byline: [],
    body: [{ id: 'b1', type: 'paragraph', text: `江水平稳，渡船${order}艘。` }],
    rights: 'CC0',
    provenance: { source: 'test', method: 'typed', problems: [] },
    ext: {},
    ...change,
  };
}

export function makeIssue(date: string, pages: readonly string[]): Issue {
  return {
    id: `issue-${date}`,
    date,
    number: `第${date}号`,
    pages: pages.map((number) => ({ number, name: `版${number}` })),
    missingPages: [],
    ear: [],
    notes: [],
  };
}

/** An archive of these dates with pages "1" and "2" and some stories on each. */
export function makeArchive(
  dates: readonly string[],
  storiesPerPage = 3,
  change: Partial<ArchiveDescription> = {},
): MadeArchive {
  const issues = dates.map((date) => makeIssue(date, ['1', '2']));
  const articles = dates.flatMap((date) =>
    ['1', '2'].flatMap((page) =>
      Array.from({ length: storiesPerPage }, (_, index) => makeArticle(date, page, index + 1)),
    ),
  );
  const description: ArchiveDescription = {
    format: 'guzhi-newspaper-archive',
    formatVersion: '1.0',
    minReaderVersion: '1.0',
    id: archiveId,
    revision: 1,
    created: '2026-01-01T00:00:00Z',
    generator: 'test',
    'dcterms:title': '试刊',
    'dcterms:publisher': '',
    'dcterms:temporal': '',
    'dcterms:language': 'zh-Hans-CN',
    'dcterms:rights': '',
    'dcterms:license': 'CC0-1.0',
    'dcterms:source': '',
    publication: { names: ['试刊'], issn: '', cnNumber: '' },
    counts: {
      issues: issues.length,
      pages: issues.length * 2,
      articles: articles.length,
      media: 0,
      bytes: 0,
      maxLineBytes: 0,
    },
    defaults: {
      language: 'zh-Hans-CN',
      timezone: 'Asia/Shanghai',
      writingMode: 'horizontal-tb',
      calendar: 'gregorian',
    },
    gaps: [],
    sample: true,
    ...change,
  };
  return { description, issues, articles };
}

/**
 * The bytes of the load stream, in chunks whose ends fall anywhere; the first `skip` stories are
 * left out as main leaves them out for a load that goes on.
 */
export function loadStream(
  made: MadeArchive,
  chunkBytes = 1 << 16,
  skip = 0,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const skipped = {
    stories: skip,
    sum: made.articles
      .slice(0, skip)
      .reduce((sum, each) => addLine(sum, new TextEncoder().encode(JSON.stringify(each))), 0),
  };
  const lines = [
    { archive: made.description },
    ...made.issues.map((issue) => ({ issue })),
    ...(skip > 0 ? [{ skipped }] : []),
    ...made.articles.slice(skip).map((article) => ({ article })),
  ];
  const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += chunkBytes)));
    },
  });
}

export const emptyReport: BagReport = {
  isValid: true,
  problems: [],
  unlistedProblems: 0,
  accepted: { issues: 0, articles: 0 },
  damagedMedia: [],
  checkedFiles: 0,
  bytes: 0,
};

/** Writes an archive and puts it in use, as a load whose verdict is complete does. */
export async function loadMade(made: MadeArchive, chunkBytes?: number): Promise<ArchiveRecord> {
  const written = await writeGeneration(loadStream(made, chunkBytes));
  const record: ArchiveRecord = {
    id: made.description.id,
    bagId: `bag-r${made.description.revision}`,
    description: written.description,
    generation: written.generation,
    loadedAt: new Date().toISOString(),
    report: emptyReport,
    coverage: written.coverage,
  };
  await takeOver(record);
  return record;
}
