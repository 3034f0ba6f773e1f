import { z } from 'zod';
import { sizeMet, sizeShape } from '../finding/size-wish.ts';
import { windowShape, withinWindow, type Window } from '../finding/windows.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Bytes that a link has carried; a copy counts when it ends, whole or broken off. */
export const traffic = defineExpectation({
  name: 'traffic',
  summary:
    'Bytes that passed between two computers in both directions: since the beginning, or in a window of time, ' +
    'where a copy counts when it ends',
  schema: z.strictObject({
    between: z.tuple([computerName(), computerName()]).describe('The two computers'),
    bytes: sizeShape.describe('How many: 512, 2 KB, or at least and at most'),
    ...windowShape,
  }),
  example: 'traffic: { between: [SMSSRV1, SMSNTCLI8], bytes: { at most: 200 KB }, from: 09:00, until: 12:00 }',
  looksAt: 'history',
  changesWith: ['traffic'],
  check(play, given) {
    const [a, b] = given.between;
    const whole = given.from === undefined && given.until === undefined;
    const carried = whole ? play.world.network.carried(a, b) : carriedWithin(play, a, b, given);
    return { met: sizeMet(given.bytes, carried), actual: `${carried} bytes passed between ${a} and ${b}` };
  },
});

function carriedWithin(play: Play, a: string, b: string, window: Window): number {
  const inside = withinWindow(play, window);
  const ways = new Set([`${a} > ${b}`, `${b} > ${a}`].map((way) => way.toUpperCase()));
  const records = play.recordsOf('traffic').filter((one) => inside(one.time) && ways.has(one.subject.toUpperCase()));
  return records.reduce((sum, record) => sum + Number.parseInt(record.detail, 10), 0);
}
