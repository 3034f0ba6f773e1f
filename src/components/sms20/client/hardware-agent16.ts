import { createMachine } from 'xstate';
import { minute, second } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  inferred,
  parseSmsDefMof,
  printRawInventory,
  reportedClasses,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { moveUnderNewName } from '../generated-names.ts';
import { silent } from '../../inbox-pass.ts';
import { clientFolder, clientFolders, siteMofPath } from './client-folders.ts';
import { agentNames, clientKeys, clientProperties } from './client-registry.ts';
import { queueForCopy } from './copy-queue-items.ts';
import { askProvider } from './hardware-providers.ts';
import { reportSize } from './hardware-reporting.ts';
import { settleRequests } from './inventory-request.ts';
import {
  clientSites,
  noteEnd,
  noteRun,
  scheduleProvenance,
  scheduleTrait,
  untilNextInventory,
} from './inventory-schedule.ts';

const agent = agentNames.HW;

/** What the 16-bit agent remembers. */
interface Hardware16Memory {
  startedAt: number;
  called: boolean;
}

/** Hardware inventory of clients with 16-bit Windows: it keeps no history and always sends everything (Q202940). */
export const hardwareInventoryAgent16 = defineComponent<Hardware16Memory>({
  name: `${agent} (16-bit)`,
  launchedBy: 'SMS Client Service',
  file: 'Clicomp\\Hinv\\Hinv16.exe',
  log: { file: 'Hinv16.log', component: agent, side: 'client' },
  machine: createMachine({
    id: 'Hardware Inventory Agent (16-bit)',
    initial: 'waiting',
    states: {
      waiting: {
        meta: { provenance: scheduleProvenance },
        after: { 'until the next inventory': 'inventory' },
        on: { run: 'inventory', wake: 'inventory', 'schedule changed': { target: 'waiting', reenter: true } },
      },
      inventory: {
        entry: 'begin the inventory',
        after: { 'hardware scan': 'writing everything' },
        on: { run: { actions: 'remember the call' }, wake: { actions: 'remember the call' }, 'schedule changed': {} },
      },
      'writing everything': {
        meta: { provenance: documented('Q202940') },
        entry: 'write the complete inventory',
        on: { finished: 'waiting', 'called meanwhile': 'inventory' },
      },
    },
  }),
  effects: {
    'remember the call': silent((self) => {
      self.memory.called = true;
    }),
    'begin the inventory': silent((self) => {
      self.memory.startedAt = self.now();
      self.memory.called = false;
      self.log(`${agent} cycle started ..... !`);
      noteRun(self, agent);
      self.computer.busyWith = agent;
    }),
    'write the complete inventory': { answers: ['finished', 'called meanwhile'], run: writeAll },
  },
  delays: {
    'until the next inventory': {
      provenance: inferred('Q245723, SMS help', 'The schedule and first inventory of 32-bit clients.'),
      duration: (self) => untilNextInventory(self, agent, 15 * minute),
    },
    'hardware scan': {
      provenance: inferred('Q302354', 'As long as on 32-bit clients.'),
      duration: () => 42 * second,
    },
  },
  hears: [],
  traits: {
    'simple schedules count from the latest inventory': scheduleTrait,
    'array values stay in their own property': {
      default: true,
      meaning: 'An array that is too long is cut; otherwise its place may hold the values of another array.',
      provenance: documented('Q298686'),
    },
  },
  provenance: documented('Q202940, Q226839'),
  memory: () => ({ startedAt: 0, called: false }),
});

const subset = assumed(
  'Which part of the classes a 16-bit client can report is not listed; it reports all.',
  'Q202940',
);

function writeAll(self: Self<Hardware16Memory>): string {
  self.computer.busyWith = undefined;
  self.restsOn('classes of 16-bit clients', subset);
  const outbox = clientFolder(self.computer, clientFolders.hardwareOutbox);
  self.files.createFolder(outbox);
  for (const siteCode of clientSites(self)) send(self, siteCode, outbox);
  settleRequests(self, agent);
  noteEnd(self, agent);
  self.log(`${agent} completed in 00 hours, 00 mins, 42 secs !`);
  return self.memory.called ? 'called meanwhile' : 'finished';
}

function send(self: Self<Hardware16Memory>, siteCode: string, outbox: string): void {
  const mofText = self.files.readText(siteMofPath(self.computer, clientSites(self)[0] ?? ''));
  const mof = mofText.ok ? parseSmsDefMof(mofText.value) : undefined;
  const classes = mof?.ok === true ? reportedClasses(mof.value) : [];
  const report = {
    guid: self.registry.getText(clientKeys.properties, clientProperties.identity) ?? '',
    computerName: self.computer.name,
    siteCode,
    kind: 'complete',
    time: self.memory.startedAt,
    groups: classes.flatMap((one) => askProvider(self, one, (text) => self.log(text))),
  } as const;
  const text = printRawInventory(report);
  const file = clientFolder(self.computer, `${clientFolders.hardware}\\Hinvdat.raw`);
  self.files.write(file, { text, size: reportSize(self, report, text) });
  const moved = moveUnderNewName(self.files, file, outbox, '.inv', self.random('outbox names'));
  if (moved.ok) queueForCopy(self, { file: moved.value, siteCode, box: 'inventry.box', extension: '.raw' });
}
