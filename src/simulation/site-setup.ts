import { findRelease, productOf } from '../catalogue/index.ts';
import { hashText, hour, minute, second, type Duration } from '../kernel/index.ts';
import {
  compareVersions,
  folderOf,
  logonScriptShare,
  type Adapter,
  type Computer,
  type Domain,
  type World,
} from '../world/index.ts';
import { defaultHardware } from './default-hardware.ts';
import { setupOpener } from './install-server.ts';
import { useTemplate } from './computer-templates.ts';
import { seatUser, startService } from './services.ts';
import type { Simulation } from './simulation.ts';
import type { ComputerSetup, ReleaseRoles, SiteDescription, SiteSetup } from './site-description.ts';
import type { SiteInstallation } from './site-installation.ts';
import { sms12Installation } from './sms12-installation.ts';
import { sms20Installation } from './sms20-installation.ts';

/**
 * How long before its beginning a scenario's site has been running: long enough for installed clients to report
 * their first inventories (30 minutes after installation, Q200852) and for the site to load them.
 */
export const settlingTime: Duration = 3 * hour;

/** When in the settling time installed clients come to life: the CAPs are filled by then. */
const clientsJoin: Duration = 30 * minute;

/**
 * Clients are installed one after the other, as people do it, but all within this time: a settled site has no two
 * clients that do everything in the same second.
 */
const joining = { apart: 7 * second, within: 45 * minute } as const;

/** How long the site before has for a domain that the next one shares. */
const turnOfDomain: Duration = 2 * minute;

const gigabyte = 1024 ** 3;

/**
 * Builds the computers and sites of a description, starts the site servers three hours before `start`, lets the
 * installed clients report their first inventories, and leaves the clock at `start`.
 */
export function setUpSite(simulation: Simulation, description: SiteDescription, roles: ReleaseRoles): void {
  simulation.now = description.start - settlingTime;
  const sites = [description, ...description.otherSites];
  for (const setup of description.computers) addComputer(simulation, setup);
  for (const domain of description.windowsDomains ?? []) addDomain(simulation, domain);
  for (const setup of sites) {
    const release = releaseOf(roles, setup.code, ownRelease(description, setup.code) ?? roles.site);
    markProduct(simulation, setup.server, release);
    for (const name of controllersOf(description, setup)) markProduct(simulation, name, release);
    installationOf(release).addSite(simulation, setup, release);
  }
  startServers(simulation, description, roles);
  joinClients(simulation, description, roles);
  simulation.runUntil(description.start);
}

/**
 * The servers of sites with domains start one after the other, since one site at a time may work on a domain (Q227028).
 * The senior site comes last: what the others have brought is then on every controller, as in a settled site.
 */
function startServers(simulation: Simulation, description: SiteDescription, roles: ReleaseRoles): void {
  const versionOf = ({ code }: SiteSetup): string => {
    return findRelease(releaseOf(roles, code, ownRelease(description, code) ?? roles.site))?.fullVersion ?? '';
  };
  const sharing = [description, ...description.otherSites]
    .filter(hasDomains)
    .toSorted((a, b) => compareVersions(versionOf(a), versionOf(b)) || (a.code < b.code ? 1 : -1));
  const servers = new Set(sharing.map(({ server }) => server.toUpperCase()));
  for (const { name } of description.computers) if (!servers.has(name.toUpperCase())) startServer(simulation, name);
  for (const { server } of sharing) {
    startServer(simulation, server);
    simulation.runUntil(simulation.now + turnOfDomain);
  }
}

/** The release that the file gives to a site beside the first one, or the roles of a run to that site. */
function ownRelease(
  { otherSites }: SiteDescription,
  code: string | undefined,
  roles?: ReleaseRoles,
): string | undefined {
  const site = otherSites.find((other) => other.code === code?.toUpperCase());
  if (site?.release === undefined) return undefined;
  return roles?.named[site.code] ?? site.release;
}

/** The controllers of the domains of a site: in SMS 1.2 they are its logon servers. */
function controllersOf({ windowsDomains = [] }: SiteDescription, { domains = [] }: SiteSetup): readonly string[] {
  const names = new Set(domains.map(({ name }) => name.toUpperCase()));
  return windowsDomains.filter(({ name }) => names.has(name.toUpperCase())).flatMap(({ controllers }) => controllers);
}

function hasDomains(site: SiteSetup): boolean {
  return (site.domains?.length ?? 0) > 0;
}

/** A domain with the share from which its controllers give out logon scripts. */
function addDomain({ world }: Simulation, domain: Domain): void {
  world.domains.set(domain.name.toUpperCase(), domain);
  for (const name of domain.controllers) makeController(world, name);
}

/** A controller gives out logon scripts by its share NETLOGON. */
export function makeController(world: World, name: string): void {
  const controller = world.mustHave(name);
  const folder = `${controller.operatingSystem.windowsFolder}\\System32\\Repl\\Import\\Scripts`;
  const everyone = { account: 'Everyone', right: 'Read' } as const;
  const administrators = { account: 'Administrators', right: 'Full Control' } as const;
  controller.files.createFolder(setupOpener, folder, { parents: true });
  controller.files.addShare({ name: logonScriptShare, path: folder, permissions: [administrators, everyone] });
}

const serverRoles: readonly string[] = ['site server', 'client access point', 'domain controller'];

/** Adds a computer as it stands in the office before SMS: drives, hardware, files. */
function addComputer(simulation: Simulation, setup: ComputerSetup): Computer {
  const adapters = [adapterOf(setup)];
  const server = serverRoles.includes(setup.role);
  const { name, operatingSystem, zone } = setup;
  const computer = simulation.world.addComputer({ name, operatingSystem, server, zone, adapters });
  computer.clockError = setup.clockError;
  computer.domain = setup.domain;
  computer.power = setup.power;
  computer.startedAt = simulation.now;
  computer.hardware = { ...defaultHardware(computer), ...setup.hardware };
  const office = JSON.stringify([operatingSystem, server, setup.clockError, zone, setup.software, setup.files]);
  useTemplate(simulation, computer, office, () => furnish(computer, setup));
  return computer;
}

function furnish(computer: Computer, setup: ComputerSetup): void {
  const { fileSystem, windowsFolder } = computer.operatingSystem;
  computer.files.addDrive({ letter: 'C', fileSystem, size: 4 * gigabyte, kind: 'fixed' });
  if (computer.server) computer.files.addDrive({ letter: 'D', fileSystem: 'NTFS', size: 9 * gigabyte, kind: 'fixed' });
  computer.files.createFolder(setupOpener, windowsFolder, { parents: true });
  addFiles(computer, setup);
}

function addFiles(computer: Computer, setup: ComputerSetup): void {
  for (const { path, size, version, product, company } of setup.software) {
    computer.files.createFolder(setupOpener, folderOf(path), { parents: true });
    const header = { company: company ?? '', product: product ?? '', version: version ?? '', language: 'English' };
    const known = product === undefined ? {} : { product: header };
    const options = { ...known, ...(version === undefined ? {} : { version }) };
    computer.files.write(setupOpener, path, { size, token: path }, options);
  }
  for (const [path, text] of Object.entries(setup.files)) {
    computer.files.createFolder(setupOpener, folderOf(path), { parents: true });
    computer.files.write(setupOpener, path, { text, size: text.length });
  }
}

function adapterOf(setup: ComputerSetup): Adapter {
  const serial = hashText(setup.name.toUpperCase()).toString(16).padStart(8, '0').toUpperCase();
  const derived = `00:80:${[0, 2, 4, 6].map((at) => serial.slice(at, at + 2)).join(':')}`;
  return { address: setup.address, subnet: setup.subnet, macAddress: setup.macAddress ?? derived };
}

function joinClients(simulation: Simulation, description: SiteDescription, roles: ReleaseRoles): void {
  const clients = description.computers.filter((setup) => setup.installed || setup.user !== undefined);
  const apart = Math.min(joining.apart, joining.within / Math.max(1, clients.length));
  const begin = simulation.now + clientsJoin;
  for (const [index, setup] of clients.entries()) {
    simulation.runUntil(begin + Math.floor(index * apart));
    addClient(simulation, description, setup, roles);
  }
}

function addClient(
  simulation: Simulation,
  description: SiteDescription,
  setup: ComputerSetup,
  roles: ReleaseRoles,
): void {
  if (setup.user !== undefined) seatUser(simulation, setup.name, setup.user.name, setup.user.administrator);
  if (!setup.installed) return;
  const [home] = setup.sites ?? [];
  const release = releaseOf(roles, setup.name, ownRelease(description, home, roles) ?? roles.clients);
  markProduct(simulation, setup.name, release);
  installationOf(release).addClient(simulation, setup, setup.sites ?? sitesWithin(description, setup), release);
}

/** The sites whose boundaries hold a computer. */
function sitesWithin(description: SiteDescription, setup: ComputerSetup): readonly string[] {
  const sites = [description, ...description.otherSites];
  return sites.filter((site) => site.boundaries.includes(setup.subnet)).map((site) => site.code);
}

const installations: Readonly<Record<string, SiteInstallation>> = {
  '1.2': sms12Installation,
  '2.0': sms20Installation,
};

function installationOf(release: string): SiteInstallation {
  const installation = installations[productOf(release)?.version ?? ''];
  if (installation === undefined) throw new Error(`no release named ${release}`);
  return installation;
}

/** A computer of another product than that of the run is told so. */
function markProduct(simulation: Simulation, name: string, release: string): void {
  const version = productOf(release)?.version;
  if (version !== simulation.product.version) simulation.world.mustHave(name).product = version;
}

/** Starts the SMS services of a server; a computer that is off, or is no server of SMS, has none to start. */
export function startServer(simulation: Simulation, computer: string): void {
  const { version } = simulation.productOn(simulation.world.mustHave(computer));
  for (const service of installations[version]?.serverServices ?? []) startService(simulation, computer, service);
}

function releaseOf(roles: ReleaseRoles, name: string, otherwise: string): string {
  return roles.named[name.toUpperCase()] ?? otherwise;
}
