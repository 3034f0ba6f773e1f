import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { wholeNumber, withCaseOptions } from '../options.ts';
import type { ServeDeskOptions } from '../serve-desk.ts';
import { paceOption } from './shell.ts';

/** `smsim serve`: a session in the browser of this computer. */
export function registerServe(program: Command, context: Context): void {
  withCaseOptions(program.command('serve'))
    .description('play live in the browser of this computer; no other computer reaches it')
    .argument('[scenario]', 'a scenario file to begin with; without one, a site where nothing is planned')
    .addOption(new Option('--port <number>', 'where it listens; 0: a free port').argParser(wholeNumber).default(4280))
    .addOption(paceOption())
    .action(async (file: string | undefined, options: ServeDeskOptions) => {
      const { serveDesk } = await import('../serve-desk.ts');
      await serveDesk(context, file, options);
    });
}
