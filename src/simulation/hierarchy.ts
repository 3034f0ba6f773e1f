import { upgradeRequest } from '../components/index.ts';
import { failure, inboxPath, inferred, win32, type Outcome, type Site, type SiteAddress } from '../world/index.ts';
import { setupOpener } from './install-server.ts';
import type { Simulation } from './simulation.ts';

/** Adds addresses to a site; one to a site that has one already stays as it is. Its components hear of it. */
export function addAddresses(simulation: Simulation, code: string, addresses: readonly SiteAddress[]): void {
  const site = simulation.world.site(code);
  if (site === undefined) return;
  const { addresses: before = [] } = site;
  const added = addresses.filter((one) => !before.some((known) => known.site === one.site));
  changeHierarchy(simulation, { ...site, addresses: [...before, ...added] });
}

/** Makes a site a child of another, with addresses in both directions where there are none. */
export function attachSite(simulation: Simulation, child: Site, parent: Site): void {
  addAddresses(simulation, parent.code, [{ site: child.code, server: child.server, schedule: [] }]);
  addAddresses(simulation, child.code, [{ site: parent.code, server: parent.server, schedule: [] }]);
  const attached = simulation.world.site(child.code) ?? child;
  simulation.record('setting', 'scenario', `${child.code}:parent`, parent.code);
  changeHierarchy(simulation, { ...attached, parent: parent.code });
}

/** A site control file with other relations: Site Component Manager starts the components that the site now needs. */
export function changeHierarchy(simulation: Simulation, site: Site): void {
  simulation.world.sites.set(site.code.toUpperCase(), site);
  simulation.foundations.note('components of a site in a hierarchy', componentsProvenance);
  simulation.broadcast({ type: 'site settings changed' });
  const server = simulation.world.mustHave(site.server);
  if (server.service('SMS_EXECUTIVE')?.state !== 'Running') return;
  for (const { name, service, runsAt } of simulation.productOn(server).components) {
    if (service === 'SMS_EXECUTIVE' && runsAt !== undefined) simulation.startProcess(server.name, name);
  }
}

/**
 * The parent of a secondary site is asked to upgrade it, by the wizard or by Preinst: Hierarchy Manager there makes the
 * job. What follows takes its time; an error says that the file for Hierarchy Manager could not be left.
 */
export function requestUpgrade({ world }: Simulation, site: Site): Outcome {
  const parent = world.site(site.parent ?? '');
  if (parent === undefined) return failure(win32.badNetPath);
  const server = world.mustHave(parent.server);
  if (server.power === 'off') return failure(win32.badNetPath);
  const path = inboxPath(parent, 'hman.box', `${site.code}${upgradeRequest}`);
  return server.files.write(setupOpener, path, { text: '', size: 0 });
}

/** A changed site control file: Site Component Manager starts what the site needs from now on. */
export function startNewlyNeeded(simulation: Simulation, before: Site, after: Site): void {
  const server = simulation.world.mustHave(after.server);
  if (server.service('SMS_EXECUTIVE')?.state !== 'Running') return;
  for (const { name, service, runsAt } of simulation.productOn(server).components) {
    const needed = service === 'SMS_EXECUTIVE' && runsAt?.(after) === true && !runsAt(before);
    if (needed) simulation.startProcess(server.name, name);
  }
}

const componentsProvenance = inferred(
  'Q212978, Q320676',
  'Components between sites have nothing to do at a site that is alone; they are started where they are needed.',
);
