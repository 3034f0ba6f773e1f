import { RandomStreams, type RandomStream } from '../src/kernel/index.ts';
import type { ComputerSetup, SiteDescription, SiteSetup } from '../src/simulation/index.ts';
import type { OperatingSystemName } from '../src/world/index.ts';

/** So many of ten clients run these; all shares are made up. */
const operatingSystems: readonly (readonly [OperatingSystemName, number])[] = [
  ['Windows NT 4.0', 6],
  ['Windows 2000', 2],
  ['Windows 98', 1],
  ['Windows 95', 1],
];

const noInventory = { 'Hardware inventory enabled': false, 'Software inventory enabled': false };
const noDistribution = { 'Advertised programs enabled': false };
const allTools = { 'Remote tools enabled': true, 'Software metering enabled': true };

/**
 * The optional components of the sites, one choice after the other: the defaults, everything, nothing, inventory
 * alone, and remote control beside the defaults. Between them lie the 8 to 24 MB of Q237543.
 */
const choices: readonly SiteSetup['settings'][] = [
  {},
  allTools,
  { ...noInventory, ...noDistribution },
  noDistribution,
  { 'Remote tools enabled': true },
];

/** A hierarchy as offices are: several versions of Windows, other components at every site, and all clients off. */
export function asInOffices(description: SiteDescription): SiteDescription {
  const stream = new RandomStreams(1).stream('operating systems');
  const { otherSites, computers } = description;
  return {
    ...description,
    otherSites: otherSites.map((site, index) => ({ ...site, settings: choices[index % choices.length] ?? {} })),
    computers: computers.map((setup) => (setup.role === 'client' ? drawn(setup, stream) : setup)),
  };
}

function drawn(setup: ComputerSetup, stream: RandomStream): ComputerSetup {
  const ten = operatingSystems.flatMap(([name, many]) => Array.from({ length: many }, () => name));
  return { ...setup, operatingSystem: ten[stream.integer(0, ten.length - 1)] ?? 'Windows NT 4.0', power: 'off' };
}
