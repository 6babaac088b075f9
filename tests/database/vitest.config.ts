import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../../scripts/system/find-chromium.mjs';

<<<<<<< HEAD
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
=======
const executablePath = findChromium();

/** The tests of the tables: on a real IndexedDB, in a real Chromium. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  optimizeDeps: { include: ['dexie'] },
  test: {
    include: ['tests/database/**/*.test.ts', 'tests/database/**/*.test.tsx'],
    testTimeout: 30_000,
>>>>>>> work-runtime
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
<<<<<<< HEAD
          ...(executablePath !== null && { executablePath }),
=======
          ...(executablePath === null ? {} : { executablePath }),
>>>>>>> work-runtime
          args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
