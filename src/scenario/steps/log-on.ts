import { z } from 'zod';
import { logOff as endSession, logOn as beginSession } from '../../simulation/index.ts';
import { win32Text } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody logs on at a computer. */
export const logOn = defineStep({
  name: 'log on',
  summary: 'Logs a user on; whoever was logged on before is logged off',
  schema: z.strictObject({
    on: computerName().describe('Computer at which somebody logs on'),
    user: z.string().min(1).describe('Name of the user'),
    administrator: z.boolean().default(false).describe('Whether the user may do everything on this computer'),
    password: z.string().optional().describe('Checked against the account of the domain, when given'),
  }),
  example: 'log on: { on: PC1, user: ann, administrator: false }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    if (computer.power === 'off') return play.fail(`${computer.name} is off`);
    if (given.password !== undefined) {
      const accepted = play.world.accounts.authenticate(given.user, given.password, play.simulation.now);
      if (!accepted.ok) return play.fail(win32Text(accepted.error));
    }
    endSession(play.simulation, computer.name);
    return beginSession(play.simulation, computer.name, given.user, given.administrator);
  },
});

/** Whoever is logged on goes. */
export const logOff = defineStep({
  name: 'log off',
  summary: 'Logs the user of a computer off',
  schema: computerName().describe('Computer'),
  example: 'log off: PC1',
  run(play, given) {
    const computer = play.world.mustHave(given);
    if (computer.user === undefined) return play.fail(`nobody is logged on to ${computer.name}`);
    return endSession(play.simulation, computer.name);
  },
});
