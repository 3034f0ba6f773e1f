import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The scenarios take longest, so they start first: on a clean clone vitest knows no times and goes by file size. */
class ScenariosFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const plays = (file: TestSpecification): boolean => file.moduleId.includes('/test/scenarios/');
    return [...sorted.filter(plays), ...sorted.filter((file) => !plays(file))];
  }
}

/** Processes rather than threads: a test may change the folder, the zone or the exit code of its own process. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need a browser: npm run test:browser.
    exclude: [...configDefaults.exclude, 'test/browser/**'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: ScenariosFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
