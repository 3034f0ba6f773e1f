import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim init`: a commented scenario to start from. */
export function registerInit(program: Command, context: Context): void {
  program
    .command('init')
    .description('write a commented scenario to start from; never overwrites a file')
    .argument('[file]', 'the file to write', 'my-scenario.yaml')
    .action(async (file: string) => {
      const { initScenario } = await import('../init-scenario.ts');
      await initScenario(context, file);
    });
}
