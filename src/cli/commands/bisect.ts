import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withComparisonOptions, type ComparisonOptions } from '../options.ts';

/** `smsim bisect`: the first release that cures a symptom. */
export function registerBisect(program: Command, context: Context): void {
  withComparisonOptions(program.command('bisect'))
    .description('find the first release that cures the symptom of a scenario, in as few runs as that takes')
    .argument('<scenario>', 'a scenario file')
    .action(async (file: string, options: ComparisonOptions) => {
      const { bisectReleases } = await import('../bisect-releases.ts');
      await bisectReleases(context, file, options);
    });
}
