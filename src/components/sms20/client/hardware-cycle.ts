import { padded, second } from '../../../kernel/index.ts';
import { documented, reportedClasses } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { agentNames, clientKeys } from './client-registry.ts';
import { reportClientStatus } from './client-status.ts';
import type { HardwareMemory, HardwareSelf } from './hardware-memory.ts';
import { askProvider } from './hardware-providers.ts';
import { inventoryDefinition } from './inventory-definition.ts';
import { clientSites, noteEnd, noteRun } from './inventory-schedule.ts';
import { checkThirdPartyMifs } from './third-party-mifs.ts';

const agent = agentNames.HW;

/** How a hardware inventory begins, asks and ends. */
export const hardwareCycleEffects: Readonly<Record<string, Effect<HardwareMemory>>> = {
  'remember the call': silent((self) => {
    self.memory.called = true;
  }),
  'start the log': silent((self) => {
    if (self.computer.busyWith === agent) self.computer.busyWith = undefined;
    self.log(`======= Logging initialized for module "${agent}" =======`);
  }),
  'begin the inventory': { answers: ['begun', 'hangs', 'no sites'], run: begin },
  'list the classes': { answers: ['listed', 'no definition'], run: listClasses },
  'ask for the next class': { answers: ['answered', 'no answer', 'all classes asked'], run: askNext },
  'give the class up': {
    answers: ['given up'],
    run: (self) => {
      self.log('INSTANCE WARNING - Enumeration Timeout');
      self.memory.unanswered.push(self.memory.inHand);
      return 'given up';
    },
  },
  'check third-party MIFs': {
    answers: ['checked'],
    run: (self) => {
      checkThirdPartyMifs(self);
      return 'checked';
    },
  },
  'finish the inventory': { answers: ['called meanwhile', 'finished'], run: finish },
  'abandon the inventory': {
    answers: ['called meanwhile', 'finished'],
    run: (self) => {
      self.computer.busyWith = undefined;
      noteEnd(self, agent);
      return self.memory.called ? 'called meanwhile' : 'finished';
    },
  },
};

/** Which log lines frame a cycle. */
export const hardwareCycleProvenance = documented('Q302354, Q225507');

function begin(self: HardwareSelf): string {
  const { memory } = self;
  memory.startedAt = self.now();
  memory.called = false;
  memory.unanswered = [];
  self.log(`${agent} cycle started ..... !`);
  noteRun(self, agent);
  if (clientSites(self).length === 0 || !self.registry.exists(clientKeys.sites)) return 'no sites';
  self.computer.busyWith = agent;
  if (self.computer.operatingSystem.name !== 'Windows 95') return 'begun';
  if (self.trait('gets through the inventory on Windows 95') === true) return 'begun';
  self.log('WARNING 1 - Failed to update new cycle info !!!');
  self.log('ERROR 1 - Cannot get schedule for previous cycle !!');
  return 'hangs';
}

function listClasses(self: HardwareSelf): string {
  const mof = inventoryDefinition(self);
  if (mof === undefined) return 'no definition';
  self.memory.classes = [...reportedClasses(mof)];
  return 'listed';
}

function askNext(self: HardwareSelf): string {
  const { memory } = self;
  const next = memory.classes.shift();
  if (next === undefined) return 'all classes asked';
  memory.inHand = next.name;
  self.log(`CLASS - Process Class: ${next.name}`);
  if (silentProviders(self).includes(next.name.toLowerCase())) return 'no answer';
  askProvider(self, next, (text) => self.log(text));
  return 'answered';
}

function silentProviders(self: Self): readonly string[] {
  return String(self.trait('classes whose provider never answers'))
    .split(';')
    .map((name) => name.trim().toLowerCase());
}

function finish(self: HardwareSelf): string {
  const passed = Math.floor((self.now() - self.memory.startedAt) / second);
  const parts = [Math.floor(passed / 3600), Math.floor(passed / 60) % 60, passed % 60].map((part) => padded(part));
  self.log(`${agent} completed in ${parts[0]} hours, ${parts[1]} mins, ${parts[2]} secs !`);
  self.computer.busyWith = undefined;
  noteEnd(self, agent);
  const [siteCode] = clientSites(self);
  const wrongInFirstWeek = self.trait('status messages carry the right time') === false;
  if (siteCode !== undefined) {
    reportClientStatus(self, { component: agent, siteCode, id: 10500, inserts: [], wrongInFirstWeek });
  }
  return self.memory.called ? 'called meanwhile' : 'finished';
}
