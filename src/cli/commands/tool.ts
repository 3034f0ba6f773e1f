import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withCaseOptions, type CaseOptions } from '../options.ts';

/** `smsim tool`: a period tool typed on a computer of a scenario. */
export function registerTool(program: Command, context: Context): void {
  withCaseOptions(program.command('tool'))
    .description(
      'type a tool of the time (invsync, setevnt, smscfg, clitravl, cliverify, readsche) on a computer of a run',
    )
    .argument('<scenario>', 'a scenario file')
    .argument('<computer>', 'the computer on which it is typed')
    .argument('<command line...>', 'the tool and its arguments')
    .option('--at <time>', 'after all that happens up to this time of the scenario, or "end"', 'end')
    .action(
      async (
        file: string,
        computer: string,
        command: readonly string[],
        options: CaseOptions & { readonly at: string },
      ) => {
        const { typeTool } = await import('../type-tool.ts');
        await typeTool(context, { file, computer, command }, options);
      },
    );
}
