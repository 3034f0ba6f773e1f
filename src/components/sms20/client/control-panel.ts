import type { Registry } from '../../../world/index.ts';
import { agentNames, clientKeys, clientProperties, componentKey, componentValues } from './client-registry.ts';

/** One line of the Components tab. */
export interface ListedComponent {
  readonly name: string;
  readonly version: string;
  /** Installed, Install Pending, Repair Pending, Reboot Required, Not Available. */
  readonly status: string;
}

/** The Components tab: every component that has a key, even an empty one that was left behind (Q255837). */
export function listedComponents(registry: Registry): readonly ListedComponent[] {
  return registry.subkeys(`${clientKeys.client}\\Client Components`).map((name) => {
    const value = (value: string): string => registry.getText(componentKey(name), value) ?? '';
    const status = value(componentValues.state);
    const version = value(componentValues.version);
    return { name, version: version === '' && status.endsWith('Pending') ? 'Pending' : version, status };
  });
}

/** The Sites tab: site codes in their order, the principal site first (Q246974). */
export function listedSites(registry: Registry): readonly string[] {
  return registry.getList(clientKeys.client, clientProperties.sites) ?? [];
}

/** Moves a site one place up in the Sites tab (Q246974); false for one that is not there or first already. */
export function moveSiteUp(registry: Registry, siteCode: string): boolean {
  const sites = [...listedSites(registry)];
  const at = sites.indexOf(siteCode);
  if (at < 1) return false;
  sites.splice(at - 1, 0, ...sites.splice(at, 1));
  registry.set(clientKeys.client, clientProperties.sites, { type: 'REG_MULTI_SZ', data: sites });
  return true;
}

/** Whether Start Component can be clicked: only inventory agents that are installed are started this way. */
export function canStart(component: ListedComponent): boolean {
  return Object.values(agentNames).includes(component.name) && component.status === 'Installed';
}

/** What the tool says after Start Component (Q206800). */
export function startMessage(component: string): string {
  return `${component} will be started. This may take several minutes to complete.`;
}

/** Repair Installation: CCIM verifies the component at its next cycle (Q221481). */
export function requestRepair(registry: Registry, component: string): boolean {
  if (!registry.exists(componentKey(component))) return false;
  registry.set(componentKey(component), componentValues.state, { type: 'REG_SZ', data: 'Repair Pending' });
  return true;
}
