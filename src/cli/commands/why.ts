import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withCaseOptions, type CaseOptions } from '../options.ts';

/** `smsim why`: the causes of something, step by step. */
export function registerWhy(program: Command, context: Context): void {
  withCaseOptions(program.command('why'))
    .description('tell why something happened: the shortest chain of causes, in words')
    .argument('<scenario>', 'a scenario file')
    .argument('<turn or text>', 'the number of a turn, or a text of the log line, file or message to explain')
    .action(async (file: string, asked: string, options: CaseOptions) => {
      const { explain } = await import('../explain.ts');
      await explain(context, file, asked, options);
    });
}
