import { z } from 'zod';
import { zoneNames } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody chooses another time zone in the Control Panel; the true time stays, the reading changes. */
export const zone = defineStep({
  name: 'zone',
  summary: 'Puts a computer into another time zone',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    zone: z.enum(zoneNames()).describe('Standard name: Pacific Standard Time'),
  }),
  example: 'zone: { on: PC1, zone: Pacific Standard Time }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    computer.zone = given.zone;
    play.simulation.record('note', computer.name, 'zone', given.zone);
  },
});
