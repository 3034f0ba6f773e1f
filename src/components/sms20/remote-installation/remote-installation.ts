import {
  assignedSites,
  assumed,
  discoveryValues,
  documented,
  findResource,
  inboxPath,
  inferred,
  installedSites,
  printClientRequest,
  type DiscoveryRecord,
  type Site,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { unusedName } from '../generated-names.ts';
import { onDatabase } from '../site-server/database-access.ts';

/** Whether Windows NT Remote Client Installation is turned on for a site. */
export function installsRemotely(site: Pick<Site, 'settings'>): boolean {
  return site.settings['Remote installation enabled'] === true;
}

const rules = documented('Q229769, Q207729');

const kinds = assumed('Workstations, servers and domain controllers are installed alike.', 'Q229769');

const exclusion = {
  key: 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_DISCOVERY_DATA_MANAGER',
  value: 'ExcludeServers',
} as const;

/** Leaves a client configuration request where a record asks for one (Q229769). */
export function requestClient(self: Self, record: DiscoveryRecord, resourceId: number): void {
  if (!installsRemotely(self.site) || self.setting('Remote installation enabled') === false) return;
  const machineName = discoveryValues(record, 'NetBIOS Name')[0];
  if (typeof machineName !== 'string' || !isCandidate(self, record, machineName, resourceId)) return;
  const known = knowledgeOf(self, machineName);
  if (known === 'client of this site') return;
  self.restsOn('when a client configuration request is made', rules);
  self.restsOn('kinds of computers of remote installation', kinds);
  const inbox = inboxPath(self.site, 'ccr.box');
  const name = unusedName(self.files, inbox, '.CCR', self.random('client request names'));
  const isClient = known === 'client of other sites' ? ({ isClient: true } as const) : {};
  self.files.writeText(`${inbox}\\${name}`, printClientRequest({ machineName, ...isClient }));
}

function isCandidate(self: Self, record: DiscoveryRecord, machineName: string, resourceId: number): boolean {
  if (record.architecture !== 'System' || !runsWindowsNt(record) || isExcluded(self, machineName)) return false;
  const assigned = onDatabase(self, (database) => assignedSites(database, resourceId));
  return assigned.ok && assigned.value.includes(self.site.code);
}

const elsewhere = inferred(
  'Q313660, Q229769',
  'A client of other sites that is assigned to this one is asked for; the clients for which nothing is, are its own.',
);

/** What the database knows of a computer of this name; nothing is asked for where it does not answer. */
function knowledgeOf(self: Self, name: string): 'no client' | 'client of this site' | 'client of other sites' {
  const known = onDatabase(self, (database) => findResource(database, { name }));
  if (!known.ok) return 'client of this site';
  if (known.value?.client !== true) return 'no client';
  const { resourceId } = known.value;
  const sites = onDatabase(self, (database) => installedSites(database, resourceId));
  if (!sites.ok || sites.value.includes(self.site.code)) return 'client of this site';
  self.restsOn('client of other sites', elsewhere);
  return 'client of other sites';
}

function runsWindowsNt(record: DiscoveryRecord): boolean {
  return String(discoveryValues(record, 'Operating System Name and Version')[0] ?? '').includes('Windows NT');
}

function isExcluded(self: Self, machineName: string): boolean {
  const names = self.registry.getList(exclusion.key, exclusion.value) ?? [];
  return names.some((name) => name.toUpperCase() === machineName.toUpperCase());
}
