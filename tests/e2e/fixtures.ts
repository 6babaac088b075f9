import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchReader, launchUntilExit } from '../../scripts/launch-reader.mjs';

type LaunchOptions = Parameters<typeof launchReader>[0];
export type RunningReader = Awaited<ReturnType<typeof launchReader>>;
type StartOptions = Partial<Omit<LaunchOptions, 'projectFolder'>>;

const projectFolder = join(import.meta.dirname, '../..');

interface Fixtures {
  /** A fresh folder, removed after the test. */
  profileFolder: string;
  /**
   * Starts the reader on the test's profile, or continues on it when it was closed or killed; what
   * still runs at the end of the test is killed.
   */
  startReader: (options?: StartOptions) => Promise<RunningReader>;
  /** Starts the reader where it is meant to refuse; resolves when it has ended by itself. */
  startRefused: (
    options?: StartOptions & { through?: readonly string[] },
  ) => Promise<{ code: number | null; output: string }>;
  /** The reader, started on a fresh profile. */
  reader: RunningReader;
}

export const test = base.extend<Fixtures>({
  profileFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'guzhi-profile-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  startReader: async ({ profileFolder }, use, testInfo) => {
    const started: RunningReader[] = [];
    await use(async (options) => {
      const reader = await launchReader({ projectFolder, profileFolder, ...options });
      started.push(reader);
      return reader;
    });
    for (const [index, reader] of started.entries()) {
      if (testInfo.status !== testInfo.expectedStatus)
        await testInfo.attach(`reader-${index + 1}.log`, { body: reader.output() });
      await reader.kill();
    }
  },
  startRefused: async ({ profileFolder }, use) => {
    await use((options) => launchUntilExit({ projectFolder, profileFolder, ...options }));
  },
  reader: async ({ startReader }, use) => {
    await use(await startReader());
  },
});

export { expect } from '@playwright/test';
