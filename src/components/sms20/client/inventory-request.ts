import { assumed, documented } from '../../../world/index.ts';
import type { Self, Trait } from '../../component.ts';
import { componentKey, componentValues, siteAgentKey, siteAgentValues } from './client-registry.ts';
import { clientSites } from './inventory-schedule.ts';

/** The trait that both inventory agents have for what follows an upgrade. */
export const upgradeTrait: Trait = {
  default: true,
  meaning: 'The inventory after an upgrade of the agent goes on with the old history; otherwise it is complete.',
  provenance: documented('Q319864'),
};

/** A client of several sites sends the same kind of report to all of them (assumed). */
export const severalSites = assumed(
  'A request of one site makes the reports to all sites of the client complete.',
  'Q202940',
);

/** Whether a site has asked for a complete inventory since the last report. */
export function resyncAsked(self: Self, agent: string): boolean {
  return clientSites(self).some(
    (site) => self.registry.getNumber(siteAgentKey(site, agent), siteAgentValues.resync) === 1,
  );
}

/** Whether another build of the agent has written the history, and this one does not go on with it (Q319864). */
export function upgradedSinceHistory(self: Self, agent: string): boolean {
  const key = componentKey(agent);
  const wrote = self.registry.getText(key, componentValues.historyVersion);
  if (wrote === undefined || wrote === self.registry.getText(key, componentValues.version)) return false;
  return self.trait('goes on with the history after an upgrade') === false;
}

/** A report has been handed over: requests are fulfilled, and the history is that of this build. */
export function settleRequests(self: Self, agent: string): void {
  for (const site of clientSites(self)) {
    const key = siteAgentKey(site, agent);
    if (self.registry.getNumber(key, siteAgentValues.resync) !== 1) continue;
    self.registry.set(key, siteAgentValues.resync, { type: 'REG_DWORD', data: 0 });
  }
  const data = self.registry.getText(componentKey(agent), componentValues.version);
  if (data === undefined) return;
  self.registry.set(componentKey(agent), componentValues.historyVersion, { type: 'REG_SZ', data });
}
