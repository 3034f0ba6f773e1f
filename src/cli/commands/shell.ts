import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { factor, withCaseOptions } from '../options.ts';
import type { ShellOptions } from '../open-shell.ts';

/** `smsim shell`: a session to type into. */
export function registerShell(program: Command, context: Context): void {
  withCaseOptions(program.command('shell'))
    .description('play live: step, run, go back, look around and do things, typed in the words of the time')
    .argument('[scenario]', 'a scenario file to begin with; without one, a site where nothing is planned')
    .addOption(paceOption())
    .addHelpText('after', example)
    .action(async (file: string | undefined, options: ShellOptions) => {
      const { openShell } = await import('../open-shell.ts');
      await openShell(context, file, options);
    });
}

/** `--pace`, of the commands that can tie virtual time to the clock on the wall. */
export function paceOption(): Option {
  return new Option('--pace <factor>', 'virtual seconds in a second; without it, time passes only when told to')
    .argParser(factor)
    .default(undefined);
}

const example = `
Lines may come from a file as well:  smsim shell < lesson.txt
Inside, help lists everything that can be typed.`;
