import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim replay`: runs the run of a trace file again and compares. */
export function registerReplay(program: Command, context: Context): void {
  program
    .command('replay')
    .description('run again what a trace file tells of and compare; exit code 6 with the first difference')
    .argument('<trace>', 'a trace file written by smsim run --trace')
    .action(async (file: string) => {
      const { replayTrace } = await import('../replay-trace.ts');
      await replayTrace(context, file);
    });
}
