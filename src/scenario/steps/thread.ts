import { z } from 'zod';
import { processName } from '../../simulation/index.ts';
import { componentName, computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** The registry key of a thread of SMS Executive, with Requested Operation and Current State (Q326589). */
function threadKey(component: string): string {
  return `HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_EXECUTIVE\\Threads\\${component}`;
}

/** One thread of SMS Executive is stopped or started through the registry, as SMS Service Manager does (Q326589). */
export const thread = defineStep({
  name: 'thread',
  summary: 'Stops or starts one thread of SMS Executive through its Requested Operation in the registry',
  schema: z.strictObject({
    on: computerName().describe('Site server or CAP'),
    component: componentName().describe('SMS_INVENTORY_DATA_LOADER'),
    do: z.enum(['start', 'stop']),
  }),
  example: 'thread: { on: SMSSRV1, component: SMS_INVENTORY_DATA_LOADER, do: stop }',
  run(play, given) {
    const { simulation } = play;
    const computer = play.world.mustHave(given.on);
    const id = processName(computer.name, given.component);
    const { components } = simulation.productOn(computer);
    const isThread = components.some((c) => c.name === given.component && c.service === executive);
    if (!isThread) return play.fail(`${given.component} is no thread of ${executive}`);
    if (computer.service(executive)?.state !== 'Running')
      return play.fail(`${executive} does not run on ${computer.name}`);
    const key = threadKey(given.component);
    const stops = given.do === 'stop';
    computer.registry.set(key, 'Requested Operation', { type: 'REG_SZ', data: stops ? 'Stop' : 'Start' });
    if (simulation.processes.has(id) !== stops) {
      return play.fail(`${given.component} ${stops ? 'does not run' : 'runs already'} on ${computer.name}`);
    }
    if (stops) simulation.stopProcess(id, 'stopped');
    else simulation.startProcess(computer.name, given.component);
    computer.registry.set(key, 'Current State', { type: 'REG_SZ', data: stops ? 'Stopped' : 'Running' });
    return undefined;
  },
});

const executive = 'SMS_EXECUTIVE';
