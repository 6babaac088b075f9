import type { ArchiveRecord } from './archives.ts';
import { readArticles } from './article-bodies.ts';
import { listRows, type ArticleRow } from './article-rows.ts';
import { contents, contentsLayout, type ContentsRecord } from './contents.ts';
import { ContentsBuilder } from './contents-builder.ts';
import { listIssues } from './issues.ts';

/** Rows read at once. */
const batch = 2_000;

async function bylinesOf(
  rows: readonly ArticleRow[],
): Promise<readonly (readonly { readonly name: string }[])[]> {
  const cut = rows.filter(({ byline, bylineCount }) => bylineCount > byline.length);
  const whole = new Map((await readArticles(cut)).map(({ id, byline }) => [id, byline]));
  return rows.map(({ id, byline }) => whole.get(id) ?? byline.map((name) => ({ name })));
}

/** The contents of a generation from its rows, for one that was loaded without them. */
async function makeContents(
  archive: Pick<ArchiveRecord, 'generation'>,
  onProgress: (done: number) => void,
): Promise<ContentsRecord> {
  const builder = new ContentsBuilder();
  let done = 0;
  let after: number | undefined;
  for (;;) {
    const rows = await listRows(archive, {
      limit: batch,
      ...(after !== undefined && { after }),
    });
    if (rows.length === 0) break;
    const bylines = await bylinesOf(rows);
    rows.forEach((row, index) => {
      builder.add(row, bylines[index] ?? []);
    });
    after = rows.at(-1)?.key;
    onProgress((done += rows.length));
  }
  return builder.finish(archive.generation, await listIssues(archive));
}

/** The contents of a generation; made and kept where an earlier version loaded it. For workers. */
export async function completeContents(
  archive: Pick<ArchiveRecord, 'generation'>,
  onProgress: (done: number) => void,
): Promise<ContentsRecord> {
  const found = await contents.get(archive.generation);
  // A record of a later or earlier layout is not what its type says.
  if (found && (found.layout as number) === contentsLayout) return found;
  const made = await makeContents(archive, onProgress);
  await contents.put(made);
  return made;
}
