import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { hasAll, quoted, textsToFind } from '../finding/texts.ts';
import { windowShape, withinReadings } from '../finding/windows.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Entries of the Windows NT event log of a computer. */
export const eventLog = defineExpectation({
  name: 'event log',
  summary: 'Entries of the Windows NT event log, by source, number and text',
  schema: z
    .strictObject({
      on: computerName().describe('Computer'),
      log: z.enum(['System', 'Security', 'Application']).optional().describe('Which log; any without it'),
      source: z.string().optional().describe('Source of the entry'),
      id: z.number().int().optional().describe('Number of the event'),
      type: z.enum(['Error', 'Warning', 'Information', 'Success Audit', 'Failure Audit']).optional(),
      has: textsToFind().optional().describe('Part of its text, or /regular expression/; or several'),
      ...timesShape,
      ...windowShape,
    })
    .refine(oneAmount, { message: oneAmountMessage }),
  example: 'event log: { on: SMSNTCLI8, log: System, source: Srv, id: 2013, times: 0 }',
  looksAt: 'state',
  changesWith: ['event', 'transition', 'step'],
  check(play, given) {
    const computer = play.world.mustHave(given.on);
    const inside = withinReadings(play, given, computer);
    const entries = computer.events.filter((one) => inside(one.time));
    const found = entries.filter(
      (one) =>
        (given.log ?? one.log) === one.log &&
        (given.source ?? one.source).toUpperCase() === one.source.toUpperCase() &&
        (given.id ?? one.id) === one.id &&
        (given.type ?? one.type) === one.type &&
        hasAll(given.has, one.text),
    );
    const met = timesMet(given, found.length);
    const last = found.at(-1) ?? entries.findLast((one) => one.source === given.source) ?? entries.at(-1);
    if (last === undefined) return { met, actual: 'no entries' };
    const title = `${last.log} ${last.type} ${last.id} of ${last.source}`;
    const words = `${title} at ${isoTime(last.time)}: ${quoted(last.text)}`;
    if (found.length === 0) return { met, actual: `no such entry; the nearest is ${words}` };
    return { met, actual: `${found.length === 1 ? 'one entry' : `${found.length} entries`}, the last ${words}` };
  },
});
