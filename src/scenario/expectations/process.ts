import { z } from 'zod';
import { counted } from '../finding/amounts.ts';
import { matches, patternText } from '../patterns.ts';
import { computerName, componentName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** A running component and the state its machine is in. */
export const process = defineExpectation({
  name: 'process',
  summary: 'A component as a process: whether it runs, in which state, and how often it was started',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    component: componentName().describe('Component as SMS names it'),
    running: z.boolean().optional().describe('Whether it runs; true without anything else'),
    state: patternText().optional().describe('Part of the name of the state its machine is in'),
    starts: z.number().int().nonnegative().optional().describe('How often it was started since the run began'),
  }),
  example: 'process: { on: SMSNTCLI8, component: Copy Queue, state: waiting }',
  looksAt: 'state',
  changesWith: ['process', 'transition', 'step'],
  check(play, given) {
    const id = `${play.world.mustHave(given.on).name}/${given.component}`;
    const process = play.simulation.processes.get(id);
    const starts = play.recordsOf('process').filter((one) => one.process === id && one.detail === 'started').length;
    const runs = process !== undefined;
    const wanted = given.running ?? (given.starts === undefined ? true : runs);
    const met =
      runs === wanted &&
      (given.state === undefined || (runs && matches(given.state, process.state.name))) &&
      (given.starts ?? starts) === starts;
    const words = runs ? `running, in state ${process.state.name}` : 'not running';
    return { met, actual: given.starts === undefined ? words : `${words}, ${counted(starts, 'start')}` };
  },
});
