import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim validate`: every mistake of every file at once, without running anything. */
export function registerValidate(program: Command, context: Context): void {
  program
    .command('validate')
    .description('check scenario files without running them; exit code 2 where one is wrong')
    .argument('<paths...>', 'scenario files, folders or globs')
    .action(async (paths: readonly string[]) => {
      const { loadChosen } = await import('../selection.ts');
      const { scenarios } = await loadChosen(context, paths);
      context.write(`${scenarios.length} ${scenarios.length === 1 ? 'scenario' : 'scenarios'}, no mistakes\n`);
    });
}
