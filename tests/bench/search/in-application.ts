import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Query } from '../../../archive/search/query/query.ts';
import { allowNames } from '../window/large-profile.ts';

export interface OwnResult {
  /** From the first stored story until the archive can be searched, and until its index is merged. */
  readonly loadSeconds: number;
  readonly mergedSeconds: number;
  readonly bytes: number;
  readonly firstAnswer: number;
  /** Milliseconds of each query, in the worker: ids, facets and count. */
  readonly times: readonly number[];
  /** The same with the first 20 stories and their excerpts, as the window waits for them. */
  readonly fullTimes: readonly number[];
  readonly counts: readonly number[];
}

/** Loads a bag into the real application and asks its search worker. */
export async function measureApplication(
  projectFolder: string,
  bag: string,
  queries: readonly Query[],
): Promise<OwnResult> {
  const assets = join(projectFolder, 'out/renderer/assets');
  const worker = existsSync(assets)
    ? readdirSync(assets).find((name) => /^search-worker-.*\.js$/.test(name))
    : undefined;
  if (worker === undefined) throw new Error('Build the application first: npm run build');
  const { launchReader } = await import('../../../scripts/launch-reader.mjs');
  const profileFolder = mkdtempSync(join(tmpdir(), 'guzhi-bench-'));
  const reader = await launchReader({ projectFolder, profileFolder, words: [bag] });
  try {
    await allowNames(reader.window);
    return await reader.window.evaluate(inPage, { worker, queries });
  } finally {
    await reader.close();
    rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the application's window; nothing from outside can be named here. */
async function inPage({
  worker: script,
  queries,
}: {
  readonly worker: string;
  readonly queries: readonly Query[];
}): Promise<OwnResult> {
  const archive = 'urn:uuid:5c1d7a9e-2b64-4f3a-8a1d-77c0f5e2b901';
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = (): void => {
        resolve(request.result);
      };
      request.onerror = (): void => {
        reject(new Error(String(request.error)));
      };
    });
  const read = async (table: string): Promise<readonly Record<string, unknown>[]> => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'guzhi')) return [];
    const database = await answer(indexedDB.open('guzhi'));
    try {
      if (!database.objectStoreNames.contains(table)) return [];
      return (await answer(database.transaction(table).objectStore(table).getAll())) as Record<
        string,
        unknown
      >[];
    } finally {
      database.close();
    }
  };
  const waitFor = async <Value>(find: () => Promise<Value | undefined>): Promise<Value> => {
    for (;;) {
      const found = await find();
      if (found !== undefined) return found;
      await sleep(20);
    }
  };
  await waitFor(async () => (await read('generations')).find((each) => each.archiveId === archive));
  const began = performance.now();
  const record = await waitFor(async () =>
    (await read('archives')).find(({ id }) => id === archive),
  );
  const loaded = performance.now();
  const index = await waitFor(async () =>
    (await read('searchIndexes')).find(
      (each) => each.generation === record.generation && (each.files as unknown[]).length === 1,
    ),
  );
  const merged = performance.now();
  await sleep(1_000);

  const worker = new Worker(`./assets/${script}`, { type: 'module' });
  let number = 0;
  const ask = (task: string, asked: unknown): Promise<{ stories: number; milliseconds: number }> =>
    new Promise((resolve, reject) => {
      const mine = ++number;
      worker.onmessage = ({ data }: MessageEvent<Record<string, unknown>>): void => {
        if (data.number !== mine || data.kind === 'progress') return;
        if (data.kind === 'answer')
          resolve(data.answer as { stories: number; milliseconds: number });
        else reject(new Error(JSON.stringify(data)));
      };
      worker.postMessage({ number: mine, task, ask: asked });
    });
  const filter = {
    archives: [archive],
    pageNames: [],
    sections: [],
    authors: [],
    genres: [],
    from: null,
    to: null,
  };
  const search = (query: Query) => ask('search', { query, filter, order: 'oldest' });
  const started = performance.now();
  const [first] = queries;
  if (first) await search(first);
  const firstAnswer = performance.now() - started;
  const times: number[] = [];
  const fullTimes: number[] = [];
  const counts: number[] = [];
  const middle = (values: number[]): number =>
    values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  for (const query of queries) {
    const inWorker: number[] = [];
    const full: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const before = performance.now();
      const found = await search(query);
      await ask('stories', { from: 0, to: 20 });
      full.push(performance.now() - before);
      inWorker.push(found.milliseconds);
      if (round === 0) counts.push(found.stories);
    }
    times.push(middle(inWorker));
    fullTimes.push(middle(full));
  }
  return {
    loadSeconds: (loaded - began) / 1000,
    mergedSeconds: (merged - began) / 1000,
    bytes: Number(index.bytes),
    firstAnswer,
    times,
    fullTimes,
    counts,
  };
}
