import { z } from 'zod';
import { startService, stopService } from '../../simulation/index.ts';
import { done, failure, win32, type Outcome } from '../../world/index.ts';
import { refuse } from '../given-path.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

const doing = z.enum(['start', 'stop', 'kill', 'restart']).describe('kill: without a chance to end in order');

type Doing = z.infer<typeof doing>;

/** Somebody controls a service in the Control Panel. */
export const service = defineStep({
  name: 'service',
  summary: 'Starts, stops, kills or restarts a service, or changes how it starts',
  schema: z
    .strictObject({
      on: computerName().describe('Computer of the service'),
      name: z.string().min(1).describe('SMS_EXECUTIVE, SMS Client Service'),
      do: doing.optional(),
      'start type': z.enum(['Automatic', 'Manual', 'Disabled']).optional(),
    })
    .refine((given) => given.do !== undefined || given['start type'] !== undefined, 'name do or start type'),
  example: 'service: { on: PC1, name: SMS Client Service, do: restart }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    const known = computer.service(given.name);
    const startType = given['start type'];
    if (known !== undefined && startType !== undefined) computer.setService({ ...known, startType });
    const outcome =
      known === undefined ? failure(win32.serviceNotFound) : control(play, given.on, given.name, given.do);
    refuse(play, given.name, outcome);
  },
});

/** Somebody controls all services of SMS on a computer, as Setup does before it replaces files. */
export const allSmsServices = defineStep({
  name: 'all SMS services',
  summary: 'Starts, stops, kills or restarts every SMS service of a computer',
  schema: z.strictObject({ on: computerName().describe('Site server, CAP or client'), do: doing }),
  example: 'all SMS services: { on: SMSSRV1, do: stop }',
  run(play, given) {
    const names = smsServices(play, given.on);
    if (names.length === 0) play.fail(`${given.on} has no SMS service`);
    for (const name of names) control(play, given.on, name, given.do);
  },
});

/** The names of the SMS services of a computer, in the order in which they were installed. */
export function smsServices(play: Play, computer: string): readonly string[] {
  const services = [...play.world.mustHave(computer).services.values()];
  return services.map(({ name }) => name).filter((name) => /^SMS[ _]/i.test(name));
}

function control(play: Play, on: string, name: string, what: Doing | undefined): Outcome {
  if (what === undefined) return done;
  if (play.world.mustHave(on).power === 'off') return failure(win32.badNetPath);
  if (what === 'start') return startService(play.simulation, on, name);
  const stopped = stopService(play.simulation, on, name, what === 'kill' ? 'killed' : 'stopped');
  if (what !== 'restart') return stopped;
  return startService(play.simulation, on, name);
}
