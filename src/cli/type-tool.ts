import { tools } from '../components/index.ts';
import { runTool, type ScenarioPlay } from '../scenario/index.ts';
import { describeSchedule, parseScheduleToken, type Computer } from '../world/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { playUntil } from './play-until.ts';
import { chooseCase } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

/** What is typed, and where. */
export interface Typed {
  readonly file: string;
  readonly computer: string;
  /** The tool and its arguments; one text with blanks in it counts as several words. */
  readonly command: readonly string[];
}

/** Types a command on a computer at a moment of a run; prints what the person there sees, ends as the tool does. */
export async function typeTool(
  context: Context,
  typed: Typed,
  options: CaseOptions & { readonly at: string },
): Promise<void> {
  const [name = '', ...words] = typed.command.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  const tool = tools.find((candidate) => candidate.name === name.toLowerCase());
  if (tool === undefined) {
    throw new UsageError(`unknown tool "${name}"; there are ${tools.map((one) => one.name).join(', ')}`);
  }
  const chosen = await chooseCase(context, typed.file, options);
  const play = await playUntil(context, chosen, await runTools(), options.at);
  const computer = computerCalled(play, typed.computer);
  const dialogsBefore = computer.dialogs.length;
  runTool(play, computer, tool.name, words);
  const run = play.toolRuns.at(-1);
  if (run !== undefined && run.output !== '') context.write(`${run.output}\n`);
  for (const { title, text } of computer.dialogs.slice(dialogsBefore)) context.write(`[${title}] ${text}\n`);
  context.exitWith(run?.exitCode ?? 0);
}

/** Prints what a schedule token means. */
export async function readScheduleToken(context: Context, token: string): Promise<void> {
  const schedule = parseScheduleToken(token);
  if (schedule === undefined) throw new UsageError(`${token} is not a schedule: 16 hexadecimal digits are expected`);
  context.write(`${describeSchedule(schedule)}\n`);
}

function computerCalled(play: ScenarioPlay, name: string): Computer {
  const computer = play.world.computer(name);
  const names = [...play.world.computers.values()].map((one) => one.name).join(', ');
  if (computer === undefined) throw new UsageError(`there is no computer "${name}"; there are ${names}`);
  if (computer.power === 'off') throw new UsageError(`${computer.name} is off at that time`);
  return computer;
}
