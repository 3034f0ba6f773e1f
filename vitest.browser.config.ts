import { defineConfig } from 'vitest/config';

/** The page of the desk in a real browser: `npm run test:browser`, and with `--mode pictures` the pictures of docs. */
export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === 'pictures' ? 'test/browser/pictures.ts' : 'test/browser/*.test.ts'],
    globalSetup: 'test/browser/pages.ts',
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
}));
