import type { Annotation } from '../../archive/model/annotation.ts';
import { citationItem } from '../../archive/citation/citation-item.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { foldWith } from '../../archive/text/fold/text-fold.ts';
import { anchor } from '../../archive/text/anchor/anchor.ts';
import { listAnnotations, type AnnotationFilter } from '../database/annotations.ts';
import { listArchives, type ArchiveRecord } from '../database/archives.ts';
import { readArticles } from '../database/article-bodies.ts';
import { articleRows } from '../database/article-rows.ts';
import { listIssues, type IssueRecord } from '../database/issues.ts';
import { generationRange } from '../database/row-key.ts';
import { passageContext } from './context-sentence.ts';
import type { ExportScope } from './export-choices.ts';
import type { QuotationRecord, QuotedStory } from './quotation-record.ts';

/** A quotation is the printed glyphs or nothing: other forms of a character do not count as the same. */
const printedGlyphs = foldWith((codePoint) => codePoint);

function filterOf(scope: ExportScope): AnnotationFilter {
  switch (scope.kind) {
    case 'all':
      return {};
    case 'article':
      return { articleId: scope.articleId };
    case 'issue':
      return scope.archiveId === undefined ? {} : { archiveId: scope.archiveId };
    case 'tag':
      return { tags: [scope.tag] };
    case 'ink':
      return { inks: [scope.ink] };
  }
}

function articleIdOf({ target }: Annotation): string | null {
  return 'articleId' in target ? target.articleId : null;
}

/** The stories that annotations stand on, by id; those that are not loaded are left out. */
async function storiesOf(
  archive: ArchiveRecord,
  issueOf: ReadonlyMap<string, IssueRecord>,
  articleIds: readonly string[],
): Promise<Map<string, QuotedStory>> {
  const { from, to } = generationRange(archive.generation);
  const found = await articleRows.where('id').anyOf(articleIds).toArray();
  const rows = found.filter(({ key }) => key >= from && key < to);
  const { description, bagId } = archive;
  const stories = new Map<string, QuotedStory>();
  for (const article of await readArticles(rows)) {
    const issue = issueOf.get(article.issue.id);
    if (issue === undefined) continue;
    stories.set(article.id, {
      article,
      description,
      bagId,
      item: citationItem(article, issue, description),
    });
  }
  return stories;
}

const noContext = { before: '', after: '' };

/** The passage as the story holds it now, or as the annotation remembers it. */
function passageRecord(
  annotation: Annotation,
  story: QuotedStory | null,
  textOf: (story: QuotedStory) => string,
): Pick<QuotationRecord, 'standing' | 'text' | 'start' | 'context'> {
  const { target } = annotation;
  if (target.kind !== 'passage') {
    return { standing: 'verified', text: '', start: 0, context: noContext };
  }
  const remembered = target.selectors.quote?.exact ?? '';
  if (story !== null) {
    const text = textOf(story);
    const found = anchor(text, target.selectors, printedGlyphs);
    if (found !== null && !found.isUncertain) {
      const { range } = found;
      const words = text.slice(range.start, range.end);
      return {
        standing: words === remembered || remembered === '' ? 'verified' : 'moved',
        text: words,
        start: range.start,
        context: passageContext(text, range),
      };
    }
  }
  return { standing: 'unverified', text: remembered, start: 0, context: noContext };
}

/**
 * The annotations of a scope with the words they mark, read from the archive that is loaded. One
 * read of every story, however many annotations it has. In no order.
 */
export async function gatherQuotations(scope: ExportScope): Promise<QuotationRecord[]> {
  const annotations = await listAnnotations(filterOf(scope));
  const records: QuotationRecord[] = [];
  const archives = new Map((await listArchives()).map((archive) => [archive.id, archive]));
  const archiveIds = new Set(annotations.map(({ target }) => target.archiveId));
  for (const archiveId of archiveIds) {
    const here = annotations.filter(({ target }) => target.archiveId === archiveId);
    const archive = archives.get(archiveId);
    const issues = archive === undefined ? [] : await listIssues(archive);
    const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
    const ids = [...new Set(here.flatMap((each) => articleIdOf(each) ?? []))];
    const stories = archive === undefined ? new Map() : await storiesOf(archive, issueOf, ids);
    const texts = new Map<QuotedStory, string>();
    const textOf = (story: QuotedStory): string => {
      let text = texts.get(story);
      if (text === undefined) texts.set(story, (text = canonicalText(story.article)));
      return text;
    };
    for (const annotation of here) {
      const story = (stories.get(articleIdOf(annotation) ?? '') as QuotedStory | undefined) ?? null;
      const { target } = annotation;
      const issueId = 'issueId' in target ? target.issueId : (story?.article.issue.id ?? null);
      if (scope.kind === 'issue' && issueId !== scope.issueId) continue;
      records.push({
        annotation,
        ...passageRecord(annotation, story, textOf),
        story,
        date: story?.article.issue.date ?? issueOf.get(issueId ?? '')?.date ?? '',
        page: story?.article.page.number ?? ('page' in target ? target.page : ''),
      });
    }
  }
  return records;
}
