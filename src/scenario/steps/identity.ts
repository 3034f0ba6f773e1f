import { z } from 'zod';
import { forgetIdentity, storeIdentity } from '../../components/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

const guid = /^GUID:[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

/** A client gets the SMS unique identifier that a scenario wants, or loses its own: registry and files (Q257808). */
export const identity = defineStep({
  name: 'identity',
  summary: 'Gives a client an SMS unique identifier, or takes it away',
  schema: z.strictObject({
    on: computerName().describe('Client'),
    guid: z.union([
      z.literal('none'),
      z.string().regex(guid, 'write GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE, or none'),
    ]),
  }),
  example: "identity: { on: PC1, guid: 'GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE' }",
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    if (given.guid !== 'none') storeIdentity(computer, given.guid.toUpperCase());
    else if (!forgetIdentity(computer)) play.fail(`${given.on} has no SMS unique identifier`);
  },
});
