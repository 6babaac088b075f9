import type { SourceOrder } from '../../import/assembly/import-order.ts';
import type { SourceRemark, SourceReport } from '../../import/assembly/source-report.ts';
import type { PageDraft } from '../../import/assembly/story-draft.ts';
import { pageDraft } from '../../import/newspaper-page/page-draft.ts';
import { pageReport } from '../../import/newspaper-page/page-report.ts';
import type { PageDecision } from '../../import/newspaper-page/page-decisions.ts';
import { restorePage } from '../../import/newspaper-page/restore-page.ts';
import type { RestoredPage } from '../../import/newspaper-page/restored-page.ts';
import type { WordTable } from '../../import/newspaper-page/word-table.ts';
import { isBinary } from '../../import/newspaper-page/page-problems.ts';
import { readStoryText } from '../../import/story-text/read-story-text.ts';
import type { BagMedia } from '../bag-writer.ts';
import { maxLineBytes } from '../records/line-splitter.ts';
import { readDecisions } from './decisions-file.ts';
import { findPagePictures } from './page-pictures.ts';
import { readSourceText } from './read-source-text.ts';

export interface ImportedSources {
  readonly drafts: readonly PageDraft[];
  readonly media: readonly BagMedia[];
  /** One for every source, in their order. */
  readonly reports: readonly SourceReport[];
}

export interface ImportSourcesOptions {
  readonly words: WordTable;
  /** BCP 47; guessed story by story where absent. */
  readonly language?: string | undefined;
  /** What a person decided about a page; by default what is kept beside it. */
  readonly decisionsOf?: (order: SourceOrder) => Promise<readonly PageDecision[]>;
  readonly progress?: (done: number, source: string) => void;
  readonly signal?: AbortSignal;
}

interface ImportedSource {
  readonly draft: PageDraft | null;
  readonly media: readonly BagMedia[];
  readonly report: SourceReport;
}

function refused(source: string, code: string, detail = ''): ImportedSource {
  const remark: SourceRemark = { code, headline: '', before: '', after: detail, confidence: null };
  const nothing = { characters: 0, unplacedCharacters: 0, stories: 0, joins: 0 };
  return { draft: null, media: [], report: { source, ...nothing, remarks: [remark] } };
}

function namedPictures(restored: RestoredPage): readonly string[] {
  return restored.stories.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) =>
      block.type === 'figure' && block.media !== '' ? [block.media] : [],
    ),
  );
}

async function importPage(
  order: SourceOrder,
  path: string,
  text: string,
  { words, language, decisionsOf }: ImportSourcesOptions,
): Promise<ImportedSource> {
  const decisions = await (decisionsOf ? decisionsOf(order) : readDecisions(path));
  const seen = restorePage(text, { words, decisions });
  const only = seen.problems[0]?.code;
  if (only === 'binary' || only === 'too-large') return refused(order.source, only);
  const named = namedPictures(seen);
  const place = { date: order.date, number: order.page.number };
  const pictures = named.length > 0 ? await findPagePictures(path, named, place) : [];
  const paths = new Map(pictures.map(({ named: name, path: inBag }) => [name, inBag]));
  const restored =
    named.length > 0
      ? restorePage(text, { words, decisions, hasMedia: (media) => paths.has(media) })
      : seen;
  const draft = pageDraft(restored, {
    source: order.source,
    ...(language === undefined ? {} : { language }),
    issueDate: order.date,
    issueNumber: order.issueNumber,
    page: order.page,
    pictures: paths,
  });
  return { draft, media: pictures, report: pageReport(order.source, restored) };
}

async function importOne(
  order: SourceOrder,
  options: ImportSourcesOptions,
): Promise<ImportedSource> {
  const { path, source, kind } = order;
  let text = '';
  try {
    if (path !== null) text = await readSourceText(path, order.encoding);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refused(source, 'unreadable', reason);
  }
  if (kind === 'page' && path !== null) return importPage(order, path, text, options);
  if (isBinary(text)) return refused(source, 'binary');
  const story = readStoryText(text, order, options.language);
  return { ...story, media: [] };
}

function tooLong({ draft }: ImportedSource): boolean {
  return (
    draft?.stories.some(
      ({ article }) => Buffer.byteLength(JSON.stringify(article)) > maxLineBytes - 4096,
    ) ?? false
  );
}

/**
 * Reads sources one after the other; what cannot be read is reported and left out. Other work gets
 * its turn between two sources. Rejects with the signal's reason when it is aborted.
 */
export async function importSources(
  orders: readonly SourceOrder[],
  options: ImportSourcesOptions,
): Promise<ImportedSources> {
  const drafts: PageDraft[] = [];
  const media: BagMedia[] = [];
  const reports: SourceReport[] = [];
  for (const [index, order] of orders.entries()) {
    options.signal?.throwIfAborted();
    let imported = await importOne(order, options);
    if (tooLong(imported)) imported = refused(order.source, 'too-large');
    if (imported.draft) drafts.push(imported.draft);
    media.push(...imported.media.map(({ path, file }) => ({ path, file })));
    reports.push(imported.report);
    options.progress?.(index + 1, order.source);
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
  return { drafts, media, reports };
}
