import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withCaseOptions } from '../options.ts';
import type { ReportOptions } from '../reported-case.ts';

/** `smsim report`: a finished run as one page to hand out. */
export function registerReport(program: Command, context: Context): void {
  withCaseOptions(program.command('report'))
    .description('write a page that shows a run: one HTML file, which opens by double click and needs no network')
    .argument('<scenario or trace>', 'a scenario file, or a trace file written by smsim run --trace')
    .requiredOption('-o, --out <file>', 'the page; one that is there is replaced')
    .option('--against <variant or release>', 'show the same in this variant or on this release beside it')
    .action(async (file: string, options: ReportOptions) => {
      const { reportRun } = await import('../report-run.ts');
      await reportRun(context, file, options);
    });
}
