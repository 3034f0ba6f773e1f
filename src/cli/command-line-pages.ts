import type { Argument, Command, Option } from 'commander';
import { code, page, table, type ReferencePage } from '../analysis/index.ts';
import { exitCodes } from './exit-codes.ts';

/** The reference pages about the command line itself. */
export function commandLinePages(program: Command): readonly ReferencePage[] {
  return [
    { path: 'command-line.md', about: 'Every command with its arguments and options.', text: commandsPage(program) },
    { path: 'exit-codes.md', about: 'What the exit codes mean.', text: exitCodesPage() },
  ];
}

function commandsPage(program: Command): string {
  return page(
    'Command line',
    program.description(),
    'For every command:',
    table(['option', 'meaning'], program.options.map(optionRow)),
    ...program.commands.toSorted((a, b) => (a.name() < b.name() ? -1 : 1)).flatMap(commandParts),
  );
}

function commandParts(command: Command): readonly string[] {
  return [
    `## smsim ${command.name()}`,
    sentence(command.description()),
    code(`smsim ${command.name()} ${command.usage()}`),
    table(
      ['argument or option', 'meaning'],
      [...command.registeredArguments.map(argumentRow), ...command.options.map(optionRow)],
    ),
  ];
}

function argumentRow(argument: Argument): readonly string[] {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return [code(argument.required ? `<${name}>` : `[${name}]`), argument.description];
}

function optionRow(option: Option): readonly string[] {
  const { argChoices, defaultValueDescription } = option;
  const choices = argChoices === undefined ? '' : `: ${argChoices.map(code).join(', ')}`;
  const plain: unknown = option.defaultValue;
  const own = typeof plain === 'string' || typeof plain === 'number' ? code(String(plain)) : undefined;
  const standard = defaultValueDescription ?? own;
  return [
    code(option.flags),
    `${option.description}${choices}${standard === undefined ? '' : `; default ${standard}`}`,
  ];
}

function exitCodesPage(): string {
  const rows = Object.entries(meanings).map(([name, meaning]) => [String(exitCodes[name as ExitCodeName]), meaning]);
  const intro = 'Where several apply, the first of this order counts: 2, 3, 6, 4, 5, 1.';
  return page('Exit codes', table(['code', 'meaning'], rows), intro);
}

type ExitCodeName = keyof typeof exitCodes;

const meanings: Readonly<Record<ExitCodeName, string>> = {
  asExpected: 'everything was as expected',
  mismatch:
    'an expectation was not met, a run rests on an assumption under `--strict-provenance`, or a check found ' +
    'something out of date',
  usage: 'the command line is wrong, or a scenario file has mistakes; nothing was run',
  fault:
    'smsim itself failed; it names seed, turn and the checkpoint file, `smsim-fault-....json` in the working folder',
  limit: 'a limit was reached without progress',
  contradiction: 'a claim of an article is contradicted by what the builds do',
  notDeterministic: 'two runs that must be equal are not',
  interrupted: 'ended by Ctrl-C; what was known so far has been told',
};

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
