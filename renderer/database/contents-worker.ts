import { findArchive, type ArchiveRecord } from './archives.ts';
import { completeContents } from './complete-contents.ts';
import type { ContentsOrder, ContentsReply } from './contents-messages.ts';
import { ContentsIndex } from './contents-query.ts';
import { loadTextFold } from './text-fold.ts';

/** The contents worker: holds the contents of the load that was asked for last. */
let held: { readonly load: string; readonly index: Promise<ContentsIndex> } | null = null;

function reply(message: ContentsReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function openIndex(archive: ArchiveRecord, number: number): Promise<ContentsIndex> {
  const total = archive.coverage.reduce((sum, { articles }) => sum + articles, 0);
  const [record, fold] = await Promise.all([
    completeContents(archive, (done) => {
      reply({ number, kind: 'progress', done, total });
    }),
    loadTextFold(),
  ]);
  const dates = archive.coverage.map(({ date }) => date);
  return new ContentsIndex(record, dates, fold);
}

async function answer(order: ContentsOrder): Promise<void> {
  const { number, archiveId, generation, loadedAt, question } = order;
  const load = `${generation} ${loadedAt}`;
  if (held?.load !== load) {
    const archive = await findArchive(archiveId);
    if (archive?.generation !== generation || archive.loadedAt !== loadedAt) {
      reply({ number, kind: 'replaced' });
      return;
    }
    held = { load, index: openIndex(archive, number) };
    held.index.catch(() => {
      held = null;
    });
  }
  const given = (await held.index).answer(question);
  reply({ number, kind: 'answer', answer: given }, [given.keys.buffer, given.pageNumbers.buffer]);
}

let working: Promise<unknown> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ContentsOrder>) => {
  working = working
    .then(() => answer(data))
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      reply({ number: data.number, kind: 'failed', message });
    });
});
