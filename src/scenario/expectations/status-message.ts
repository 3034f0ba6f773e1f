import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import type { SiteDatabase } from '../../world/index.ts';
import { counted, oneAmount, oneAmountMessage, timesMet, timesShape, type Times } from '../finding/amounts.ts';
import { hasAll, textsToFind } from '../finding/texts.ts';
import { shownTime, windowShape, withinWindow } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import { siteCode } from '../references.ts';
import { defineExpectation } from '../verb.ts';

const schema = z
  .strictObject({
    site: siteCode().optional().describe('Site in whose database it lies; the site of the scenario without it'),
    id: z.number().int().optional().describe('Message number: 2719'),
    component: patternText().optional().describe('Component that reports it'),
    computer: patternText().optional().describe('Computer on which it was reported'),
    severity: z.enum(['informational', 'warning', 'error']).optional(),
    inserts: textsToFind().optional().describe('Texts that are found among its insertion strings'),
    ...timesShape,
    ...windowShape,
  })
  .refine(oneAmount, { message: oneAmountMessage });

type Wanted = z.infer<typeof schema>;

/** Status messages as the site database holds them. */
export const statusMessage = defineExpectation({
  name: 'status message',
  summary: 'Status messages in the site database, by number, component, severity and insertion strings',
  schema,
  example: 'status message: { id: 2719, component: SMS_INVENTORY_DATA_LOADER, severity: warning, times: 1 }',
  looksAt: 'state',
  changesWith: ['database', 'step', 'delivery'],
  check(play, given) {
    const code = given.site ?? [...play.world.databases.keys()][0] ?? '';
    const stored = play.world.database(code);
    if (stored === undefined) return { met: false, actual: `site ${code} has no site database` };
    const inside = withinWindow(play, given);
    const messages = messagesOf(stored).filter((one) => !isEarlierOrLater(one.time, inside));
    const fitting = messages.filter((one) => fits(given, one));
    const last = fitting.at(-1) ?? messages.findLast((one) => one.id === given.id) ?? messages.at(-1);
    return { met: timesMet(given, fitting.length), actual: describe(given, fitting.length, last) };

    function describe(_times: Times, count: number, one: Message | undefined): string {
      if (one === undefined) return 'no status messages at all';
      const words = `${one.id} (${one.severity}) of ${one.component} on ${one.computer} at ${shownTime(play, one.time)}`;
      const text = one.inserts.length === 0 ? words : `${words}: ${one.inserts.join(' / ')}`;
      return count === 0 ? `no such message; the nearest is ${text}` : `${counted(count, 'message')}, the last ${text}`;
    }
  },
});
