import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { BagProgress } from '../../../archive/model/bag-report.ts';
import { launchReader } from '../../../scripts/launch-reader.mjs';
import type {} from '../../../preload/bridge.ts';
import { allowNames } from '../window/large-profile.ts';

/** A report of progress, in seconds since the first. */
export interface TimedProgress extends BagProgress {
  readonly at: number;
}

export interface LoadMeasure {
  /** Seconds from the first story until the archive can be read, and until its index is merged. */
  readonly loadSeconds: number;
  readonly mergedSeconds: number;
  /** The same bag stored once more without an index. */
  readonly storeSeconds: readonly number[];
  readonly indexBytes: number;
  readonly timeline: readonly TimedProgress[];
  /** Of the window's process; MB. */
  readonly mostMemory: number;
  readonly memoryBefore: number;
  /** Milliseconds; 0 where none was longer than 50. */
  readonly longestTask: number;
}

const archiveId = 'urn:uuid:5c1d7a9e-2b64-4f3a-8a1d-77c0f5e2b901';
const storings = 2;
const memoryInterval = 200;

/** Builds the worker that only stores, where the application serves it from. */
async function buildStoring(projectFolder: string): Promise<string> {
  const name = 'bench-store-worker.js';
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'chrome130',
      outDir: 'out/renderer/assets',
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'store-worker.ts'),
        formats: ['es'],
        fileName: () => name,
      },
    },
  });
  return name;
}

/** Loads a bag into the real application, then stores it again without an index. */
export async function measureLoad(projectFolder: string, bag: string): Promise<LoadMeasure> {
  const storing = await buildStoring(projectFolder);
  const profileFolder = mkdtempSync(join(tmpdir(), 'guzhi-bench-'));
  const reader = await launchReader({ projectFolder, profileFolder });
  const { window, application } = reader;
  if (application === null) throw new Error('The built application is needed, not a package');
  const memory: number[] = [];
  let isOver = false;
  try {
    await window.locator('.page-story').first().waitFor({ timeout: 300_000 });
    await allowNames(window);
    const pid = await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const memoryNow = (): Promise<number> =>
      application.evaluate(
        ({ app }, wanted) =>
          (app.getAppMetrics().find((each) => each.pid === wanted)?.memory.workingSetSize ?? 0) /
          1000,
        pid,
      );
    const memoryBefore = await memoryNow();
    const sampling = (async () => {
      while (!isOver) {
        memory.push(await memoryNow());
        await new Promise((resolve) => setTimeout(resolve, memoryInterval));
      }
    })();
    const measuring = window.evaluate(watchLoad, archiveId);
    await application.evaluate(({ BrowserWindow }, file) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('event:openFile', file);
    }, bag);
    const { bagId, ...load } = await measuring;
    isOver = true;
    await sampling;
    const storeSeconds: number[] = [];
    for (let round = 0; round < storings; round += 1) {
      storeSeconds.push(await window.evaluate(storeAlone, { storing, bagId }));
    }
    return { ...load, storeSeconds, memoryBefore, mostMemory: Math.max(...memory) };
  } finally {
    isOver = true;
    await reader.close();
    rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5 });
    rmSync(join(projectFolder, 'out/renderer/assets', storing), { force: true });
  }
}

/** Runs in the page; nothing from outside can be named here. */
async function watchLoad(wanted: string) {
  const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = (): void => {
        resolve(request.result);
      };
      request.onerror = (): void => {
        reject(new Error(String(request.error)));
      };
    });
  const database = await answer(indexedDB.open('guzhi'));
  const one = async (table: string, key: IDBValidKey): Promise<Record<string, unknown> | null> =>
    ((await answer(database.transaction(table).objectStore(table).get(key))) as
      Record<string, unknown> | undefined) ?? null;
  const waitFor = async <Value>(find: () => Promise<Value | null>): Promise<Value> => {
    for (;;) {
      const found = await find();
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  let longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask' });
  const timeline: TimedProgress[] = [];
  let began = 0;
  window.guzhi?.on('loadProgress', ({ bagId, ...progress }) => {
    if (!bagId.startsWith(wanted.slice('urn:uuid:'.length))) return;
    const now = performance.now();
    if (timeline.length === 0) began = now;
    timeline.push({ ...progress, at: (now - began) / 1000 });
  });
  const record = await waitFor(() => one('archives', wanted));
  const loadSeconds = (performance.now() - began) / 1000;
  const ofLoad = longestTask;
  const index = await waitFor(async () => {
    const found = await one('searchIndexes', record.generation as number);
    return found !== null && (found.files as unknown[]).length === 1 ? found : null;
  });
  const mergedSeconds = (performance.now() - began) / 1000;
  database.close();
  const indexBytes = Number(index.bytes);
  const bagId = String(record.bagId);
  return { bagId, loadSeconds, mergedSeconds, indexBytes, timeline, longestTask: ofLoad };
}

/** Runs in the page; nothing from outside can be named here. */
async function storeAlone({
  storing,
  bagId,
}: {
  readonly storing: string;
  readonly bagId: string;
}): Promise<number> {
  const worker = new Worker(`./assets/${storing}`, { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>): void => {
        resolve(data);
      };
      worker.onerror = ({ message }): void => {
        reject(new Error(message));
      };
      worker.postMessage(bagId);
    });
  } finally {
    worker.terminate();
  }
}
