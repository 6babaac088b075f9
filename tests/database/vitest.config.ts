import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../../scripts/system/find-chromium.mjs';

/** The tables on a real IndexedDB, in a real Chromium: the system's, or the one Playwright fetched. */
const executablePath = findChromium();

export default defineConfig({
  root: import.meta.dirname,
  optimizeDeps: { include: ['dexie', 'fast-check'] },
  test: {
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    // One IndexedDB, one database: files must not meet in it.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(executablePath !== null && { executablePath }),
          args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
