import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withComparisonOptions, type ComparisonOptions } from '../options.ts';

/** `smsim matrix`: scenarios on every release, beside what their articles claim. */
export function registerMatrix(program: Command, context: Context): void {
  withComparisonOptions(program.command('matrix'))
    .description('play scenarios on every release, and set what shows beside what the articles claim')
    .argument('<scenarios...>', 'scenario files, folders or globs')
    .action(async (paths: readonly string[], options: ComparisonOptions) => {
      const { matrixOfReleases } = await import('../matrix-of-releases.ts');
      await matrixOfReleases(context, paths, options);
    });
}
