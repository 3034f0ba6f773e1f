import {
  assignedSites,
  assumed,
  discoveryValues,
  documented,
  fileName,
  findResource,
  inboxPath,
  inferred,
  isInHierarchy,
  parseDiscoveryRecord,
  printDiscoveryRecord,
  storedRecord,
  storedSubnets,
  type DiscoveryProperty,
  type DiscoveryRecord,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { knownSites, secondarySites } from '../hierarchy/known-sites.ts';
import { copyToParent, priorities, replicate, sendToParent } from '../hierarchy/replication.ts';
import { onDatabase } from './database-access.ts';

/** What the database knew of a computer before a record of it was stored, as far as other sites need it. */
export interface KnownBefore {
  readonly subnets: readonly string[];
  readonly assigned: readonly string[];
}

const nothingKnown: KnownBefore = { subnets: [], assigned: [] };

/** What is known of the computer of a record; not asked for at a site that is alone. */
export function knownBefore(self: Self, record: DiscoveryRecord): KnownBefore {
  const guid = discoveryValues(record, 'SMS Unique Identifier')[0];
  if (!isInHierarchy(self.site) || typeof guid !== 'string') return nothingKnown;
  const found = onDatabase(self, (database) => findResource(database, { guid }));
  if (!found.ok || found.value === undefined) return nothingKnown;
  const { resourceId } = found.value;
  const subnets = onDatabase(self, (database) => storedSubnets(database, resourceId));
  const assigned = onDatabase(self, (database) => assignedSites(database, resourceId));
  return { subnets: subnets.ok ? subnets.value : [], assigned: assigned.ok ? assigned.value : [] };
}

const toSecondaries = documented('Q281718', 'Processed records of computers of a secondary site go there as .pdr.');
const ownSites = inferred(
  'Q281718, Q313660',
  'A record for another site has the sites that were assigned here, which take the place of those known there.',
);

/** A processed record goes to the parent, and to the secondary sites to which its computer is or was assigned. */
export function passOn(self: Self, record: DiscoveryRecord, resourceId: number, before: KnownBefore): void {
  const assigned = onDatabase(self, (database) => assignedSites(database, resourceId));
  const sites = assigned.ok ? assigned.value : [];
  self.restsOn('assigned sites in forwarded records', ownSites);
  const forwarded = forwardedRecord(self, record, sites, before.subnets);
  const text = printDiscoveryRecord(forwarded);
  copyToParent(self, { inbox: 'ddm.box', extension: '.ddr', text }, priorities.discovery);
  const concerned = secondarySites(self).filter(({ code }) => sites.includes(code) || before.assigned.includes(code));
  if (concerned.length === 0) return;
  self.restsOn('records for secondary sites', toSecondaries);
  const numbered = printDiscoveryRecord(withNumber(forwarded, nextSerialNumber(self)));
  for (const { code } of concerned) {
    const to = { destination: code, inbox: 'ddm.box', name: `${resourceId}.pdr` };
    replicate(self, to, priorities.discovery, { text: numbered, size: numbered.length });
  }
}

/** Whether the assignment of a computer has changed, so that other sites have to hear of it without a record. */
export function tellOfAssignment(self: Self, resourceId: number, before: readonly string[]): void {
  if (!isInHierarchy(self.site)) return;
  const now = onDatabase(self, (database) => assignedSites(database, resourceId));
  if (!now.ok || now.value.join() === before.join()) return;
  const record = onDatabase(self, (database) => storedRecord(database, resourceId));
  if (!record.ok || record.value === undefined) return;
  passOn(self, record.value, resourceId, { subnets: [], assigned: before });
}

/**
 * Before the hotfix rollup a record leaves a primary site with the subnets that were stored here before it as well,
 * and without the flag by which they would take the place of those known there (Q313660).
 */
function forwardedRecord(
  self: Self,
  record: DiscoveryRecord,
  assigned: readonly string[],
  subnets: readonly string[],
): DiscoveryRecord {
  const appends = self.trait('forwards the subnets of the record alone') === false;
  const properties = record.properties
    .filter(({ name }) => name !== assignedProperty)
    .map((property) => (appends && property.name === 'IP Subnets' ? combined(property, subnets) : property));
  return { ...record, properties: [...properties, assignedTo(assigned)] };
}

function combined(property: DiscoveryProperty, stored: readonly string[]): DiscoveryProperty {
  const reported = Array.isArray(property.value) ? property.value.map(String) : [];
  const value = [...new Set([...stored, ...reported])];
  return { ...property, flags: property.flags.filter((flag) => flag !== 'full replace'), value };
}

const assignedProperty = 'SMS Assigned Sites';
const numberProperty = 'Serial Number';

function assignedTo(value: readonly string[]): DiscoveryProperty {
  return { name: assignedProperty, type: 'string', flags: ['full replace'], maxLength: 64, value };
}

function withNumber(record: DiscoveryRecord, value: number): DiscoveryRecord {
  const property = { name: numberProperty, type: 'integer', flags: [], maxLength: 0, value } as const;
  return { ...record, properties: [...record.properties, property] };
}

const serialKey = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_Discovery_Data_Manager';
const serialValue = 'Serial number';
const serialNumber = documented('Q288407', 'Where the serial number is and that it grows with every record.');

function nextSerialNumber(self: Self): number {
  self.restsOn('serial number of Discovery Data Manager', serialNumber);
  const number = serialNumberOf(self) + 1;
  setSerialNumber(self, number);
  return number;
}

function serialNumberOf(self: Self): number {
  return self.registry.getNumber(serialKey, serialValue) ?? 0;
}

/** A primary site numbers what it processes; a secondary site keeps the highest number that it got (Q288407). */
function setSerialNumber(self: Self, data: number): void {
  self.computer.registry.set(serialKey, serialValue, { type: 'REG_DWORD', data });
}

/** Codes of sites below that are assigned by databases of their own: this site keeps what they said. */
export function assignedElsewhere(self: Self, assigned: readonly string[]): readonly string[] {
  const known = knownSites(self);
  return assigned.filter((code) => {
    const identity = known.get(code)?.identity;
    return identity !== undefined && (identity.kind !== 'secondary' || identity.parent !== self.site.code);
  });
}

const unread = assumed('A secondary site passes records on as they are.', 'Q281718');

/** A secondary site sends the records of its agents to the parent, which processes them. */
export function sendRecord(self: Self, file: string): boolean {
  self.restsOn('records of a secondary site', unread);
  return sendToParent(self, file, 'ddm.box');
}

/**
 * A processed record is kept as `Data.col\<resource id>.ddr` (Q281718), unless the computer is no more of this site
 * (Q281107) or the record is older than what came last (Q288407).
 */
export function keepProcessed(self: Self, file: string): boolean {
  const text = self.files.readText(file);
  const record = text.ok ? parseDiscoveryRecord(text.value) : undefined;
  if (record?.ok === true) keepRecord(self, file, record.value);
  return self.files.delete(file).ok;
}

function keepRecord(self: Self, file: string, record: DiscoveryRecord): void {
  const folder = inboxPath(self.site, 'ddm.box', 'Data.col');
  const kept = `${folder}\\${fileName(file).replace(/\.pdr$/i, '.ddr')}`;
  const number = numberOf(record);
  if (number < serialNumberOf(self) && number < keptNumber(self, kept)) {
    self.log(
      'CDiscoveryDataManager::ProcessDDRs_SS - serial number on this file is older than the current data. ' +
        'Skipping this file.',
    );
    return;
  }
  setSerialNumber(self, Math.max(number, serialNumberOf(self)));
  self.files.createFolder(folder);
  if (discoveryValues(record, assignedProperty).includes(self.site.code)) {
    self.files.writeText(kept, printDiscoveryRecord(record));
  } else {
    self.files.delete(kept);
  }
}

function numberOf(record: DiscoveryRecord): number {
  return Number(discoveryValues(record, numberProperty)[0] ?? 0);
}

/** The number of the record that is kept of the same computer; 0 where there is none. */
function keptNumber(self: Self, path: string): number {
  const text = self.files.readText(path);
  const record = text.ok ? parseDiscoveryRecord(text.value) : undefined;
  return record?.ok === true ? numberOf(record.value) : 0;
}
