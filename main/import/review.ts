import { readSourceText } from '../../archive/bag/sources/read-source-text.ts';
import { decisionsFile } from '../../archive/bag/sources/decisions-file.ts';
import type { PageReview, ReviewRequest } from '../../archive/import/assembly/page-review.ts';
import { restorePage } from '../../archive/import/newspaper-page/restore-page.ts';
import type { WordTable } from '../../archive/import/newspaper-page/word-table.ts';
import { systemErrorCode } from '../system-error.ts';
import type { ImportProjects } from './import-project.ts';
import { keepDecisions, keptDecisions } from './kept-decisions.ts';

/**
 * The page as its source has it and as it is restored. Decisions that come with the request are kept
 * in the sidecar file first; without any, the kept ones are applied.
 */
export async function reviewPage(
  projects: ImportProjects,
  words: WordTable,
  { archiveId, date, page, part, decisions }: ReviewRequest,
): Promise<PageReview> {
  const project = await projects.read(archiveId);
  const pages = (project?.sources ?? []).filter(
    (source) => source.kind === 'page' && source.date === date && source.page.number === page,
  );
  const source = pages[part];
  if (!source?.path) return { outcome: 'not-made-here' };
  const copy = projects.copyOf(archiveId, source);
  const file = await projects.fileOf(archiveId, source);
  try {
    const text = await readSourceText(file ?? copy, source.encoding);
    let keptIn = decisionsFile(source.path);
    if (decisions !== null) keptIn = await keepDecisions(source.path, copy, decisions);
    const applied = decisions ?? (await keptDecisions(source.path, copy));
    const restored = restorePage(text, { words, decisions: applied });
    const sources = pages.map((one) => one.source);
    return {
      outcome: 'open',
      source: source.source,
      sources,
      decisions: applied,
      keptIn,
      restored,
      markdown: text,
    };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { outcome: 'unreadable', source: source.source, code };
  }
}
