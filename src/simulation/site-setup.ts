import { findRelease, type Release } from '../catalogue/index.ts';
import { siteShare } from '../components/index.ts';
import { hashText, hour, minute, second, type Duration } from '../kernel/index.ts';
import {
  accessPointShare,
  compareVersions,
  folderOf,
  isPrimary,
  logonScriptShare,
  SiteDatabase,
  type Adapter,
  type Computer,
  type Domain,
  type Site,
  type World,
} from '../world/index.ts';
import { defaultHardware } from './default-hardware.ts';
import { installBaseFiles, installClient } from './install-client.ts';
import {
  createAccessPointShare,
  installAccessPoint,
  installSiteServer,
  setupOpener,
  uninstallServer,
} from './install-server.ts';
import { useTemplate } from './computer-templates.ts';
import { seatUser, startService, stopService } from './services.ts';
import type { Simulation } from './simulation.ts';
import type { ComputerSetup, ReleaseRoles, SiteDescription, SiteSetup } from './site-description.ts';

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
  for (const setup of sites) addSite(simulation, setup, releaseOf(roles, setup.code, roles.site));
  startServers(simulation, description, roles);
  joinClients(simulation, description, roles);
  simulation.runUntil(description.start);
}

/**
 * The servers of sites with domains start one after the other, since one site at a time may work on a domain (Q227028).
 * The senior site comes last: what the others have brought is then on every controller, as in a settled site.
 */
function startServers(simulation: Simulation, description: SiteDescription, roles: ReleaseRoles): void {
  const versionOf = (site: SiteSetup): string => releaseOf(roles, site.code, roles.site).fullVersion;
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

/** Sets up a site on computers that are there: site control file, database of a primary, accounts, servers, shares. */
export function addSite(simulation: Simulation, setup: SiteSetup, release: Release): void {
  const { world } = simulation;
  const { connectionAccounts, ...rest } = setup;
  const site: Site = {
    code: rest.code,
    name: rest.name,
    server: rest.server,
    folder: rest.folder,
    ...(rest.kind === undefined ? {} : { kind: rest.kind }),
    ...(rest.parent === undefined ? {} : { parent: rest.parent }),
    ...(rest.addresses === undefined ? {} : { addresses: rest.addresses }),
    accessPoints: rest.accessPoints,
    boundaries: rest.boundaries,
    connectionAccounts: connectionAccounts.map((account) => account.name),
    ...(rest.domains === undefined ? {} : { domains: rest.domains }),
    settings: rest.settings,
  };
  world.sites.set(site.code.toUpperCase(), site);
  if (isPrimary(site)) {
    world.databases.set(site.code.toUpperCase(), new SiteDatabase(simulation.options.sqlEngine, site.code));
  }
  world.accounts.set(`SMSServer_${site.code}`, { groups: ['Administrators'] });
  for (const { name, password } of connectionAccounts) world.accounts.set(name, { password, groups: ['Users'] });
  installSiteServer(world.mustHave(site.server), site, release);
  for (const point of site.accessPoints) {
    const server = world.mustHave(point.server);
    if (server.name.toUpperCase() !== site.server.toUpperCase()) installAccessPoint(server, site, release);
    createAccessPointShare(server, site, point);
  }
}

/** Starts the SMS services of a server; a computer that is off, or is no server of SMS, has none to start. */
export function startServer(simulation: Simulation, computer: string): void {
  for (const service of serverServices) startService(simulation, computer, service);
}

/** Takes a primary site away again, with its database; its client access points go, the files stay. */
export function removeSite(simulation: Simulation, site: Site): void {
  const { world } = simulation;
  for (const name of [site.server, ...site.accessPoints.map((point) => point.server)]) {
    const computer = world.mustHave(name);
    if (simulation.siteOf(computer)?.code === site.code) {
      for (const service of serverServices) stopService(simulation, name, service);
      uninstallServer(computer);
      for (const service of serverServices) computer.removeService(service);
    }
    computer.files.removeShare(accessPointShare(site.code));
  }
  world.mustHave(site.server).files.removeShare(siteShare(site.code));
  world.sites.delete(site.code.toUpperCase());
  world.databases.get(site.code.toUpperCase())?.close();
  world.databases.delete(site.code.toUpperCase());
}

const serverServices = ['SMS_SITE_COMPONENT_MANAGER', 'SMS_EXECUTIVE'];

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
  const sites = setup.sites ?? sitesWithin(description, setup);
  const release = releaseOf(roles, setup.name, roles.clients);
  const computer = simulation.world.mustHave(setup.name);
  useTemplate(simulation, computer, `client ${release.name}`, () => installBaseFiles(computer, release));
  installClient(simulation, setup.name, { sites, release, ...(setup.identity ? { identity: setup.identity } : {}) });
  if (setup.power === 'on') startService(simulation, setup.name, 'SMS Client Service');
}

/** The sites whose boundaries hold a computer. */
function sitesWithin(description: SiteDescription, setup: ComputerSetup): readonly string[] {
  const sites = [description, ...description.otherSites];
  return sites.filter((site) => site.boundaries.includes(setup.subnet)).map((site) => site.code);
}

function releaseOf(roles: ReleaseRoles, name: string, otherwise: string): Release {
  const release = findRelease(roles.named[name.toUpperCase()] ?? otherwise);
  if (release === undefined) throw new Error(`no release named ${otherwise}`);
  return release;
}
