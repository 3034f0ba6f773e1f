import { defineConfig } from 'vitest/config';

/** Processes rather than threads: a test may change the folder, the zone or the exit code of its own process. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
