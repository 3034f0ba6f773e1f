import { z } from 'zod';
import { killProcess as kill, processName } from '../../simulation/index.ts';
import { componentName, computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** A program ends in the middle of whatever it does, as by Task Manager or an access violation. */
export const killProcess = defineStep({
  name: 'kill process',
  summary: 'Ends a program at once, and its service with it, or one thread of a service; nothing restarts it by itself',
  schema: z.strictObject({ on: computerName().describe('Where it runs'), component: componentName() }),
  example: 'kill process: { on: PC1, component: Hardware Inventory Agent }',
  run(play, given) {
    const id = processName(play.world.mustHave(given.on).name, given.component);
    if (!play.simulation.processes.has(id)) return play.fail(`${given.component} does not run on ${given.on}`);
    return kill(play.simulation, id);
  },
});
