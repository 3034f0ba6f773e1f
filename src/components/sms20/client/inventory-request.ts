import { assumed, documented } from '../../../world/index.ts';
import type { Effect, Self, Trait } from '../../component.ts';
import { clientFolder } from './client-folders.ts';
import { componentKey, componentValues, siteAgentKey, siteAgentValues } from './client-registry.ts';
import { clientSites } from './inventory-schedule.ts';

/** The trait that the installation routines of the inventory agents have. */
export const installationTrait: Trait = {
  default: false,
  meaning: 'The installation routine of a build that takes the place of another one asks for a full inventory.',
  provenance: documented('Q319864'),
};

/** Each site of a client looks after its own requests (assumed). */
export const severalSites = assumed(
  'A request of one site makes the report to that site complete; the other sites get the changes.',
  'Q202940, Q256905',
);

/** The sites that have asked for a complete inventory since the last report. */
export function askingSites(self: Self, agent: string): readonly string[] {
  return clientSites(self).filter(
    (site) => self.registry.getNumber(siteAgentKey(site, agent), siteAgentValues.resync) === 1,
  );
}

/** Whether all sites of the client have asked for a complete inventory. */
export function allSitesAsk(self: Self, agent: string): boolean {
  return askingSites(self, agent).length === clientSites(self).length;
}

const routine = assumed(
  'The installation routine of an agent runs when the build starts for the first time, and leaves a flag beside it.',
  'Q319864',
);

/** The installation routine of an agent: a build that takes the place of another one may ask for a full inventory. */
export function installationEffect<Memory>(agent: string, program: string): Effect<Memory> {
  return {
    answers: [],
    run: (self) => {
      runInstallation(self, agent, program);
      return undefined;
    },
  };
}

function runInstallation(self: Self, agent: string, program: string): void {
  const facts = self.files.stat(clientFolder(self.computer, program));
  const build = facts.ok ? facts.value.version : undefined;
  const key = componentKey(agent);
  const before = self.registry.getText(key, componentValues.installedBuild);
  if (build === undefined || before === build) return;
  self.restsOn('installation routines of agents', routine);
  self.registry.set(key, componentValues.installedBuild, { type: 'REG_SZ', data: build });
  if (before === undefined || self.trait('the installation routine asks for a full inventory') === false) return;
  self.registry.set(key, componentValues.fullInventory, { type: 'REG_DWORD', data: 1 });
}

/** Whether the installation routine of the agent has asked for a full inventory since the last report (Q319864). */
export function installationAsks(self: Self, agent: string): boolean {
  return self.registry.getNumber(componentKey(agent), componentValues.fullInventory) === 1;
}

/** A report has been handed over: requests are fulfilled. */
export function settleRequests(self: Self, agent: string): void {
  for (const site of clientSites(self)) {
    const key = siteAgentKey(site, agent);
    if (self.registry.getNumber(key, siteAgentValues.resync) !== 1) continue;
    self.registry.set(key, siteAgentValues.resync, { type: 'REG_DWORD', data: 0 });
  }
  if (installationAsks(self, agent)) {
    self.registry.set(componentKey(agent), componentValues.fullInventory, { type: 'REG_DWORD', data: 0 });
  }
}
