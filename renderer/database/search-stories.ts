import { matchText, type Hit } from '../../archive/search/query/match-text.ts';
import type { Query, StoryCondition } from '../../archive/search/query/query.ts';
import { concordanceLines } from '../../archive/search/results/concordance.ts';
import { makeExcerpt, markedText, type Excerpt } from '../../archive/search/results/excerpt.ts';
import {
  fieldAt,
  searchableText,
  type SearchableText,
} from '../../archive/search/text/searchable-text.ts';
import { readArticles } from './article-bodies.ts';
import { findRow, readRows, type ArticleRow } from './article-rows.ts';
import type { Folding } from './fold-characters.ts';
import type { SearchArchive } from './search-archive.ts';
import type { FoundLine, FoundStory, MarkedStory, Place } from './search-messages.ts';
import type { FoundDocument } from './search-run.ts';

/** Index of the headline in `searchFields`. */
const headline = 1;

interface ReadStory {
  readonly document: FoundDocument;
  readonly row: ArticleRow;
  readonly text: SearchableText;
  readonly hits: readonly Hit[];
}

/** Reads found stories again with all their hits, in their order. */
async function readStories(
  documents: readonly FoundDocument[],
  query: Query,
  { foldCodePoint }: Folding,
): Promise<readonly ReadStory[]> {
  const rows = await readRows(documents.map(({ key }) => key));
  const present = documents.flatMap((document, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ document, row }];
  });
  const articles = await readArticles(present.map(({ row }) => row));
  const tests = new Map<FoundDocument['archive'], Map<StoryCondition, (key: number) => boolean>>();
  const read: ReadStory[] = [];
  for (const [index, { document, row }] of present.entries()) {
    const article = articles[index];
    if (!article) continue;
    const text = searchableText(article, foldCodePoint);
    let known = tests.get(document.archive);
    if (!known)
      tests.set(document.archive, (known = await conditionTests(query, document.archive)));
    const meets = (condition: StoryCondition): boolean =>
      known.get(condition)?.(document.key) ?? false;
    read.push({ document, row, text, hits: matchText(query, text, meets) ?? [] });
  }
  return read;
}

async function conditionTests(
  query: Query,
  archive: FoundDocument['archive'],
): Promise<Map<StoryCondition, (key: number) => boolean>> {
  const tests = new Map<StoryCondition, (key: number) => boolean>();
  const visit = async (part: Query): Promise<void> => {
    if (part.kind === 'condition') {
      tests.set(part.condition, await archive.conditionTest(part.condition));
    } else if (part.kind === 'not') {
      await visit(part.part);
    } else if (part.kind !== 'words') {
      for (const each of part.parts) await visit(each);
    }
  };
  await visit(query);
  return tests;
}

async function pageNameOf({ archive, key }: FoundDocument): Promise<string> {
  const { columns } = await archive.contents();
  const story = (await archive.storyNumbers())(key);
  const { names, values } = columns.pageNames;
  return story === undefined ? '' : (names[values[story] ?? -1] ?? '');
}

function headlineMarks(text: SearchableText, hits: readonly Hit[]): Excerpt['marks'] {
  const segment = text.segmentFields.indexOf(headline);
  if (segment < 0) return [];
  const end = (text.segmentStarts[segment + 1] ?? text.printed.length + 1) - 1;
  return markedText(text, text.segmentStarts[segment] ?? 0, end, hits).marks;
}

export async function foundStories(
  documents: readonly FoundDocument[],
  query: Query,
  folding: Folding,
): Promise<readonly FoundStory[]> {
  const read = await readStories(documents, query, folding);
  return Promise.all(
    read.map(async ({ document, row, text, hits }) => ({
      archiveId: document.archive.record.id,
      row,
      pageName: await pageNameOf(document),
      hits: hits.length,
      headlineMarks: headlineMarks(text, hits),
      excerpt: makeExcerpt(text, hits),
    })),
  );
}

export async function markedStory(
  document: FoundDocument,
  query: Query,
  folding: Folding,
): Promise<MarkedStory | null> {
  const [read] = await readStories([document], query, folding);
  if (!read) return null;
  const { text, hits, row } = read;
  const segments = text.segmentStarts.map((start, index) => {
    const end = (text.segmentStarts[index + 1] ?? text.printed.length + 1) - 1;
    return { field: text.segmentFields[index] ?? 0, ...markedText(text, start, end, hits) };
  });
  return { archiveId: document.archive.record.id, row, segments };
}

/** Every place where a story meets the query, those that touch as one. */
export async function storyHits(
  archive: SearchArchive,
  articleId: string,
  query: Query,
  { foldCodePoint }: Folding,
): Promise<readonly Place[]> {
  const row = await findRow(archive.record, articleId);
  if (!row) return [];
  const [article] = await readArticles([row]);
  if (!article) return [];
  const tests = await conditionTests(query, archive);
  const text = searchableText(article, foldCodePoint);
  const hits = matchText(query, text, (condition) => tests.get(condition)?.(row.key) ?? false);
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of hits ?? []) {
    const last = places.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}

export async function foundLines(
  documents: readonly FoundDocument[],
  query: Query,
  folding: Folding,
  width: number,
): Promise<readonly FoundLine[]> {
  const read = await readStories(documents, query, folding);
  return read.flatMap(({ document, row, text, hits }) =>
    concordanceLines(text, hits, width).map((line) => ({
      ...line,
      archiveId: document.archive.record.id,
      articleId: row.id,
      issueId: row.issueId,
      date: row.date,
      page: row.page,
      headline: row.headline,
      language: row.language,
      field: fieldAt(text, line.start),
    })),
  );
}
