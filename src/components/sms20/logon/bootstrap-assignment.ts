import {
  compareVersions,
  documented,
  inferred,
  iniValue,
  parseIni,
  parseNetConfiguration,
  releaseOf,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { isRemembered, isWithin, rememberVisit } from '../client/card-assignment.ts';
import { noteAssignment } from '../client/client-identity.ts';
import { clientKeys, clientProperties, siteKey } from '../client/client-registry.ts';
import { forcedSites, isInTravelMode, promptTraveller } from '../client/travel-mode.ts';
import { copyLogPath, siteOnLogonPoint } from '../logon-point/logon-point-files.ts';
import type { BootstrapMemory, BootstrapSelf } from './bootstrap-memory.ts';
import { versionOnLogonPoint } from './bootstrap-owner.ts';
import { namesIn } from './logon-point-connection.ts';

/** Which sites of the logon point the client belongs to (Q227025, Q262856). */
export const assignmentEffects: Readonly<Record<string, Effect<BootstrapMemory>>> = {
  'assess the sites': { answers: ['assigned', 'not assigned', 'sites lost'], run: assess },
};

function assess(self: BootstrapSelf): string {
  const own = installedSites(self);
  self.log('ASSIGNMENT ***************************************');
  if (isBeingRemoved(self)) return 'not assigned';
  const offered = namesIn(self, `${self.memory.logonPoint}\\Sites`);
  sayCounts(self, 'Before adding new sites', offered, own);
  if (lost(self, own, offered)) return 'sites lost';
  const added = offered.filter((site) => isToBeAdded(self, site, own, offered));
  for (const site of added) self.log(`Inserting new site "${site}" into the registry`);
  const all = [...own, ...added];
  sayCounts(self, 'After adding any new sites', offered, all);
  if (added.length === 0) self.log('Not writing Site List data back to the registry (no new sites)');
  else writeSites(self, all);
  if (all.length > 0) return 'assigned';
  noteAssignment(self.computer, false);
  self.log('Client is not assigned to any sites - finished.');
  self.log('ReWriteSitesRegistry returning 28931');
  return 'not assigned';
}

/** The sites in the client's registry, the principal one first. */
export function installedSites(self: BootstrapSelf): readonly string[] {
  return self.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
}

function isBeingRemoved(self: BootstrapSelf): boolean {
  const flag = self.registry.getText(clientKeys.properties, clientProperties.deinstall) ?? '';
  if (flag.toUpperCase() !== 'TRUE') return false;
  self.log('Client deinstall flag set - no new assignments will be processed.');
  return true;
}

function sayCounts(self: BootstrapSelf, when: string, keys: readonly string[], sites: readonly string[]): void {
  self.log(`${when}, there are ${keys.length} site keys and ${sites.length} sites in the site list`);
}

const boundaryFile = inferred(
  'Q242492, Q263345',
  'A site that Copylog.tcf lists, but whose folder is gone, has no boundaries any more.',
);

/** A client that finds no boundaries of its site any more begins to remove itself (Q242492). */
function lost(self: BootstrapSelf, own: readonly string[], offered: readonly string[]): boolean {
  const text = self.files.readText(`${self.memory.logonPoint}\\${copyLogPath}`);
  const copyLog = parseIni(text.ok ? text.value : '');
  const isLost = (site: string): boolean =>
    !offered.some((one) => one.toUpperCase() === site.toUpperCase()) &&
    iniValue(copyLog, 'FILE SOURCE', `SITES\\${site}\\NETCONF.NCF`) !== undefined;
  if (own.length === 0 || !own.every(isLost)) return false;
  self.restsOn('boundaries of a site that is gone', boundaryFile);
  for (const site of own) sayUnable(self, site);
  self.registry.set(clientKeys.properties, clientProperties.deinstall, { type: 'REG_SZ', data: 'TRUE' });
  const ccim = 'Client Configuration Installation Manager';
  const running = [ccim, `${ccim} (16-bit)`].find((name) => self.runs(name));
  if (running !== undefined) self.post(self.processOf(self.computer.name, running), { type: 'wake' });
  return true;
}

function sayUnable(self: BootstrapSelf, site: string): void {
  const folder = `${self.memory.logonPoint}\\${siteOnLogonPoint(site)}`;
  self.log(`Assessing assignment state from "${folder.toUpperCase()}"`);
  self.log('Function return - Client not assigned');
}

function isToBeAdded(self: BootstrapSelf, site: string, own: readonly string[], offered: readonly string[]): boolean {
  if (own.some((one) => one.toUpperCase() === site.toUpperCase())) {
    self.log(`Skipping assignment check for site '${site}' because it's already assigned`);
    return false;
  }
  const path = `${self.memory.logonPoint}\\${siteOnLogonPoint(site, 'NETCONF.NCF')}`;
  const text = self.files.readText(path);
  self.log(`Assessing assignment state from "${self.memory.logonPoint}\\SITES\\${site}"`);
  if (!text.ok) return false;
  if (forcedSites(self).includes(site)) return true;
  return belongsTo(self, site, parseNetConfiguration(text.value)) && !isOlder(self, site, offered);
}

/** A travelling client only notes the sites that it visits (Q276531). */
function belongsTo(self: BootstrapSelf, site: string, subnets: readonly string[]): boolean {
  const within = isWithin(self, subnets);
  if (within && isInTravelMode(self)) {
    rememberVisit(self, site);
    promptTraveller(self, 'assign', site);
    return false;
  }
  const assigned = within || isRemembered(self, site);
  self.log(assigned ? 'CLIENT IS ASSIGNED' : 'Function return - Client not assigned');
  return assigned;
}

const olderSites = documented('Q262677', 'New clients are only assigned to the sites of the latest release.');

function isOlder(self: BootstrapSelf, site: string, offered: readonly string[]): boolean {
  if (self.trait('adds no site of an earlier release') === false) return false;
  self.restsOn('sites of an earlier release', olderSites);
  const releaseOn = (code: string): string => releaseOf(versionOnLogonPoint(self, code) ?? '2.00.0000.0000');
  return offered.some((other) => compareVersions(releaseOn(site), releaseOn(other)) < 0);
}

function writeSites(self: BootstrapSelf, sites: readonly string[]): void {
  self.log('Waiting up to one minute for sites subtree mutex');
  self.registry.set(clientKeys.client, clientProperties.sites, { type: 'REG_MULTI_SZ', data: sites });
  for (const site of sites) self.registry.createKey(siteKey(site));
  noteAssignment(self.computer, true);
  self.log('Wrote Site List data back to the registry');
}
