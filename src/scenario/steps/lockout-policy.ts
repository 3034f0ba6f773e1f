import { z } from 'zod';
import { noLockout } from '../../world/index.ts';
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
    }),
  ]),
  example: 'lockout policy: { attempts: 5, for: 30m }',
  run(play, given) {
    const { accounts } = play.world;
    accounts.policy = given === 'off' ? noLockout : { attempts: given.attempts, duration: milliseconds(given.for) };
    const told = given === 'off' ? 'off' : `after ${given.attempts} attempts for ${given.for}`;
    play.simulation.record('account', 'scenario', 'lockout policy', told);
  },
});
