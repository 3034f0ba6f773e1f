import { findRelease, type Sms20Release } from '../catalogue/index.ts';
import { siteShare } from '../components/index.ts';
import { accessPointShare, isPrimary, SiteDatabase, type Site } from '../world/index.ts';
import { useTemplate } from './computer-templates.ts';
import { installBaseFiles, installClient } from './install-client.ts';
import { createAccessPointShare, installAccessPoint, installSiteServer, uninstallServer } from './install-server.ts';
import { startService, stopService } from './services.ts';
import type { Simulation } from './simulation.ts';
import type { ComputerSetup, SiteSetup } from './site-description.ts';
import type { SiteInstallation } from './site-installation.ts';

/** Sets up a site on computers that are there: site control file, database of a primary, accounts, servers, shares. */
export function addSite(simulation: Simulation, setup: SiteSetup, release: Sms20Release): void {
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

/** How SMS 2.0 comes onto computers. */
export const sms20Installation: SiteInstallation = {
  serverServices,
  addSite: (simulation, setup, release) => addSite(simulation, setup, releaseCalled(release)),
  addClient,
};

function addClient(simulation: Simulation, setup: ComputerSetup, sites: readonly string[], name: string): void {
  const release = releaseCalled(name);
  const computer = simulation.world.mustHave(setup.name);
  useTemplate(simulation, computer, `client ${release.name}`, () => installBaseFiles(computer, release));
  installClient(simulation, setup.name, { sites, release, ...(setup.identity ? { identity: setup.identity } : {}) });
  if (setup.power === 'on') startService(simulation, setup.name, 'SMS Client Service');
}

function releaseCalled(name: string): Sms20Release {
  const release = findRelease(name);
  if (release === undefined) throw new Error(`no release named ${name}`);
  return release;
}
