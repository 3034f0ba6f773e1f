import { identifyingProperties, type DiscoveryProperty } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { readableCards } from './card-assignment.ts';
import { clientKeys, clientProperties } from './client-registry.ts';

/** What every discovery record of a client tells of its computer; its lists replace what is stored (Q313660). */
export function computerProperties(self: Self): readonly DiscoveryProperty[] {
  const { computer, registry } = self;
  const guid = registry.getText(clientKeys.properties, clientProperties.identity) ?? null;
  const adapters = readableCards(self);
  return [
    ...identifyingProperties(guid, computer.name),
    list('Resource Names', [computer.name]),
    list(
      'IP Addresses',
      adapters.map(({ address }) => address),
    ),
    list(
      'IP Subnets',
      adapters.map(({ subnet }) => subnet),
    ),
    list(
      'MAC Addresses',
      adapters.map(({ macAddress }) => macAddress),
    ),
    list('SMS Installed Sites', registry.getList(clientKeys.client, clientProperties.sites) ?? []),
    textProperty('Operating System Name and Version', computer.operatingSystem.discoveryName),
  ];
}

/** A text of a discovery record. */
export function textProperty(name: string, value: string): DiscoveryProperty {
  return { name, type: 'string', flags: [], maxLength: 64, value };
}

/** Whether the computer is a client: 1 or 0. */
export function clientProperty(value: 0 | 1): DiscoveryProperty {
  return { name: 'Client', type: 'integer', flags: [], maxLength: 0, value };
}

function list(name: string, value: readonly string[]): DiscoveryProperty {
  return { name, type: 'string', flags: ['full replace'], maxLength: 64, value };
}
