import { z } from 'zod';
import { assumedLockoutReset, documentedLockout, noLockout } from '../../world/index.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

/** An administrator changes the account policy of the domain (Q227033). */
export const lockoutPolicy = defineStep({
  name: 'lockout policy',
  summary: 'Sets after how many wrong passwords an account is locked, and for how long',
  schema: z.union([
    z.literal('off'),
    z.strictObject({
      attempts: z.number().int().min(1).default(5).describe('Wrong passwords that lock an account'),
      for: durationText().default('30m').describe('How long it stays locked'),
      'reset after': durationText().optional().describe('When a wrong password is forgotten; 30m if not given'),
    }),
  ]),
  example: 'lockout policy: { attempts: 5, for: 30m }',
  run(play, given) {
    const { accounts } = play.world;
    if (given === 'off') {
      accounts.policy = noLockout;
      return void play.simulation.record('account', 'scenario', 'lockout policy', 'off');
    }
    const reset = given['reset after'];
    if (reset === undefined) play.simulation.foundations.note('lockout policy: reset after', assumedLockoutReset);
    const resetAfter = reset === undefined ? documentedLockout.resetAfter : milliseconds(reset);
    accounts.policy = { attempts: given.attempts, duration: milliseconds(given.for), resetAfter };
    const told = `after ${given.attempts} attempts for ${given.for}`;
    return void play.simulation.record('account', 'scenario', 'lockout policy', told);
  },
});
