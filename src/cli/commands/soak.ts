import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { positiveNumber, withCaseOptions } from '../options.ts';
import type { SoakOptions } from '../soak-scenarios.ts';

/** `smsim soak`: runs scenarios again and again with new seeds and keeps a ledger of it. */
export function registerSoak(program: Command, context: Context): void {
  withCaseOptions(program.command('soak'))
    .description('run scenarios by a schedule with ever new seeds, and keep a ledger of what failed')
    .argument('[paths...]', 'scenario files, folders or globs; the library by default')
    .option('--every <cron>', 'begin a pass at the times of a cron expression, until Ctrl-C: "0 2 * * *"')
    .option('--once', 'make one pass now', false)
    .option('--summary', 'only tell what the ledger has', false)
    .addOption(
      new Option('--seeds <count>', 'play each case with this many seeds').argParser(positiveNumber).default(1),
    )
    .option('--ledger <file>', 'where runs are kept, one line of JSON each', 'soak.ndjson')
    .action(async (paths: readonly string[], options: SoakOptions) => {
      const { cronSchedule } = await import('../pass-schedule.ts');
      const { soakScenarios } = await import('../soak-scenarios.ts');
      await soakScenarios(context, paths, options, cronSchedule);
    });
}
