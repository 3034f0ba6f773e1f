import { createMachine } from 'xstate';
import { hour, minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { agentNames } from './client-registry.ts';
import { firstWeekProvenance } from './client-status.ts';
import { hardwareCycleEffects, hardwareCycleProvenance } from './hardware-cycle.ts';
import { newHardwareMemory, type HardwareMemory } from './hardware-memory.ts';
import { providersProvenance } from './hardware-providers.ts';
import { decisionProvenance, hardwareReportingEffects } from './hardware-reporting.ts';
import { definitionEffects, definitionProvenance } from './inventory-definition.ts';
import { registrationEffects } from './hardware-registration.ts';
import { installationEffect, installationTrait } from './inventory-request.ts';
import { scheduleProvenance, scheduleTrait, untilNextInventory } from './inventory-schedule.ts';
import { thirdPartyProvenance } from './third-party-mifs.ts';

const program = 'Clicomp\\Hinv\\Hinv32.exe';

/** Takes hardware inventory of 32-bit clients and sends what has changed since the last time, or everything. */
export const hardwareInventoryAgent = defineComponent<HardwareMemory>({
  name: agentNames.HW,
  launchedBy: 'SMS Client Service',
  file: program,
  log: { file: 'Hinv32.log', component: agentNames.HW, side: 'client' },
  machine: createMachine({
    id: agentNames.HW,
    initial: 'starting',
    on: { verify: { actions: 'verify its registration' } },
    states: {
      starting: {
        entry: ['start the log', 'run the installation routine', 'register with the service'],
        always: 'waiting',
      },
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
            meta: { provenance: hardwareCycleProvenance },
            entry: 'begin the inventory',
            on: { begun: 'looking for a new definition', hangs: 'hanging', 'no sites': 'abandoning' },
          },
          hanging: { meta: { provenance: documented('Q269411') } },
          'looking for a new definition': {
            meta: { provenance: definitionProvenance },
            entry: 'look for a new Sms_def.mof',
            on: { new: 'running Mofcomp', unchanged: 'listing the classes' },
          },
          'running Mofcomp': { after: { 'compilation of the definition': 'compiling' } },
          compiling: {
            meta: { provenance: definitionProvenance },
            entry: 'compile Sms_def.mof',
            on: { compiled: 'listing the classes', 'not compiled': 'abandoning' },
          },
          'listing the classes': {
            meta: { provenance: definitionProvenance },
            entry: 'list the classes',
            on: { listed: 'asking for a class', 'no definition': 'abandoning' },
          },
          'asking for a class': {
            meta: { provenance: providersProvenance },
            entry: 'ask for the next class',
            on: {
              answered: { target: 'asking for a class', reenter: true },
              'no answer': 'waiting for a provider',
              'all classes asked': 'scanning',
            },
          },
          'waiting for a provider': {
            meta: { provenance: documented('Q225507') },
            after: { 'enumeration timeout': 'giving a class up' },
          },
          'giving a class up': {
            meta: { provenance: documented('Q225507') },
            entry: 'give the class up',
            on: { 'given up': 'asking for a class' },
          },
          scanning: { after: { 'hardware scan': 'checking third-party MIFs' } },
          'checking third-party MIFs': {
            meta: { provenance: thirdPartyProvenance },
            entry: 'check third-party MIFs',
            on: { checked: 'deciding' },
          },
          deciding: {
            meta: { provenance: decisionProvenance },
            entry: 'decide what to send',
            on: { complete: 'writing everything', delta: 'writing the changes' },
          },
          'writing everything': {
            meta: { provenance: decisionProvenance },
            entry: 'write the complete inventory',
            on: { 'handed over': 'finishing' },
          },
          'writing the changes': {
            meta: { provenance: documented('Q202940, Q319167') },
            entry: 'write the delta',
            on: { 'handed over': 'finishing' },
          },
          finishing: {
            meta: { provenance: hardwareCycleProvenance },
            entry: 'finish the inventory',
            on: { 'called meanwhile': 'beginning', finished: '#Hardware Inventory Agent.waiting' },
          },
          abandoning: {
            entry: 'abandon the inventory',
            on: { 'called meanwhile': 'beginning', finished: '#Hardware Inventory Agent.waiting' },
          },
        },
      },
    },
  }),
  effects: {
    ...hardwareCycleEffects,
    ...definitionEffects,
    ...hardwareReportingEffects,
    'run the installation routine': installationEffect(agentNames.HW, program),
    ...registrationEffects,
  },
  delays: {
    'until the next inventory': {
      provenance: inferred('Q245723, SMS help', 'The first inventory comes about 15 minutes after installation.'),
      duration: (self) => untilNextInventory(self, agentNames.HW, 15 * minute),
    },
    'compilation of the definition': {
      provenance: assumed('Mofcomp takes ten seconds.', 'Q237495'),
      duration: () => 10 * second,
    },
    'enumeration timeout': { provenance: documented('Q225507'), duration: () => hour },
    'hardware scan': {
      provenance: inferred('Q302354', 'The cycle of the log excerpt took 42 seconds.'),
      duration: () => 42 * second,
    },
  },
  hears: [],
  traits: {
    'simple schedules count from the latest inventory': scheduleTrait,
    'the installation routine asks for a full inventory': installationTrait,
    'verification registers the agent rightly': {
      default: true,
      meaning: 'InHinv32.exe /verify leaves 20 seconds as the time for which the service waits for the agent.',
      provenance: documented('Q289552'),
    },
    'a delta shows a changed BIOS': {
      default: true,
      meaning: 'A delta reports a BIOS that was changed; otherwise only a complete inventory shows it.',
      provenance: documented('Q256610'),
    },
    'array values stay in their own property': {
      default: true,
      meaning: 'An array that is too long is cut; otherwise its place may hold the values of another array.',
      provenance: documented('Q298686'),
    },
    'status messages carry the right time': {
      default: true,
      meaning: 'Otherwise they are an hour ahead in a first week of daylight time that begins on the first of a month.',
      provenance: firstWeekProvenance,
    },
    'gets through the inventory on Windows 95': {
      default: true,
      meaning: 'Otherwise computers with Windows 95 hang when hardware inventory begins.',
      provenance: documented('Q269411'),
    },
    'classes whose provider never answers': {
      default: '',
      meaning: 'WMI classes, separated by semicolons, for which the agent waits an hour in vain.',
      provenance: documented('Q225507'),
    },
  },
  provenance: inferred('Q202940, Q225507, Q302354', 'The order of the steps follows log excerpts and guides.'),
  memory: newHardwareMemory,
});
