import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { launchReader, launchUntilExit } from '../../scripts/launch-reader.mjs';
import { archivesOf } from './stored-tables.ts';

type LaunchOptions = Parameters<typeof launchReader>[0];
export type RunningReader = Awaited<ReturnType<typeof launchReader>>;
type StartOptions = Partial<Omit<LaunchOptions, 'projectFolder'>>;

const projectFolder = join(import.meta.dirname, '../..');

interface Fixtures {
  /**
   * What the test starts with: `fresh`, a folder with nothing in it; `loaded`, a profile that was
   * started once and holds the bundled archives, which saves loading them in every test.
   */
  profile: 'fresh' | 'loaded';
  /** The test's own profile, removed after it. */
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

interface SharedFixtures {
  /** Loads the bundled archives once, when the first test asks, and copies the profile to a folder. */
  copyLoadedProfile: (folder: string) => Promise<void>;
}

/** How many archives every start of a fresh profile loads. */
export const bundledArchives = 2;

async function loadBundled(profileFolder: string): Promise<void> {
  const { window, close } = await launchReader({ projectFolder, profileFolder });
  await expect
    .poll(async () => (await archivesOf(window)).length, { timeout: 60_000 })
    .toBe(bundledArchives);
  await close();
}

export const test = base.extend<Fixtures, SharedFixtures>({
  profile: ['fresh', { option: true }],
  copyLoadedProfile: [
    async ({}, use) => {
      const loaded = mkdtempSync(join(tmpdir(), 'guzhi-loaded-'));
      let loading: Promise<void> | null = null;
      await use(async (folder) => {
        await (loading ??= loadBundled(loaded));
        cpSync(loaded, folder, { recursive: true });
      });
      rmSync(loaded, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  profileFolder: async ({ profile, copyLoadedProfile }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'guzhi-profile-'));
    if (profile === 'loaded') await copyLoadedProfile(folder);
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
