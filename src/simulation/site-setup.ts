import { findRelease, type Release } from '../catalogue/index.ts';
import { hashText, hour, minute, type Duration } from '../kernel/index.ts';
import { SiteDatabase, type Adapter, type Computer, type Site } from '../world/index.ts';
import { defaultHardware } from './default-hardware.ts';
import { installClient } from './install-client.ts';
import { createAccessPointShare, installAccessPoint, installSiteServer, setupOpener } from './install-server.ts';
import { logOn, startService } from './services.ts';
import type { Simulation } from './simulation.ts';
import type { ComputerSetup, ReleaseRoles, SiteDescription, SiteSetup } from './site-description.ts';

/**
 * How long before its beginning a scenario's site has been running: long enough for installed clients to report
 * their first inventories (30 minutes after installation, Q200852) and for the site to load them.
 */
export const settlingTime: Duration = 3 * hour;

/** When in the settling time installed clients come to life: the CAPs are filled by then. */
const clientsJoin: Duration = 30 * minute;

const gigabyte = 1024 ** 3;

/**
 * Builds the computers and sites of a description, starts the site servers three hours before `start`, lets the
 * installed clients report their first inventories, and leaves the clock at `start`.
 */
export function setUpSite(simulation: Simulation, description: SiteDescription, roles: ReleaseRoles): void {
  simulation.now = description.start - settlingTime;
  const sites = [description, ...description.otherSites];
  for (const setup of description.computers) addComputer(simulation, setup);
  for (const setup of sites) addSite(simulation, setup, releaseOf(roles, setup.code, roles.site));
  for (const setup of description.computers) startServer(simulation, setup);
  simulation.runUntil(simulation.now + clientsJoin);
  for (const setup of description.computers) addClient(simulation, description, setup, roles);
  simulation.runUntil(description.start);
}

/** Adds a computer as it stands in the office before SMS: drives, hardware, files. */
export function addComputer(simulation: Simulation, setup: ComputerSetup): Computer {
  const adapters = [adapterOf(setup)];
  const server = setup.role === 'site server' || setup.role === 'client access point';
  const { name, operatingSystem, zone } = setup;
  const computer = simulation.world.addComputer({ name, operatingSystem, server, zone, adapters });
  computer.clockError = setup.clockError;
  computer.power = setup.power;
  computer.startedAt = simulation.now;
  const { fileSystem, windowsFolder } = computer.operatingSystem;
  computer.files.addDrive({ letter: 'C', fileSystem, size: 4 * gigabyte, kind: 'fixed' });
  if (server) computer.files.addDrive({ letter: 'D', fileSystem: 'NTFS', size: 9 * gigabyte, kind: 'fixed' });
  computer.files.createFolder(setupOpener, windowsFolder, { parents: true });
  computer.hardware = { ...defaultHardware(computer), ...setup.hardware };
  addFiles(computer, setup);
  return computer;
}

function addFiles(computer: Computer, setup: ComputerSetup): void {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('\\'));
  for (const { path, size, version, product, company } of setup.software) {
    computer.files.createFolder(setupOpener, folder(path), { parents: true });
    const header = { company: company ?? '', product: product ?? '', version: version ?? '', language: 'English' };
    const known = product === undefined ? {} : { product: header };
    const options = { ...known, ...(version === undefined ? {} : { version }) };
    computer.files.write(setupOpener, path, { size, token: path }, options);
  }
  for (const [path, text] of Object.entries(setup.files)) {
    computer.files.createFolder(setupOpener, folder(path), { parents: true });
    computer.files.write(setupOpener, path, { text, size: text.length });
  }
}

function adapterOf(setup: ComputerSetup): Adapter {
  const serial = hashText(setup.name.toUpperCase()).toString(16).padStart(8, '0').toUpperCase();
  const derived = `00:80:${[0, 2, 4, 6].map((at) => serial.slice(at, at + 2)).join(':')}`;
  return { address: setup.address, subnet: setup.subnet, macAddress: setup.macAddress ?? derived };
}

function addSite(simulation: Simulation, setup: SiteSetup, release: Release): void {
  const { world } = simulation;
  const { connectionAccounts, ...rest } = setup;
  const site: Site = {
    code: rest.code,
    name: rest.name,
    server: rest.server,
    folder: rest.folder,
    ...(rest.parent === undefined ? {} : { parent: rest.parent }),
    accessPoints: rest.accessPoints,
    boundaries: rest.boundaries,
    connectionAccounts: connectionAccounts.map((account) => account.name),
    settings: rest.settings,
  };
  world.sites.set(site.code.toUpperCase(), site);
  world.databases.set(site.code.toUpperCase(), new SiteDatabase(simulation.options.sqlEngine, site.code));
  world.accounts.set(`SMSServer_${site.code}`, { groups: ['Administrators'] });
  for (const { name, password } of connectionAccounts) world.accounts.set(name, { password, groups: ['Users'] });
  installSiteServer(world.mustHave(site.server), site, release);
  for (const point of site.accessPoints) {
    const server = world.mustHave(point.server);
    if (server.name.toUpperCase() !== site.server.toUpperCase()) installAccessPoint(server, site, release);
    createAccessPointShare(server, site, point);
  }
}

function startServer(simulation: Simulation, setup: ComputerSetup): void {
  if (setup.power === 'off') return;
  for (const service of ['SMS_SITE_COMPONENT_MANAGER', 'SMS_EXECUTIVE']) {
    startService(simulation, setup.name, service);
  }
}

function addClient(
  simulation: Simulation,
  description: SiteDescription,
  setup: ComputerSetup,
  roles: ReleaseRoles,
): void {
  if (setup.user !== undefined) logOn(simulation, setup.name, setup.user.name, setup.user.administrator);
  if (!setup.installed) return;
  const sites = setup.sites ?? sitesWithin(description, setup);
  const release = releaseOf(roles, setup.name, roles.clients);
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
