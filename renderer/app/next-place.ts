import { findArchive } from '../database/archives.ts';
import { listIssueRows } from '../database/article-rows.ts';
import { findIssue, neighbourIssues } from '../database/issues.ts';
import type { Location } from '../location/location.ts';
import type { Command } from './command-keys.ts';
import { pageOrder } from './page-order.ts';

const steps = [
  'previousPage',
  'nextPage',
  'previousIssue',
  'nextIssue',
  'previousArticle',
  'nextArticle',
  'toPage',
] as const satisfies readonly Command[];

export type StepCommand = (typeof steps)[number];

export function isStep(command: Command): command is StepCommand {
  return (steps as readonly Command[]).includes(command);
}

/**
 * Where a step leads from a place; null where it leads nowhere. Asks the tables, not the screen,
 * so that quick steps follow one another even while the screen still draws the first.
 */
export async function nextPlace(command: StepCommand, from: Location): Promise<Location | null> {
  if (from.screen !== 'issue' && from.screen !== 'article') return null;
  const { archiveId, issueId } = from;
  const archive = await findArchive(archiveId);
  const issue = archive === undefined ? undefined : await findIssue(archive, issueId);
  if (archive === undefined || issue === undefined) return null;
  const pageIndex = Math.max(
    0,
    issue.pages.findIndex(({ number }) => number === from.page),
  );
  const page = issue.pages[pageIndex]?.number ?? null;
  switch (command) {
    case 'toPage':
      return from.screen === 'article' ? { screen: 'issue', archiveId, issueId, page } : null;
    case 'previousPage':
    case 'nextPage': {
      const other = issue.pages[pageIndex + (command === 'nextPage' ? 1 : -1)];
      return other === undefined
        ? null
        : { screen: 'issue', archiveId, issueId, page: other.number };
    }
    case 'previousIssue':
    case 'nextIssue': {
      const { previous, next } = await neighbourIssues(archive, issue.date);
      const other = command === 'nextIssue' ? next : previous;
      return other === undefined
        ? null
        : { screen: 'issue', archiveId, issueId: other.id, page: null };
    }
    case 'previousArticle':
    case 'nextArticle': {
      const rows = await listIssueRows(archive, issueId);
      const order = issue.pages.flatMap(({ number }) =>
        pageOrder(rows.filter((row) => row.page === number)),
      );
      const direction = command === 'nextArticle' ? 1 : -1;
      const at =
        from.screen === 'article'
          ? order.findIndex(({ id }) => id === from.articleId) + direction
          : order.findIndex((row) => row.page === page);
      const row = order[at];
      return row === undefined
        ? null
        : { screen: 'article', archiveId, issueId, page: row.page, articleId: row.id };
    }
  }
}
