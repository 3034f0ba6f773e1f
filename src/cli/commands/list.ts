import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim list`: which scenarios there are. */
export function registerList(program: Command, context: Context): void {
  program
    .command('list')
    .description('list scenarios with their article, title, variants and releases')
    .argument('[paths...]', 'scenario files, folders or globs; the library by default')
    .action(async (paths: readonly string[]) => {
      const { listScenarios } = await import('../list-scenarios.ts');
      await listScenarios(context, paths);
    });
}
