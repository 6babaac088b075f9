import type { Issue, Page } from '../../archive/model/issue.ts';
import type { ArchiveRecord } from './archives.ts';
import { database } from './database.ts';
import { generationRange } from './row-key.ts';

type InUse = Pick<ArchiveRecord, 'generation'>;

/** A page with what it holds. */
export interface PageRecord extends Page {
  readonly articles: number;
  /** Code points of the canonical texts. */
  readonly characters: number;
}

export interface IssueRecord extends Issue {
  /** The first key of the issue's rows. */
  readonly key: number;
  readonly generation: number;
  /** As in the issue, then any page that only stories name. */
  readonly pages: readonly PageRecord[];
  readonly articles: number;
  readonly characters: number;
}

export interface NeighbourIssues {
  readonly previous?: IssueRecord;
  readonly next?: IssueRecord;
}

export const issues = database.table<IssueRecord, number>('issues');

/** All issues of the archive by date. */
export function listIssues(archive: InUse): Promise<IssueRecord[]> {
  const { from, to } = generationRange(archive.generation);
  return issues.where('key').between(from, to).toArray();
}

export function findIssue(archive: InUse, issueId: string): Promise<IssueRecord | undefined> {
  return issues.get({ generation: archive.generation, id: issueId });
}

/** The first issue of that very date. */
export function findIssueByDate(archive: InUse, date: string): Promise<IssueRecord | undefined> {
  return issues.get({ generation: archive.generation, date });
}

/** The nearest issues of other dates; the date itself need not be held. */
export async function neighbourIssues(archive: InUse, date: string): Promise<NeighbourIssues> {
  const { generation } = archive;
  const byDate = issues.where('[generation+date]');
  const [previous, next] = await Promise.all([
    byDate.between([generation, ''], [generation, date], true, false).last(),
    issues
      .where('[generation+date]')
      .between([generation, date], [generation, '\uffff'], false, true)
      .first(),
  ]);
  return { ...(previous && { previous }), ...(next && { next }) };
}

export function latestIssue(archive: InUse): Promise<IssueRecord | undefined> {
  const { from, to } = generationRange(archive.generation);
  return issues.where('key').between(from, to).last();
}
