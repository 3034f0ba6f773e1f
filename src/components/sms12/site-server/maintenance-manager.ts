import { createMachine } from 'xstate';
import type { Instant } from '../../../kernel/index.ts';
import { documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { collectionSteps, freePath, type CopyStep } from './inventory-collection.ts';
import { logonServerNames, reachesLogonServer } from './logon-servers.ts';
import { configurationSteps, refreshMasters } from './logon-server-configuration.ts';
import { appendsNimFiles, reportNetWareServer } from './netware-inventory.ts';
import { beginSearch, searched, searchedServer, searchesBesideCycle } from './netware-search.ts';
import { compileRuleFile } from './package-rule-file.ts';
import { serviceResponse } from '../service-response.ts';

/** What Maintenance Manager remembers: logon servers and steps still to come in this cycle, and those in hand. */
export interface MaintenanceMemory {
  waiting: string[];
  server: string;
  steps: CopyStep[];
  step: CopyStep | undefined;
  /** Full path to which the step in hand copies. */
  target: string;
  /** When it last began to look through a NetWare server, by its name. */
  readonly searches: Record<string, Instant>;
  /** Stamp of the Resync.cfg whose commands it has written one by one, by SMS domain. */
  readonly divided: Record<string, string>;
  /** Stamps of pairs of folders when the copy of the second was found to be that of the first. */
  readonly alike: Record<string, string>;
  /** Stamp of the PACKAGE.RUL that it has compiled. */
  compiled: string;
}

/**
 * Visits every logon server in turn: brings inventory to the site server and configuration to the logon server. It is
 * one thread, so whatever holds it up at one server holds up all of them (Q153563, Q168460).
 */
export const maintenanceManager = defineComponent<MaintenanceMemory>({
  name: 'SMS_MAINTENANCE_MANAGER',
  service: 'SMS_EXECUTIVE',
  file: 'Maintain.dll',
  log: { file: 'MAINTMAN.LOG', component: 'SMS_MAINTENANCE_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_MAINTENANCE_MANAGER',
    initial: 'beginning',
    on: { [searched]: { actions: 'report the NetWare server' } },
    states: {
      beginning: {
        entry: ['refresh the master files', 'compile the package rules', 'list the logon servers'],
        on: { 'servers listed': 'going on' },
      },
      'going on': {
        entry: 'go to the next logon server',
        on: {
          reached: 'looking after NetWare',
          'not reached': { target: 'going on', reenter: true },
          'none left': 'waiting',
        },
      },
      'looking after NetWare': {
        meta: { provenance: documented('Q153563') },
        entry: 'begin the inventory of a NetWare server',
        on: { 'to be waited for': 'searching a server', 'goes on': 'listing' },
      },
      'searching a server': { on: { [searched]: { target: 'listing', actions: 'report the NetWare server' } } },
      listing: { entry: 'list the steps', on: { 'steps listed': 'stepping' } },
      stepping: {
        meta: { provenance: documented('Q126642, Q193746') },
        entry: 'take the next step',
        on: { 'step taken': 'copying', 'none left': 'going on' },
      },
      copying: {
        entry: 'start the copy',
        on: {
          copied: { target: 'stepping', actions: 'finish the step' },
          'copy failed': { target: 'stepping', actions: 'log the failure' },
          refused: { target: 'stepping', actions: 'log the failure' },
        },
      },
      waiting: { after: { 'service response': 'beginning' } },
    },
  }),
  effects: {
    'refresh the master files': silent(refreshMasters),
    'compile the package rules': silent(compileRuleFile),
    'list the logon servers': {
      answers: ['servers listed'],
      run: (self) => {
        self.memory.waiting = [...logonServerNames(self.world, self.site)];
        return 'servers listed';
      },
    },
    'go to the next logon server': {
      answers: ['reached', 'not reached', 'none left'],
      run: (self) => {
        self.memory.server = self.memory.waiting.shift() ?? '';
        if (self.memory.server === '') return 'none left';
        return reachesLogonServer(self, self.memory.server) ? 'reached' : 'not reached';
      },
    },
    'begin the inventory of a NetWare server': { answers: ['to be waited for', 'goes on'], run: beginSearch },
    'report the NetWare server': silent((self) => {
      const server = searchedServer(self);
      if (server !== undefined) reportNetWareServer(self, server);
    }),
    'list the steps': {
      answers: ['steps listed'],
      run: (self) => {
        const { server } = self.memory;
        self.memory.steps = [...collectionSteps(self, server), ...configurationSteps(self, server)];
        return 'steps listed';
      },
    },
    'take the next step': {
      answers: ['step taken', 'none left'],
      run: (self) => {
        self.memory.step = self.memory.steps.shift();
        return self.memory.step === undefined ? 'none left' : 'step taken';
      },
    },
    'start the copy': {
      answers: ['refused'],
      run: (self) => {
        const { step } = self.memory;
        if (step === undefined) return 'refused';
        const { source, folder, name } = step;
        self.memory.target = step.replaces ? `${folder}\\${name}` : freePath(self, folder, name);
        return self.copy(source, self.memory.target).ok ? undefined : 'refused';
      },
    },
    'finish the step': silent((self) => {
      const { step, target } = self.memory;
      if (step === undefined) return;
      if (step.moves) self.files.delete(step.source);
      self.log(`${step.moves ? 'Moved' : 'Copied'} ${step.source} to ${target}`);
    }),
    'log the failure': silent((self) => {
      const { step, target } = self.memory;
      self.log(`Cannot copy ${step?.source} to ${target}`);
    }),
  },
  delays: {
    'service response': {
      provenance: inferred('Q126642, Q128458', 'Each polling interval; the interval follows the service response.'),
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {
    [searchesBesideCycle]: {
      default: true,
      meaning: 'Logon servers are looked after while a NetWare server is being looked through.',
      provenance: inferred('Q153563', 'The article says that 1.2 corrects the delay, not how.'),
    },
    [appendsNimFiles]: {
      default: true,
      meaning: 'A NetWare server is told of in one MIF, with the groups of its .nim files.',
      provenance: documented('Q265143'),
    },
  },
  provenance: documented('Q126642, Q193746'),
  memory: () => ({
    waiting: [],
    server: '',
    steps: [],
    step: undefined,
    target: '',
    searches: {},
    divided: {},
    alike: {},
    compiled: '',
  }),
});
