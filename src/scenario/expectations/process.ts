import { z } from 'zod';
import { matches, patternText } from '../patterns.ts';
import { computerName, componentName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** A running component and the state its machine is in. */
export const process = defineExpectation({
  name: 'process',
  summary: 'A component as a process: whether it runs and in which state',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    component: componentName().describe('Component as SMS names it'),
    running: z.boolean().optional().describe('Whether it runs; true without anything else'),
    state: patternText().optional().describe('Part of the name of the state its machine is in'),
  }),
  example: 'process: { on: SMSNTCLI8, component: Copy Queue, state: waiting }',
  looksAt: 'state',
  changesWith: ['process', 'transition', 'step'],
  check(play, given) {
    const id = `${play.world.mustHave(given.on).name}/${given.component}`;
    const process = play.simulation.processes.get(id);
    const runs = process !== undefined;
    const inState = given.state === undefined || (runs && matches(given.state, process.state.name));
    const met = runs === (given.running ?? true) && inState;
    return { met, actual: runs ? `running, in state ${process.state.name}` : 'not running' };
  },
});
