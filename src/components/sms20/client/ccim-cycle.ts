import { minute, type Duration } from '../../../kernel/index.ts';
import { assumed } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { silent, tickCount } from '../../inbox-pass.ts';
import type { CcimMemory, CcimSelf } from './ccim-memory.ts';
import { clientMinutes } from './client-minutes.ts';
import { clientKeys, clientProperties } from './client-registry.ts';
import { removeClient } from './client-removal.ts';

const approval = assumed(
  'CCIM approves the launch of agents when it has checked the base group, or could reach no site to check it with.',
  'Q264630',
);

/** How a cycle of CCIM begins and ends. */
export const cycleEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'remember the call': silent((self) => {
    self.memory.called = true;
  }),
  'look for a user': {
    answers: ['user present', 'no user'],
    run: (self) => (needsUser(self) && self.computer.user === undefined ? 'no user' : 'user present'),
  },
  'say that there is no user': silent((self) => {
    self.log('GetUserName returned FALSE (ERROR_NOT_LOGGED_ON)');
    self.log('IsUserLoggedOn() - waiting a minute...');
  }),
  'see whether a logon starts a cycle': {
    answers: ['cycle due'],
    run: (self) => (needsUser(self) ? 'cycle due' : undefined),
  },
  'begin the cycle': { answers: ['begun', 'deinstall requested'], run: begin },
  'take the next site': {
    answers: ['site taken', 'all sites done'],
    run: (self) => {
      const site = self.memory.sites.shift();
      if (site === undefined) return 'all sites done';
      self.memory.site = site;
      return 'site taken';
    },
  },
  'remove the client': {
    answers: ['client removed'],
    run: (self) => {
      removeClient(self);
      return 'client removed';
    },
  },
  'approve the agents': { answers: ['approved now', 'approved before'], run: approve },
  'finish the cycle': {
    answers: ['called meanwhile', 'retry', 'sleep', 'work pending', 'last site left'],
    run: finish,
  },
};

/** How long after its start a cycle is followed by the next; counted from the start (Q231232). */
export function ccimPeriod(self: CcimSelf): Duration {
  const period = clientMinutes(self, clientProperties.ccimPeriod, 'CCIM period (minutes)');
  return Math.max(minute, period - (tickCount(self) - self.memory.startedAt));
}

/** How long CCIM waits when it could not read a site: 60 minutes (Q236052). */
export function ccimRetry(self: CcimSelf): Duration {
  return clientMinutes(self, clientProperties.ccimRetry, 'CCIM retry (minutes)');
}

/** Only Windows NT clients work without a user (Q231232, Q323532). */
function needsUser(self: CcimSelf): boolean {
  return self.computer.operatingSystem.family !== 'Windows NT';
}

function begin(self: CcimSelf): string {
  const { memory } = self;
  memory.startedAt = tickCount(self);
  memory.called = false;
  memory.starting = false;
  memory.unreachable = false;
  memory.offered = [];
  memory.offers = [];
  memory.offersUnknown = false;
  memory.baseChecked = false;
  memory.sites = [...(self.registry.getList(clientKeys.client, clientProperties.sites) ?? [])];
  const deinstall = self.registry.getText(clientKeys.properties, clientProperties.deinstall) ?? '';
  return deinstall.toUpperCase() === 'TRUE' ? 'deinstall requested' : 'begun';
}

function finish(self: CcimSelf): string {
  const { memory } = self;
  const sites = self.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  if (sites.length === 0) return 'last site left';
  approve(self);
  if (memory.called) return 'called meanwhile';
  if (memory.unreachable) return 'retry';
  return memory.handedOver ? 'work pending' : 'sleep';
}

/** Tells the service that the base group is in order, and everything else may be launched. */
function approve(self: CcimSelf): string {
  if (self.memory.approved) return 'approved before';
  self.restsOn('approval of agents', approval);
  self.post(self.processOf(self.computer.name, 'SMS Client Service'), { type: 'CCIM approves' });
  self.memory.approved = true;
  self.memory.starting = true;
  return 'approved now';
}
