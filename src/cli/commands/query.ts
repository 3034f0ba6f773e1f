import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withCaseOptions, type CaseOptions } from '../options.ts';

/** `smsim query`: SQL on the site database of a run. */
export function registerQuery(program: Command, context: Context): void {
  withCaseOptions(program.command('query'))
    .description('ask the site database of a run with SQL')
    .argument('<scenario>', 'a scenario file')
    .argument('<sql>', 'a select statement')
    .option('--at <time>', 'after all that happens up to this time of the scenario, or "end"', 'end')
    .option('--site <code>', 'the site whose database is asked', undefined)
    .action(
      async (file: string, sql: string, options: CaseOptions & { readonly at: string; readonly site?: string }) => {
        const { queryScenario } = await import('../query-scenario.ts');
        await queryScenario(context, file, sql, options);
      },
    );
}
