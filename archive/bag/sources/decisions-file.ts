import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseDecisions, serializeDecisions } from '../../import/newspaper-page/page-decisions.ts';
import type { PageDecision } from '../../import/newspaper-page/page-decisions.ts';

/** The sidecar file that lies beside a page and holds what a person decided about it. */
export function decisionsFile(page: string): string {
  return `${page}.decisions.json`;
}

/** The decisions kept beside a page; none where there is no such file or it is not one of ours. */
export async function readDecisions(page: string): Promise<readonly PageDecision[]> {
  try {
    return parseDecisions(await readFile(decisionsFile(page), 'utf8'))?.decisions ?? [];
  } catch {
    return [];
  }
}

/** Keeps the decisions beside the page; the file is whole or the earlier one stays. No decisions, no file. */
export async function writeDecisions(
  page: string,
  decisions: readonly PageDecision[],
): Promise<void> {
  const file = decisionsFile(page);
  if (decisions.length === 0) {
    await rm(file, { force: true });
    return;
  }
  const part = `${file}.part`;
  await mkdir(dirname(file), { recursive: true });
  try {
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(serializeDecisions(decisions), 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
