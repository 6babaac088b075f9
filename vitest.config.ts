import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    environment: 'node',
    // Some take a quarter of a minute alone; on a busy machine that is minutes.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
