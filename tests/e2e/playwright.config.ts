import { defineConfig } from '@playwright/test';

/** The tests of the real application; each has a profile of its own, so they may run side by side. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  // A start of the application keeps about two cores busy.
  workers: Number(process.env.GUZHI_E2E_WORKERS ?? 1),
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
});
