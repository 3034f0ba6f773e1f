import { z } from 'zod';
import { computerName, componentName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** A program of SMS as it is installed on a computer: its file and the state of its thread. */
export const component = defineExpectation({
  name: 'component',
  summary: 'A component as it is installed on a computer: version of its file, whether it runs, state of its thread',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    component: componentName().describe('Component as SMS names it'),
    installed: z.boolean().optional().describe('Whether its file is there'),
    version: z.string().optional().describe('Version in the header of its file'),
    running: z.boolean().optional().describe('Whether it runs'),
    thread: z.string().optional().describe('Current State of its thread in the registry: Running, Stopped'),
  }),
  example: 'component: { on: SMSSRV1, component: SMS_INBOX_MANAGER, version: 2.00.1493.3000, running: true }',
  looksAt: 'state',
  changesWith: ['file', 'process', 'registry', 'power', 'step'],
  check(play, given) {
    const computer = play.world.mustHave(given.on);
    const known = play.simulation.productOn(computer).components.find((one) => one.name === given.component);
    const version = known === undefined ? undefined : play.simulation.versionOf(computer, known);
    const installed = version !== undefined;
    const running = play.simulation.processes.has(`${computer.name}/${given.component}`);
    const thread = computer.registry.getText(`${threads}\\${given.component}`, 'Current State');
    const met =
      (given.installed ?? installed) === installed &&
      (given.version ?? version) === version &&
      (given.running ?? running) === running &&
      (given.thread ?? thread) === thread;
    const words = [installed ? `version ${version}` : 'not installed', running ? 'running' : 'not running'];
    return { met, actual: [...words, ...(thread === undefined ? [] : [`thread ${thread}`])].join(', ') };
  },
});

const threads = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_EXECUTIVE\\Threads';
