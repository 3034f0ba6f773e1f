import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withCaseOptions, type CaseOptions } from '../options.ts';

/** `smsim export`: everything that exists at a moment of a run, as real files. */
export function registerExport(program: Command, context: Context): void {
  withCaseOptions(program.command('export'))
    .description('write folders, logs, registries, event logs and site databases of a run as files')
    .argument('<scenario>', 'a scenario file')
    .requiredOption('--at <time>', 'after all that happens up to this time of the scenario, or "end"')
    .requiredOption('--to <folder>', 'a new or empty folder')
    .addHelpText('after', escapes)
    .action(async (file: string, options: CaseOptions & { readonly at: string; readonly to: string }) => {
      const { exportScenario } = await import('../export-scenario.ts');
      await exportScenario(context, file, options);
    });
}

const escapes = `
Names that this or another host could not hold are escaped: the characters < > : " / \\ | ? * %, control
characters, a dot or blank at the end and the first letter of a device name (CON, NUL, COM1 ...) become %
and two hexadecimal digits of each UTF-8 byte; of two names that differ in case only, the second gets %232.`;
