import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { toLocal } from '../../world/index.ts';
import { hasAll, hasAny, quoted, textsToFind } from '../finding/texts.ts';
import { windowShape, withinReadings } from '../finding/windows.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** All that reaches the eyes of a user: dialog boxes, the output of tools, a computer that has become slow. */
export const userSees = defineExpectation({
  name: 'user sees',
  summary: 'What the user of a computer sees: dialog boxes and the output of tools together, or that it is slow',
  schema: z
    .strictObject({
      on: computerName().describe('Computer'),
      has: textsToFind().optional().describe('A text that is seen, or /regular expression/; or several'),
      lacks: textsToFind().optional().describe('A text that is not seen'),
      nothing: z.literal(true).optional().describe('Neither a dialog box nor any output'),
      slow: z.boolean().optional().describe('Whether the computer is slow now, because inventory runs (Q206800)'),
      ...windowShape,
    })
    .refine(({ nothing, has }) => nothing === undefined || has === undefined, {
      message: 'nothing does not go with has',
    }),
  example: 'user sees: { on: SMSNTCLI8, nothing: true, from: 09:00 }',
  looksAt: 'state',
  check(play, given) {
    const computer = play.world.mustHave(given.on);
    const inside = withinReadings(play, given, computer);
    const seen = sights(play, given.on).filter((one) => inside(one.time));
    const all = seen.map((one) => one.text).join('\n');
    const slow = computer.busyWith !== undefined;
    const met =
      hasAll(given.has, all) &&
      !hasAny(given.lacks, all) &&
      (given.nothing === undefined || seen.length === 0) &&
      (given.slow ?? slow) === slow;
    const last = seen.at(-1);
    const words = last === undefined ? 'nothing' : `${quoted(last.text)} at ${isoTime(last.time)}`;
    const pace = slow ? `the computer is slow (${computer.busyWith})` : 'the computer is not slow';
    return { met, actual: given.slow === undefined ? words : `${words}; ${pace}` };
  },
});

/** Titles, texts and outputs in order of time, by the computer's own clock. */
function sights(play: Play, name: string): readonly { readonly time: number; readonly text: string }[] {
  const computer = play.world.mustHave(name);
  const boxes = computer.dialogs.map(({ time, title, text }) => ({ time, text: `${title}: ${text}` }));
  const outputs = play.toolRuns
    .filter((run) => run.computer.toUpperCase() === computer.name.toUpperCase() && run.output !== '')
    .map((run) => ({ time: toLocal(computer.zone, run.time + computer.clockError), text: run.output }));
  return [...boxes, ...outputs].toSorted((a, b) => a.time - b.time);
}
