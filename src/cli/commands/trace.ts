import { Option, type Command } from 'commander';
import type { Zoom } from '../../analysis/index.ts';
import type { Context } from '../context.ts';
import { withCaseOptions, type CaseOptions } from '../options.ts';

/** `smsim trace`: the story of a run. */
export function registerTrace(program: Command, context: Context): void {
  withCaseOptions(program.command('trace'))
    .description('tell what happened in a run, and what assumptions it rests on')
    .argument('<scenario>', 'a scenario file')
    .addOption(
      new Option('--zoom <zoom>', 'about five lines, about thirty, or every turn')
        .choices(['story', 'outline', 'turns'])
        .default('story'),
    )
    .action(async (file: string, options: CaseOptions & { readonly zoom: Zoom }) => {
      const { traceScenario } = await import('../tell-story.ts');
      await traceScenario(context, file, options);
    });
}
