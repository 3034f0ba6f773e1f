import { tools } from '../../components/index.ts';
import { didYouMean, stepVerbs } from '../../scenario/index.ts';
import { TurnFailed } from '../session/index.ts';
import { Refusal, said, type Answer } from './answer.ts';
import { wordsOf } from './command.ts';
import { commandNamed, commands } from './commands.ts';
import { doDeed, doTyped } from './do-deed.ts';
import type { Seat } from './seat.ts';
import { computerNamed } from './site-commands.ts';

/**
 * Does one line that was typed at a seat, and answers what is to be printed. A line that cannot be done is answered
 * with the reason; then nothing has changed.
 */
export async function interpret(seat: Seat, line: string, signal?: AbortSignal): Promise<Answer> {
  try {
    return await answerTo(seat, line.trim(), signal);
  } catch (error) {
    if (error instanceof Refusal || error instanceof TurnFailed) return { text: error.message, ok: false };
    throw error;
  }
}

async function answerTo(seat: Seat, line: string, signal: AbortSignal | undefined): Promise<Answer> {
  if (line === '' || line.startsWith('#')) return said('');
  if (/^[a-z]:\\?$/i.test(line)) return answerTo(seat, `cd ${line}`, signal);
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
  if (name.toLowerCase() === 'on') return onAnother(seat, rest, signal);
  if (isStep(line)) return doTyped(seat.session, line);
  const stuck = /^(cd|dir)([.\\].*)$/i.exec(name);
  const command = commandNamed(stuck?.[1] ?? name);
  const typed = stuck === null ? rest : `${stuck[2]} ${rest}`;
  if (command !== undefined) return command.run(seat, { rest: typed, words: wordsOf(typed), signal });
  const tool = tools.find((one) => `${line.toLowerCase()} `.startsWith(`${one.name} `));
  if (tool !== undefined) return typeTool(seat, tool.name, line.slice(tool.name.length).trim());
  throw new Refusal(unknown(name, line));
}

/** A step is a mapping: `verb: ...`, or several keys in braces. */
function isStep(line: string): boolean {
  if (line.startsWith('{')) return true;
  const [, key] = /^([^:{}[\]'"\\]+):(?:\s|$)/.exec(line) ?? [];
  return key !== undefined && commandNamed(key.split(' ', 1)[0] ?? '')?.name !== 'run';
}

async function onAnother(seat: Seat, rest: string, signal: AbortSignal | undefined): Promise<Answer> {
  const [, name, line = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
  if (name === undefined) throw new Refusal('on needs a computer: on SMSNTCLI8');
  const before = seat.computer;
  seat.sitAt(computerNamed(seat, name));
  if (line === '') return said('');
  try {
    return await answerTo(seat, line, signal);
  } finally {
    seat.sitAt(before);
  }
}

/** A tool runs in the folder that somebody is in; in the root of the drive nothing need be said of it. */
function typeTool(seat: Seat, tool: string, given: string): Answer {
  const { computer, folder } = seat;
  if (folder.startsWith('\\\\'))
    throw new Refusal('UNC paths are not supported as the current directory of a program.');
  const place = folder === 'C:' ? {} : { in: folder };
  return doDeed(seat.session, { [tool]: { on: computer.name, ...place, arguments: given } });
}

function unknown(name: string, line: string): string {
  const message = `'${name}' is not recognized as an internal or external command, operable program or batch file.`;
  const verb = stepVerbs.find((one) => `${line.toLowerCase()} `.startsWith(`${one.name.toLowerCase()} `));
  if (verb !== undefined) return `${message}\nAs a verb of the scenario language it takes a colon:  ${verb.example}`;
  const words = [
    ...commands.flatMap((one) => [one.name, ...(one.also ?? [])]),
    'on',
    ...tools.map((tool) => tool.name),
  ];
  const hint = didYouMean(name, words);
  return `${message}\n${hint ?? 'help lists everything that can be typed'}`;
}
