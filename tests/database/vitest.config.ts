import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../../scripts/system/find-chromium.mjs';

const executablePath = findChromium();

/** The tests of the tables: on a real IndexedDB, in a real Chromium. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  optimizeDeps: { include: ['dexie', 'fast-check'] },
  test: {
    include: ['tests/database/**/*.test.ts', 'tests/database/**/*.test.tsx'],
    testTimeout: 60_000,
    // One origin, one database: two files must not meet in it.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(executablePath === null ? {} : { executablePath }),
          args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
