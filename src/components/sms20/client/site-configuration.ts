import { day, minute } from '../../../kernel/index.ts';
import {
  clientBaseSetting,
  fileName,
  type AgentConfiguration,
  type CapList,
  type ClientBaseConfiguration,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { agentSettings, boundaryAgent, clientBaseSettings } from '../settings.ts';
import {
  agentNames,
  capListEntry,
  capListName,
  clientKeys,
  clientProperties,
  siteAgentKey,
  siteAgentValues,
  sitePropertiesKey,
  siteValues,
  siteVerificationKey,
} from './client-registry.ts';

/** Writes what a site says in Clibase.cfg into the client's registry; the principal site decides for the base. */
export function storeConfiguration(self: Self, siteCode: string, configuration: ClientBaseConfiguration): void {
  const { registry } = self;
  const properties = sitePropertiesKey(siteCode);
  storePrograms(self, siteCode, configuration);
  storeAccounts(self, siteCode, configuration);
  const enabled = clientBaseSetting(configuration, clientBaseSettings.heartbeatEnabled) !== 0;
  const days = clientBaseSetting(configuration, clientBaseSettings.heartbeatInterval) ?? 7;
  const data = enabled ? Math.round((days * day) / minute) : 0;
  registry.set(properties, siteValues.heartbeatMinutes, { type: 'REG_DWORD', data });
  if (isPrincipal(self, siteCode)) storeIntervals(self, configuration);
  for (const agent of configuration.agents) {
    if (agent.name === boundaryAgent) storeBoundaries(self, siteCode, agent);
    else storeAgent(self, siteCode, agent);
  }
}

/** Writes a site's list of client access points into the client's registry. */
export function storeAccessPoints(self: Self, list: CapList): void {
  const data = list.paths.map((path) => capListEntry(list.siteCode, path));
  self.registry.set(clientKeys.accessPoints, capListName(list.siteCode), { type: 'REG_MULTI_SZ', data });
}

function isPrincipal(self: Self, siteCode: string): boolean {
  return self.registry.getList(clientKeys.client, clientProperties.sites)?.[0] === siteCode;
}

function storePrograms(self: Self, siteCode: string, configuration: ClientBaseConfiguration): void {
  const key = siteVerificationKey(siteCode);
  for (const { file, crc } of configuration.programs) {
    self.registry.set(key, fileName(file), { type: 'REG_DWORD', data: crc });
  }
}

/** CRCs that the installation hands out itself take the place of those that the client has (Q249077, Q270912). */
export function acceptPrograms(self: Self, { programs }: ClientBaseConfiguration): void {
  for (const { file, crc } of programs) {
    self.registry.set(clientKeys.verification, fileName(file), { type: 'REG_DWORD', data: crc });
  }
}

/** A password the client knows is changed by its installation alone: it never becomes aware of a new one (Q227033). */
function storeAccounts(self: Self, siteCode: string, configuration: ClientBaseConfiguration): void {
  const data = configuration.connectionAccounts.map(({ name }) => name);
  self.registry.set(sitePropertiesKey(siteCode), siteValues.accountOrder, { type: 'REG_MULTI_SZ', data });
  for (const { name, password } of configuration.connectionAccounts) {
    if (self.registry.getText(clientKeys.accounts, name) !== undefined) continue;
    self.registry.set(clientKeys.accounts, name, { type: 'REG_SZ', data: password });
  }
}

const intervals = [
  [clientBaseSettings.ccimPeriod, clientProperties.ccimPeriod],
  [clientBaseSettings.ccimRetry, clientProperties.ccimRetry],
  [clientBaseSettings.copyQueueWakeup, clientProperties.copyQueueWakeup],
  [clientBaseSettings.copyQueueLifetime, clientProperties.copyQueueLifetime],
] as const;

function storeIntervals(self: Self, configuration: ClientBaseConfiguration): void {
  const key = clientKeys.properties;
  for (const [setting, name] of intervals) {
    const data = clientBaseSetting(configuration, setting);
    if (data !== undefined) self.registry.set(key, name, { type: 'REG_DWORD', data });
  }
  const waits = configuration.settings.filter(([name]) => name.startsWith(clientBaseSettings.copyQueueRetry));
  const data = waits.map(([, wait]) => String(wait));
  if (data.length > 0) self.registry.set(key, clientProperties.copyQueueRetries, { type: 'REG_MULTI_SZ', data });
}

function storeBoundaries(self: Self, siteCode: string, agent: AgentConfiguration): void {
  const text = agent.settings.find(([name]) => name === agentSettings.subnets)?.[1] ?? '';
  const data = text.split(';').filter((subnet) => subnet !== '');
  self.registry.set(sitePropertiesKey(siteCode), siteValues.boundaries, { type: 'REG_MULTI_SZ', data });
}

/** An agent whose wishes have changed looks at its schedule again. */
function storeAgent(self: Self, siteCode: string, agent: AgentConfiguration): void {
  const key = siteAgentKey(siteCode, agent.name);
  const before = self.registry.getText(key, siteAgentValues.schedule);
  const set = (name: string, data: string): void => self.registry.set(key, name, { type: 'REG_SZ', data });
  self.registry.set(key, siteAgentValues.enabled, { type: 'REG_DWORD', data: agent.enabled ? 1 : 0 });
  if (agent.schedule !== undefined) set(siteAgentValues.schedule, agent.schedule);
  for (const [name, value] of agent.settings) set(name, value);
  if (before !== agent.schedule) tellAgent(self, agent.name, 'schedule changed');
}

/** Posts a message to an inventory agent of this client, whichever of its two programs runs; false: none does. */
export function tellAgent(self: Self, agent: string, type: string): boolean {
  const running = [agent, `${agent} (16-bit)`].find((name) => self.runs(name));
  if (running === undefined || !Object.values(agentNames).includes(agent)) return false;
  self.post(self.processOf(self.computer.name, running), { type });
  return true;
}
