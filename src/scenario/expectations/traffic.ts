import { z } from 'zod';
import { sizeMet, sizeShape } from '../finding/size-wish.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Bytes that a link has carried since the run began; a span of it is the difference of two looks. */
export const traffic = defineExpectation({
  name: 'traffic',
  summary: 'Bytes that passed between two computers since the beginning, in both directions together',
  schema: z.strictObject({
    between: z.tuple([computerName(), computerName()]).describe('The two computers'),
    bytes: sizeShape.describe('How many: 512, 2 KB, or at least and at most'),
  }),
  example: 'traffic: { between: [SMSSRV1, SMSNTCLI8], bytes: { at most: 200 KB } }',
  looksAt: 'state',
  check(play, given) {
    const [a, b] = given.between;
    const carried = play.world.network.carried(a, b);
    return { met: sizeMet(given.bytes, carried), actual: `${carried} bytes passed between ${a} and ${b}` };
  },
});
