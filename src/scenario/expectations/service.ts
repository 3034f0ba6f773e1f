import { z } from 'zod';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** A Windows service as the Service Control Manager of a computer knows it. */
export const service = defineExpectation({
  name: 'service',
  summary: 'A Windows service: running, stopped or absent, its start type and account',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    service: z.string().describe('Name of the service: SMS_EXECUTIVE'),
    state: z.enum(['Running', 'Stopped', 'absent']).optional(),
    'start type': z.enum(['Automatic', 'Manual', 'Disabled']).optional(),
    account: z.string().optional().describe('Account it runs under'),
  }),
  example: 'service: { on: SMSSRV1, service: SMS_EXECUTIVE, state: Running }',
  looksAt: 'state',
  changesWith: ['service', 'power', 'step'],
  check(play, given) {
    const found = play.world.mustHave(given.on).service(given.service);
    if (found === undefined) return { met: given.state === 'absent', actual: `there is no service ${given.service}` };
    const met =
      (given.state ?? found.state) === found.state &&
      (given['start type'] ?? found.startType) === found.startType &&
      (given.account ?? found.account).toUpperCase() === found.account.toUpperCase();
    return { met, actual: `${found.state}, starts ${found.startType}, account ${found.account}` };
  },
});
