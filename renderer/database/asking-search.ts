import type {
  SearchOrderMessage,
  SearchReply,
  SearchTask,
  SearchTasks,
} from './search-messages.ts';
import { keepSearchIndexes, whenIndexesChange } from './keeping-search-indexes.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** One worker for the window's life; it opens indexes only once somebody searches. */
let worker: Worker | null = null;
const waiting = new Map<number, Waiting>();
let lastNumber = 0;

function hear({ data }: MessageEvent<SearchReply>): void {
  if (data.kind === 'needs-index') {
    keepSearchIndexes(data.generations);
    return;
  }
  const asker = waiting.get(data.number);
  if (!asker) return;
  if (data.kind === 'progress') {
    asker.onProgress?.(data.done, data.total);
    return;
  }
  waiting.delete(data.number);
  if (data.kind === 'failed') asker.reject(new Error(`The search: ${data.message}`));
  else asker.resolve(data.kind === 'answer' ? data.answer : 'superseded');
}

function startWorker(): Worker {
  const started = new Worker(new URL('./search-worker.ts', import.meta.url), {
    type: 'module',
    name: 'search',
  });
  started.onmessage = hear;
  started.onerror = (event): void => {
    const error = new Error(`The search worker stopped: ${event.message}`);
    worker = null;
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  return started;
}

/** Asks the search worker; `superseded` where a newer search has taken this one's place. */
export function askSearch<Task extends SearchTask>(
  task: Task,
  ask: SearchTasks[Task]['ask'],
  onProgress?: (done: number, total: number) => void,
): Promise<SearchTasks[Task]['answer'] | 'superseded'> {
  worker ??= startWorker();
  const number = ++lastNumber;
  const answered = new Promise<SearchTasks[Task]['answer'] | 'superseded'>((resolve, reject) => {
    waiting.set(number, {
      resolve: resolve as (answer: unknown) => void,
      reject,
      onProgress,
    });
  });
  const order: SearchOrderMessage<Task> = { number, task, ask };
  worker.postMessage(order);
  return answered;
}

whenIndexesChange(() => {
  // Whatever is open is let go of, so that the replaced files can be deleted.
  if (worker !== null) void askSearch('refresh', null);
});
