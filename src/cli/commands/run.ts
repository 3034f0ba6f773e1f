import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { positiveNumber, wholeNumber, withCaseOptions } from '../options.ts';
import type { RunOptionsGiven } from '../run-scenarios.ts';

/** `smsim run`: plays scenarios and gives verdicts. */
export function registerRun(program: Command, context: Context): void {
  withCaseOptions(program.command('run'))
    .description('play scenarios and compare what happens with what they expect')
    .argument('<paths...>', 'scenario files, folders or globs')
    .addOption(
      new Option('--seeds <count>', 'play each case with this many seeds in a row')
        .argParser(positiveNumber)
        .default(1),
    )
    .addOption(
      new Option('--reporter <name>', 'how to tell the outcome')
        .choices(['summary', 'json', 'junit'])
        .default('summary'),
    )
    .option('--out <file>', 'write the report to a file; the summary still goes to the terminal')
    .option('--trace <file>', 'write the whole trace of the one chosen run as NDJSON')
    .addOption(new Option('--shuffle-ties <seed>', 'permute what happens at the same instant').argParser(wholeNumber))
    .option('--coverage', 'list the transitions of components that none of the runs has taken', false)
    .option('--strict-provenance', 'fail (exit 1) when a run rests on an assumption, and name it', false)
    .option('--strict', 'make real time and real chance throw during a run', false)
    .action(async (paths: readonly string[], options: RunOptionsGiven) => {
      const { runScenarios } = await import('../run-scenarios.ts');
      await runScenarios(context, paths, options);
    });
}
