import { tools } from '../../components/index.ts';
import { stepVerbs } from '../../scenario/index.ts';
import { actingCommands } from './acting-commands.ts';
import { Refusal, said } from './answer.ts';
import type { ShellCommand } from './command.ts';
import { fileCommands } from './file-commands.ts';
import { registryCommands } from './registry-commands.ts';
import { runCommands } from './run-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { siteCommands } from './site-commands.ts';
import { timeCommands } from './time-commands.ts';

const help: ShellCommand = {
  name: 'help',
  also: ['?', 'man'],
  group: 'session',
  syntax: 'help [command]',
  summary: 'Every command, or one with its examples; tools of the time and verbs too',
  examples: [
    ['help run', 'one command'],
    ['help hold open', 'a verb of the scenario language'],
  ],
  takes: ['command'],
  run: (_seat, { rest }) => said(rest.trim() === '' ? overview() : helpOn(rest.trim())),
};

/** Every command of the shell but `on`, which types others. */
export const commands: readonly ShellCommand[] = [
  ...[...timeCommands, ...fileCommands, ...registryCommands, ...siteCommands, ...runCommands, ...actingCommands],
  ...[...sessionCommands, help],
];

/** The command of a name, or of another name that people try. */
export function commandNamed(name: string): ShellCommand | undefined {
  const wanted = name.toLowerCase();
  return commands.find((one) => one.name === wanted || (one.also ?? []).includes(wanted));
}

const headings = {
  time: 'Time',
  looking: 'Looking (changes nothing)',
  acting: 'Acting',
  session: 'The session',
} as const;

const onLine = ['on <computer> [command]', 'Sits down at another computer, or types one command there'] as const;

function overview(): string {
  const lines = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((group) => {
    const own = commands
      .filter((one) => one.group === group)
      .map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
    const more = group === 'looking' ? [`  ${'on'.padEnd(10)} ${onLine[1]}`] : [];
    return [headings[group], ...own, ...more, ''];
  });
  return [
    ...lines,
    'Tools of the time, as they were typed',
    `  ${tools.map(({ name }) => name).join(', ')}`,
    '',
    'Every verb of the scenario language, as a step of a file',
    '  hold open: { path: C:\\SMS\\Logs\\Dataldr.log, on: SMSSRV1, for: 10m }',
    '  help verbs lists them; help <verb> shows one',
  ].join('\n');
}

function helpOn(name: string): string {
  const command = commandNamed(name);
  if (command !== undefined) {
    const width = Math.max(...command.examples.map(([line]) => line.length));
    const examples = command.examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
    return [command.syntax, command.summary, '', ...examples].join('\n');
  }
  if (name.toLowerCase() === 'on') return onLine.join('\n');
  if (name.toLowerCase() === 'verbs') {
    return stepVerbs.map(({ name: verb, summary }) => `${verb.padEnd(24)} ${summary}`).join('\n');
  }
  const tool = tools.find((one) => one.name === name.toLowerCase());
  const verb = stepVerbs.find((one) => one.name.toLowerCase() === name.toLowerCase().replace(/:$/, ''));
  if (tool !== undefined) return [tool.syntax, tool.summary, '', `  ${verb?.example ?? tool.name}`].join('\n');
  if (verb !== undefined) return [verb.summary, '', `  ${verb.example}`].join('\n');
  throw new Refusal(`there is no help on "${name}"; help lists everything`);
}
