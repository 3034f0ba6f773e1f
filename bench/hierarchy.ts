import type { Instant } from '../src/kernel/index.ts';
import type { ComputerSetup, SiteDescription, SiteSetup } from '../src/simulation/index.ts';
import type { Domain, SiteAddress } from '../src/world/index.ts';

/** How large a hierarchy is to be. */
export interface HierarchySize {
  readonly primaries: number;
  /** Below the primary sites, in turn. */
  readonly secondaries: number;
  /** Of all sites below the central one, in turn. */
  readonly clients: number;
  /** Windows NT domains; a primary site shares one with its secondary sites and with other primaries. */
  readonly domains: number;
}

/** Zone of all computers of a hierarchy. */
const zone = 'Central Standard Time';

/** One place of the hierarchy before its addresses are known. */
interface Place {
  readonly code: string;
  readonly kind: 'primary' | 'secondary';
  readonly parent?: string;
  /** Number of the site, which is the second byte of its subnet. */
  readonly number: number;
  readonly domain?: string;
}

/**
 * A central site without clients, primary sites below it, secondary sites below those; from the top downwards. All
 * clients run Windows NT, stay on, and have nobody at the keyboard.
 */
export function hierarchyOf(size: HierarchySize, release: string, start: Instant): SiteDescription {
  const places = placesOf(size);
  const [central, ...others] = places.map((place) => siteAt(place, places));
  if (central === undefined) throw new Error('a hierarchy has a central site');
  const domains = domainNames(size).map((name): Domain => ({ name, controllers: [`${name}PDC`, `${name}BDC`] }));
  return {
    ...central,
    zone,
    start,
    release,
    otherSites: others,
    windowsDomains: domains,
    computers: [
      ...places.map((place) => computer(serverOf(place.code), 'site server', place, 1)),
      ...domains.flatMap((domain) => controllersOf(domain, places)),
      ...membersOf(size, places.slice(1)),
    ],
  };
}

/** The codes of all sites, from the top downwards: the order of an upgrade. */
export function siteCodesOf({ code, otherSites }: SiteDescription): readonly string[] {
  return [code, ...otherSites.map((site) => site.code)];
}

function placesOf(size: HierarchySize): readonly Place[] {
  const names = domainNames(size);
  const domainOf = (primary: number): { domain?: string } => {
    const domain = names[primary % names.length];
    return domain === undefined ? {} : { domain };
  };
  const primaries = count(size.primaries).map((index): Place => ({
    code: code('P', index),
    kind: 'primary',
    parent: 'CEN',
    number: index + 2,
    ...domainOf(index),
  }));
  const secondaries = count(size.secondaries).map((index): Place => {
    const primary = index % size.primaries;
    const number = size.primaries + index + 2;
    return { code: code('S', index), kind: 'secondary', parent: code('P', primary), number, ...domainOf(primary) };
  });
  return [{ code: 'CEN', kind: 'primary', number: 1 }, ...primaries, ...secondaries];
}

function siteAt(place: Place, places: readonly Place[]): SiteSetup {
  const { code: own, kind, parent, domain } = place;
  const near = places.filter((other) => other.parent === own || other.code === parent);
  const server = serverOf(own);
  return {
    code: own,
    name: own,
    server,
    folder: 'C:\\SMS',
    kind,
    ...(parent === undefined ? {} : { parent }),
    addresses: near.map((other): SiteAddress => ({ site: other.code, server: serverOf(other.code), schedule: [] })),
    accessPoints: [{ server, folder: `C:\\CAP_${own}` }],
    boundaries: [subnetOf(place)],
    connectionAccounts: [{ name: `SMSClient_${own}`, password: 'winter99' }],
    ...(domain === undefined ? {} : { domains: [{ name: domain, logonDiscovery: true, logonInstallation: true }] }),
    settings: {},
  };
}

/** The PDC stands beside the first site of its domain, the BDC beside the last. */
function controllersOf({ name, controllers }: Domain, places: readonly Place[]): readonly ComputerSetup[] {
  const sharing = places.filter(({ domain }) => domain === name);
  return controllers.flatMap((controller, index) => {
    const place = sharing.at(-index);
    return place === undefined ? [] : [computer(controller, 'domain controller', place, 2 + index)];
  });
}

function membersOf(size: HierarchySize, places: readonly Place[]): readonly ComputerSetup[] {
  return count(size.clients).flatMap((index) => {
    const place = places[index % places.length];
    if (place === undefined) return [];
    const setup = computer(`CLIENT${index + 1}`, 'client', place, 10 + Math.floor(index / places.length));
    const { domain } = place;
    return [{ ...setup, installed: true, ...(domain === undefined ? {} : { domain }) }];
  });
}

/** The clients of a hierarchy. */
export function clientsOf({ computers }: SiteDescription): readonly ComputerSetup[] {
  return computers.filter(({ role }) => role === 'client');
}

/** The user of a client. */
export function userOf(client: string): string {
  return `USER${client.slice('CLIENT'.length)}`;
}

function computer(name: string, role: ComputerSetup['role'], place: Place, number: number): ComputerSetup {
  return {
    name,
    role,
    operatingSystem: 'Windows NT 4.0',
    zone,
    clockError: 0,
    address: `10.${place.number}.${Math.floor(number / 250)}.${number % 250}`,
    subnet: subnetOf(place),
    power: 'on',
    installed: false,
    hardware: {},
    software: [],
    files: {},
  };
}

function subnetOf({ number }: Place): string {
  return `10.${number}.0.0`;
}

function serverOf(siteCode: string): string {
  return `${siteCode}SRV`;
}

function domainNames(size: HierarchySize): readonly string[] {
  return count(size.domains).map((index) => `DOMAIN${index + 1}`);
}

function code(letter: string, index: number): string {
  return `${letter}${String(index + 1).padStart(2, '0')}`;
}

function count(many: number): readonly number[] {
  return Array.from({ length: many }, (_, index) => index);
}
