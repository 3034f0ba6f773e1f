import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { hasAll, hasAny, quoted, textsToFind } from '../finding/texts.ts';
import { windowShape, withinReadings } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Dialog boxes that the user of a computer was shown. */
export const dialog = defineExpectation({
  name: 'dialog',
  summary: 'Dialog boxes that the user of a computer was shown, by title and text',
  schema: z
    .strictObject({
      on: computerName().describe('Computer'),
      title: patternText().optional().describe('Part of the title'),
      has: textsToFind().optional().describe('Part of the text, or /regular expression/; or several'),
      lacks: textsToFind().optional().describe('What the text does not have'),
      ...timesShape,
      ...windowShape,
    })
    .refine(oneAmount, { message: oneAmountMessage }),
  example: 'dialog: { on: SMSNTCLI8, title: Set Client Event, has: has been signaled }',
  looksAt: 'state',
  changesWith: ['window', 'step'],
  check(play, given) {
    const computer = play.world.mustHave(given.on);
    const inside = withinReadings(play, given, computer);
    const shown = computer.dialogs.filter((one) => inside(one.time));
    const found = shown.filter(
      ({ title, text }) =>
        (given.title === undefined || matches(given.title, title)) &&
        hasAll(given.has, text) &&
        !hasAny(given.lacks, text),
    );
    const met = timesMet(given, found.length);
    const last = found.at(-1) ?? shown.at(-1);
    if (last === undefined) return { met, actual: 'no dialog boxes' };
    const words = `${quoted(last.title)} at ${isoTime(last.time)}: ${quoted(last.text)}`;
    if (found.length === 0) return { met, actual: `no such dialog box; the last one is ${words}` };
    return {
      met,
      actual: `${found.length === 1 ? 'one dialog box' : `${found.length} dialog boxes`}, the last ${words}`,
    };
  },
});
