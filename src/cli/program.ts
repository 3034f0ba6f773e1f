import { Command, Option } from 'commander';
import { registerCommands } from './commands/index.ts';
import type { Context } from './context.ts';
import { logLevels, type LogLevel } from './tool-log.ts';

const examples = `
Examples:
  smsim tour                                       the resync of the InvSync page, told in a few lines
  smsim run scenarios                              every scenario that ships with smsim
  smsim run my.yaml --release SP2,SP4 --seeds 20   one scenario on two releases with twenty seeds each
  smsim matrix my.yaml                             every release, beside what the article claims
  smsim bisect my.yaml                             the first release that cures it
  smsim trace my.yaml --zoom outline               what happened, in about thirty lines
  smsim query my.yaml "select Name0 from System_DISC"
  smsim exam my.yaml --seed 7                      what happens next? asked, graded and explained
  smsim soak --every "0 2 * * *"                   the library every night, with ever new seeds
  smsim report my.yaml -o my.html                  a page to hand out, which opens by double click
  smsim export my.yaml --at "day 2 09:00" --to look

Exit codes: 0 as expected, 1 a mismatch, 2 usage or an invalid scenario, 3 a fault of smsim,
4 a limit reached without progress, 5 a claim of the KB contradicted, 6 not deterministic.
Where several apply: 3, 6, 4, 5, 1. Ctrl-C ends with 130.`;

/** The whole command line; commands load what they need when they are called, so that `--version` stays fast. */
export function buildProgram(context: Context, setLevel: (level: LogLevel) => void): Command {
  const program = new Command('smsim');
  program
    .description('Emulates Microsoft Systems Management Server 2.0 and plays scenarios in it, in virtual time.')
    .version(context.version, '-V, --version', 'print the version of smsim')
    .option('--verbose', 'tell what smsim itself is doing, on the error stream')
    .addOption(new Option('--log-level <level>', 'how much to tell').choices(logLevels))
    .addHelpText('after', examples)
    .showSuggestionAfterError(true)
    .hook('preAction', (_program, command) => {
      const { verbose, logLevel } = command.optsWithGlobals<{ verbose?: boolean; logLevel?: LogLevel }>();
      setLevel(logLevel ?? (verbose === true ? 'debug' : 'warn'));
    });
  registerCommands(program, context);
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({ writeOut: context.write, writeErr: context.complain });
    command.showHelpAfterError('(smsim --help lists the commands and their options)');
  }
  return program;
}
