import { z } from 'zod';
import { defineStep } from '../verb.ts';

/** An administrator changes the audit policy of the domain in User Manager. */
export const auditPolicy = defineStep({
  name: 'audit policy',
  summary: 'Sets whether servers write refused logons into their security logs (events 529 and 539); off at first',
  schema: z.strictObject({ 'failed logons': z.boolean().describe('Whether they are written') }),
  example: 'audit policy: { failed logons: true }',
  run(play, given) {
    play.world.accounts.auditsFailures = given['failed logons'];
    const told = given['failed logons'] ? 'failed logons are written' : 'nothing is written';
    play.simulation.record('account', 'scenario', 'audit policy', told);
  },
});
