import { runTool } from '../scenario/index.ts';
import { describeSchedule, parseScheduleToken } from '../world/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { playUntil } from './play-until.ts';
import { chooseCase } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

/** Types a command on a computer at a moment of a run; prints what the person there sees, ends as the tool does. */
export async function typeTool(
  context: Context,
  typed: { readonly file: string; readonly computer: string; readonly command: string },
  options: CaseOptions & { readonly at: string },
): Promise<void> {
  const chosen = await chooseCase(context, typed.file, options);
  const play = playUntil(context, chosen, await runTools(), options.at);
  const computer = play.world.computer(typed.computer);
  if (computer === undefined) {
    const names = [...play.world.computers.values()].map((one) => one.name).join(', ');
    throw new UsageError(`there is no computer "${typed.computer}"; there are ${names}`);
  }
  const dialogsBefore = computer.dialogs.length;
  const { output, exitCode } = runTool(play, computer.name, typed.command);
  if (output !== '') context.write(`${output}\n`);
  for (const { title, text } of computer.dialogs.slice(dialogsBefore)) context.write(`[${title}] ${text}\n`);
  context.exitWith(exitCode);
}

/** Prints what a schedule token means. */
export async function readScheduleToken(context: Context, token: string): Promise<void> {
  const schedule = parseScheduleToken(token);
  if (schedule === undefined) throw new UsageError(`${token} is not a schedule: 16 hexadecimal digits are expected`);
  context.write(`${describeSchedule(schedule)}\n`);
}
