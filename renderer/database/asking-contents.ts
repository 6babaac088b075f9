import type { ArchiveRecord } from './archives.ts';
import type { ContentsOrder, ContentsReply } from './contents-messages.ts';
import type { ContentsAnswer, ContentsQuestion } from './contents-query.ts';

interface Waiting {
  readonly resolve: (answer: ContentsAnswer | 'replaced') => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** One worker for the window's life: it keeps the contents that are looked at in memory. */
let worker: Worker | null = null;
const waiting = new Map<number, Waiting>();
let lastNumber = 0;

function hear({ data }: MessageEvent<ContentsReply>): void {
  const asker = waiting.get(data.number);
  if (!asker) return;
  if (data.kind === 'progress') {
    asker.onProgress(data.done, data.total);
    return;
  }
  waiting.delete(data.number);
  if (data.kind === 'failed') asker.reject(new Error(`The contents: ${data.message}`));
  else asker.resolve(data.kind === 'answer' ? data.answer : 'replaced');
}

function startWorker(): Worker {
  const started = new Worker(new URL('./contents-worker.ts', import.meta.url), {
    type: 'module',
    name: 'contents',
  });
  started.onmessage = hear;
  started.onerror = (event): void => {
    const error = new Error(`The contents worker stopped: ${event.message}`);
    worker = null;
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  return started;
}

/**
 * Which stories of an archive meet a filter, with counts for every facet. `onProgress` is called
 * while contents of an earlier version are completed. `replaced` where another load has taken over.
 */
export function askContents(
  archive: Pick<ArchiveRecord, 'id' | 'generation' | 'loadedAt'>,
  question: ContentsQuestion,
  onProgress: (done: number, total: number) => void,
): Promise<ContentsAnswer | 'replaced'> {
  worker ??= startWorker();
  const order: ContentsOrder = {
    number: ++lastNumber,
    archiveId: archive.id,
    generation: archive.generation,
    loadedAt: archive.loadedAt,
    question,
  };
  const answered = new Promise<ContentsAnswer | 'replaced'>((resolve, reject) => {
    waiting.set(order.number, { resolve, reject, onProgress });
  });
  worker.postMessage(order);
  return answered;
}
