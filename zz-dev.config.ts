import { defineConfig } from 'vitest/config';
export default defineConfig(({ mode }) => ({ test: { include: [mode === 'pictures' ? 'test/browser/pictures.ts' : 'test/browser/*.test.ts'], globalSetup: 'test/browser/zz-dev.ts', pool: 'forks', maxWorkers: 1, fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } }));
