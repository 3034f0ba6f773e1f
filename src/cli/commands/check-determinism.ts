import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import type { DeterminismOptions } from '../check-determinism.ts';
import { collected, withCaseOptions } from '../options.ts';

/** `smsim check-determinism`: the same run in every way that must not matter. */
export function registerCheckDeterminism(program: Command, context: Context): void {
  withCaseOptions(program.command('check-determinism'))
    .description('run each case again in every way that must not matter, and compare the heads')
    .argument('<paths...>', 'scenario files, folders or globs')
    .addOption(
      new Option('--node <path>', 'another Node to run it with; repeatable').argParser(collected).default([], 'none'),
    )
    .option('--with-a-bad-component', 'positive control: components that draw real chance, which must be caught', false)
    .action(async (paths: readonly string[], options: DeterminismOptions) => {
      const { checkDeterminism } = await import('../check-determinism.ts');
      await checkDeterminism(context, paths, options);
    });
}
