import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { agentNames } from './client-registry.ts';
import { upgradeTrait } from './inventory-request.ts';
import { scheduleProvenance, scheduleTrait, untilNextInventory } from './inventory-schedule.ts';
import { softwareCycleProvenance, softwareEffects } from './software-cycle.ts';
import type { SoftwareMemory } from './software-memory.ts';
import { scanProvenance } from './software-scan.ts';

/** Takes software inventory: the files of the types that the site asks for. */
export const softwareInventoryAgent = defineComponent<SoftwareMemory>({
  name: agentNames.SW,
  launchedBy: 'SMS Client Service',
  file: 'Clicomp\\Sinv\\Sinv32.exe',
  log: { file: 'Sinv32.log', component: agentNames.SW, side: 'client' },
  machine: createMachine({
    id: agentNames.SW,
    initial: 'starting',
    states: {
      starting: { entry: 'start the log', always: 'waiting' },
      waiting: {
        meta: { provenance: scheduleProvenance },
        after: { 'until the next inventory': 'inventory' },
        on: { run: 'inventory', wake: 'inventory', 'schedule changed': { target: 'waiting', reenter: true } },
      },
      inventory: {
        initial: 'beginning',
        on: { run: { actions: 'remember the call' }, wake: { actions: 'remember the call' }, 'schedule changed': {} },
        states: {
          beginning: {
            meta: { provenance: documented('Q317423, Q315715') },
            entry: 'begin the inventory',
            on: { begun: 'preloading the history', 'no sites': 'finishing' },
          },
          'preloading the history': {
            meta: { provenance: documented('Q317423') },
            entry: 'preload the history',
            on: { preloaded: 'scanning drives' },
          },
          'scanning drives': {
            meta: { provenance: scanProvenance },
            after: { 'software scan': 'deciding' },
          },
          deciding: {
            meta: { provenance: softwareCycleProvenance },
            entry: 'decide what to send',
            on: { complete: 'writing everything', delta: 'writing the changes' },
          },
          'writing everything': {
            meta: { provenance: softwareCycleProvenance },
            entry: 'write the complete inventory',
            on: { 'handed over': 'finishing' },
          },
          'writing the changes': {
            meta: { provenance: softwareCycleProvenance },
            entry: 'write the delta',
            on: { 'handed over': 'finishing' },
          },
          finishing: {
            entry: 'finish the inventory',
            on: { 'called meanwhile': 'beginning', finished: '#Software Inventory Agent.waiting' },
          },
        },
      },
    },
  }),
  effects: softwareEffects,
  delays: {
    'until the next inventory': {
      provenance: documented('Q200852, Q245723', 'The first inventory comes 30 minutes after installation.'),
      duration: (self) => untilNextInventory(self, agentNames.SW, 30 * minute),
    },
    'software scan': {
      provenance: assumed('To scan all drives takes three minutes.', 'Q206800'),
      duration: () => 3 * minute,
    },
  },
  hears: [],
  traits: {
    'simple schedules count from the latest inventory': scheduleTrait,
    'goes on with the history after an upgrade': upgradeTrait,
    'lists files without a company': {
      default: true,
      meaning: 'Files whose header lacks the company are listed as unknown files; otherwise they are left out.',
      provenance: documented('Q245700'),
    },
  },
  provenance: inferred('Q317423, Q200852, Q234360', 'The order of the steps follows a log excerpt.'),
  memory: () => ({ startedAt: 0, called: false }),
});
