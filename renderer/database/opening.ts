import type { StartState } from '../../preload/bridge.ts';
import { archives, listArchives, type ArchiveRecord } from './archives.ts';
import { articleRows } from './article-rows.ts';
import { database, NewerTablesError } from './database.ts';
import { issues } from './issues.ts';
import { mainBridge } from './main-bridge.ts';
import { reconcileUserData, type JournalStart, type Reconciliation } from './reconciling.ts';
import { generationRange } from './row-key.ts';

export interface Opening {
  readonly reconciliation: Reconciliation;
  /** The tables could not be read at all and were made anew; everything in them comes from elsewhere. */
  readonly wereUnreadable: boolean;
}

/** Errors after which tables must not be made anew: they may be whole. */
const spared = [new NewerTablesError().name, 'QuotaExceededError', 'MissingAPIError'];

function isSpared(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = innerOf(cause)) {
    if (spared.some((name) => cause instanceof Error && String(cause).includes(name))) return true;
  }
  return false;
}

/** Dexie keeps what the browser said as `inner`. */
function innerOf(error: Error): unknown {
  return 'inner' in error ? error.inner : undefined;
}

/**
 * Opens the tables and brings them in step with the journal; tables that cannot be read are made
 * anew, since journal and archive files hold all that is in them. Rejects where even that fails.
 */
export async function openTables(start: JournalStart): Promise<Opening> {
  try {
    return { reconciliation: await reconcileUserData(start), wereUnreadable: false };
  } catch (error) {
    if (isSpared(error)) throw error;
    // Some damages keep the browser even from deleting a database: main clears its files.
    database.close({ disableAutoOpen: false });
    await mainBridge().request.clearTables();
    return { reconciliation: await reconcileUserData(start), wereUnreadable: true };
  }
}

/** The archives that the tables held when the program ended, and hold no longer. */
export async function lostArchives({
  expectedArchives,
}: Pick<StartState, 'expectedArchives'>): Promise<StartState['expectedArchives']> {
  const held = new Set(await archives.toCollection().primaryKeys());
  return expectedArchives.filter(({ id }) => !held.has(id));
}

function articlesOf({ coverage }: ArchiveRecord): number {
  return coverage.reduce((sum, day) => sum + day.articles, 0);
}

/** The archives of which issues or stories are missing in the tables. Counts every one. */
export async function incompleteArchives(): Promise<readonly ArchiveRecord[]> {
  const incomplete: ArchiveRecord[] = [];
  for (const archive of await listArchives()) {
    const { from, to } = generationRange(archive.generation);
    const [rows, days] = await Promise.all([
      articleRows.where(':id').between(from, to).count(),
      issues.where(':id').between(from, to).count(),
    ]);
    if (rows !== articlesOf(archive) || days !== archive.coverage.length) incomplete.push(archive);
  }
  return incomplete;
}

/** The archives as the sentinel is told of them. */
export async function loadedArchives(): Promise<StartState['expectedArchives']> {
  const loaded = await listArchives();
  return loaded.map((archive) => ({
    id: archive.id,
    title: archive.description['dcterms:title'],
    articles: articlesOf(archive),
  }));
}
