import { hierarchyOf, userOf } from '../../bench/hierarchy.ts';
import { findRelease, sms20, type Sms20Release } from '../../src/catalogue/index.ts';
import { sha256 } from '../../src/cli/digest.ts';
import { loadSqlEngine } from '../../src/cli/sql-engine.ts';
import { instantOf, type TraceRecord } from '../../src/kernel/index.ts';
import {
  Simulation,
  saveCheckpoint,
  setUpSite,
  type Checkpoint,
  type ComputerSetup,
  type SiteDescription,
  type SiteSetup,
} from '../../src/simulation/index.ts';

const engine = await loadSqlEngine();
const start = instantOf({ year: 2002, month: 3, day: 4, hour: 14 });

/** A central site without clients; P01 and the secondary S01 below it share DOMAIN1, P02 has DOMAIN2 for itself. */
const size = { primaries: 2, secondaries: 1, clients: 8, domains: 2 };

/** All sites, from the top downwards. */
export const sites: readonly string[] = ['CEN', 'P01', 'P02', 'S01'];

/** How a client differs from an installed Windows NT client of one site whose user is an administrator. */
interface Difference {
  readonly operatingSystem?: ComputerSetup['operatingSystem'];
  /** Its user is no administrator. */
  readonly withoutRights?: true;
  /** It has no SMS yet. */
  readonly isNew?: true;
  /** A subnet that is a boundary of two sites. */
  readonly subnet?: string;
}

/** Boundaries of two sites each: of sites with one domain, and of sites with two. */
const sharedSubnets: Readonly<Record<string, readonly string[]>> = {
  '10.50.0.0': ['P01', 'S01'],
  '10.51.0.0': ['P02', 'S01'],
};

/** CLIENT1, 4 and 7 stand beside P01, CLIENT2, 5 and 8 beside P02, CLIENT3 and 6 beside S01. */
const differences: Readonly<Record<string, Difference>> = {
  CLIENT1: { operatingSystem: 'Windows 98' },
  CLIENT2: { withoutRights: true },
  CLIENT3: { withoutRights: true },
  CLIENT4: { subnet: '10.50.0.0' },
  CLIENT5: {},
  CLIENT6: { isNew: true },
  CLIENT7: { subnet: '10.51.0.0', withoutRights: true },
  CLIENT8: { isNew: true, withoutRights: true },
};

/** All clients of the hierarchy. */
export const clients: readonly string[] = Object.keys(differences);

/** Whether the user of a client is an administrator of it. */
export function hasRights(client: string): boolean {
  return differences[client]?.withoutRights !== true;
}

/** Clients of Windows 9x, which finish an upgrade at a restart. */
export const windows9xClients = clients.filter((name) => differences[name]?.operatingSystem === 'Windows 98');

/** A hierarchy of a release, settled once and restored for each order. */
export interface SettledHierarchy {
  readonly simulation: Simulation;
  readonly settled: Checkpoint;
  /** Learns of every record; whoever plays an order on it puts its own here. */
  watcher: (record: TraceRecord) => void;
}

/** The hierarchy with everything on one release. */
export function settledHierarchy(release: string): SettledHierarchy {
  const watching = { watcher: (_record: TraceRecord): void => {} };
  const simulation = new Simulation({
    ...{ seed: 1, start, product: sms20, sqlEngine: engine, digest: sha256 },
    logComputers: new Set<string>(),
    sink: (record) => watching.watcher(record),
  });
  setUpSite(simulation, description(release), { site: release, clients: release, named: {} });
  return Object.assign(watching, { simulation, settled: saveCheckpoint(simulation) });
}

/** The release of a name that this test writes itself. */
export function releaseNamed(name: string): Sms20Release {
  const found = findRelease(name);
  if (found === undefined) throw new Error(`no release named ${name}`);
  return found;
}

function description(release: string): SiteDescription {
  const { otherSites, computers, ...central } = hierarchyOf(size, release, start);
  return { ...central, otherSites: otherSites.map(withSharedSubnets), computers: computers.map(asSaid) };
}

function withSharedSubnets(site: SiteSetup): SiteSetup {
  const shared = Object.entries(sharedSubnets).flatMap(([subnet, codes]) => (codes.includes(site.code) ? subnet : []));
  const settings = site.code === 'P02' ? { 'Remote installation enabled': true } : {};
  return { ...site, boundaries: [...site.boundaries, ...shared], settings };
}

function asSaid(setup: ComputerSetup): ComputerSetup {
  if (setup.role !== 'client') return setup;
  const { operatingSystem = 'Windows NT 4.0', isNew, subnet = setup.subnet } = differences[setup.name] ?? {};
  const address = subnet.replace('0.0', '0.10');
  const user = { name: userOf(setup.name), administrator: hasRights(setup.name) };
  return { ...setup, operatingSystem, installed: isNew !== true, subnet, address, user };
}
