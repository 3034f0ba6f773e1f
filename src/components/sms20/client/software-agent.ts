import { createMachine, type AnyStateMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred, type Provenance } from '../../../world/index.ts';
import { defineComponent, type Component } from '../../component.ts';
import { agentNames } from './client-registry.ts';
import { installationEffect, installationTrait } from './inventory-request.ts';
import { scheduleProvenance, scheduleTrait, untilNextInventory } from './inventory-schedule.ts';
import { softwareCycleProvenance, softwareEffects } from './software-cycle.ts';
import type { SoftwareMemory } from './software-memory.ts';
import { scanProvenance } from './software-scan.ts';

/** From the scan to the hand-over. */
const reportingStates = {
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
} as const;

/** Takes software inventory: the files of the types that the site asks for. */
export const softwareInventoryAgent = softwareAgent({
  name: agentNames.SW,
  program: 'Sinv32',
  provenance: inferred('Q317423, Q200852, Q234360', 'The order of the steps follows a log excerpt.'),
});

/** Software inventory of clients with 16-bit Windows. */
export const softwareInventoryAgent16 = softwareAgent({
  name: `${agentNames.SW} (16-bit)`,
  program: 'Sinv16',
  provenance: assumed('Sinv16 takes the steps of Sinv32 and sends complete reports and deltas like it.', 'Q215105'),
});

/** In what the two programs differ. */
interface SoftwareProgram {
  readonly name: string;
  /** Name of its file and of its log, without extension. */
  readonly program: string;
  readonly provenance: Provenance;
}

function softwareAgent({ name, program, provenance }: SoftwareProgram): Component {
  const file = `Clicomp\\Sinv\\${program}.exe`;
  return defineComponent<SoftwareMemory>({
    name,
    launchedBy: 'SMS Client Service',
    file,
    log: { file: `${program}.log`, component: agentNames.SW, side: 'client' },
    machine: softwareMachine(name),
    effects: { ...softwareEffects, 'run the installation routine': installationEffect(agentNames.SW, file) },
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
      'the installation routine asks for a full inventory': installationTrait,
      'lists files without a company': {
        default: true,
        meaning: 'Files whose header lacks the company are listed as unknown files; otherwise they are left out.',
        provenance: documented('Q245700'),
      },
    },
    provenance,
    memory: () => ({ startedAt: 0, called: false }),
  });
}

function softwareMachine(id: string): AnyStateMachine {
  return createMachine({
    id,
    initial: 'starting',
    states: {
      starting: { entry: ['start the log', 'run the installation routine'], always: 'waiting' },
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
          ...reportingStates,
          finishing: {
            entry: 'finish the inventory',
            on: { 'called meanwhile': 'beginning', finished: `#${id}.waiting` },
          },
        },
      },
    },
  });
}
