import { z } from 'zod';
import { oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { hasAll, hasAny, quoted, textsToFind } from '../finding/texts.ts';
import { shownTime, windowShape, withinWindow } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** What a command-line tool printed, as the person who typed the command saw it. */
export const console = defineExpectation({
  name: 'console',
  summary: 'Output and exit code of the tools that were run',
  schema: z
    .strictObject({
      on: computerName().optional().describe('Computer at which it was typed; any without it'),
      command: patternText().describe('Part of the command line: invsync hw'),
      has: textsToFind().optional().describe('Part of the output, or /regular expression/; or several'),
      lacks: textsToFind().optional().describe('What the output does not have'),
      'exit code': z.number().int().optional(),
      ...timesShape,
      ...windowShape,
    })
    .refine(oneAmount, { message: oneAmountMessage }),
  example: 'console: { on: SMSSRV1, command: invsync hw SMSNTCLI8, has: has been sent, exit code: 0 }',
  looksAt: 'state',
  changesWith: ['step'],
  check(play, given) {
    const inside = withinWindow(play, given);
    const on = given.on?.toUpperCase();
    const runs = play.toolRuns.filter(
      (run) =>
        inside(run.time) &&
        (on ?? run.computer.toUpperCase()) === run.computer.toUpperCase() &&
        matches(given.command, run.command),
    );
    const found = runs.filter(
      (run) =>
        hasAll(given.has, run.output) &&
        !hasAny(given.lacks, run.output) &&
        (given['exit code'] ?? run.exitCode) === run.exitCode,
    );
    const met = timesMet(given, found.length);
    const last = found.at(-1) ?? runs.at(-1);
    if (last === undefined) return { met, actual: 'no such command was typed' };
    const words = `${quoted(last.output)}, exit code ${last.exitCode}, at ${shownTime(play, last.time)}`;
    return { met, actual: `${last.command} on ${last.computer}: ${words}` };
  },
});
