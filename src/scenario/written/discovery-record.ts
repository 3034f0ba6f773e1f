import { z } from 'zod';
import { clientKeys, clientProperties } from '../../components/index.ts';
import {
  identifyingProperties,
  printDiscoveryRecord,
  type Computer,
  type DiscoveryProperty,
  type DiscoveryValue,
} from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName, siteCode } from '../references.ts';
import { siteFor } from '../site-of-step.ts';

const value = z.union([z.string(), z.number()]);

/** A discovery data record as a client writes it, with what a scenario wants to be different. */
export const discoveryRecordSchema = z.strictObject({
  client: computerName().describe('Computer that it is about'),
  site: siteCode().optional().describe('Site of the agent'),
  agent: z.string().default('Heartbeat Discovery'),
  properties: z
    .record(z.string(), z.union([value, z.array(value), z.null()]))
    .default({})
    .describe('Properties to change or add; null: without a value'),
});

/** The text of the record. */
export function discoveryRecordText(play: Play, given: z.infer<typeof discoveryRecordSchema>): string {
  const computer = play.world.mustHave(given.client);
  const site = siteFor(play, given.site);
  const known = propertiesOf(computer);
  const changed = known.map((one) =>
    one.name in given.properties ? { ...one, value: valueIn(given, one.name) } : one,
  );
  const names = Object.keys(given.properties).filter((name) => !known.some((one) => one.name === name));
  const added = names.map((name): DiscoveryProperty => property(name, valueIn(given, name)));
  return printDiscoveryRecord({
    architecture: 'System',
    agent: given.agent,
    siteCode: site.code,
    time: computer.now(),
    properties: [...changed, ...added],
  });
}

function valueIn(
  given: z.infer<typeof discoveryRecordSchema>,
  name: string,
): DiscoveryValue | readonly DiscoveryValue[] {
  return given.properties[name] ?? null;
}

function propertiesOf(computer: Computer): readonly DiscoveryProperty[] {
  const { adapters, registry } = computer;
  const sites = registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  const identity = registry.getText(clientKeys.properties, clientProperties.identity) ?? null;
  return [
    ...identifyingProperties(identity, computer.name),
    property('Resource Names', [computer.name]),
    property(
      'IP Addresses',
      adapters.map((adapter) => adapter.address),
    ),
    property(
      'IP Subnets',
      adapters.map((adapter) => adapter.subnet),
    ),
    property(
      'MAC Addresses',
      adapters.map((adapter) => adapter.macAddress),
    ),
    property('SMS Installed Sites', sites),
    property('Operating System Name and Version', computer.operatingSystem.discoveryName),
    property('Client', 1),
  ];
}

/** Lists take the place of what is stored, as heartbeat discovery sends them (Q313660). */
function property(name: string, given: DiscoveryValue | readonly DiscoveryValue[]): DiscoveryProperty {
  const number = typeof given === 'number';
  return {
    name,
    type: number ? 'integer' : 'string',
    flags: Array.isArray(given) ? ['full replace'] : [],
    maxLength: number ? 0 : 64,
    value: given,
  };
}
