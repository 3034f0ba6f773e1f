import {
  appleServers,
  documented,
  domainIniOf,
  eventText,
  fileName,
  folderOf,
  inferred,
  needsNewRange,
  nextRange,
  ownZone,
  printIni,
  smsidOfUidFile,
  uidFileName,
  type FileFacts,
  type Ini,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { foldersIn } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { writeSmsEvent } from '../sms-events.ts';
import type { CopyStep } from './inventory-collection.ts';
import { refreshNetspeed } from './netspeed-configuration.ts';
import type { MaintenanceMemory } from './maintenance-manager.ts';
import { packageConfiguration } from './package-rule-file.ts';
import { divideResyncFile, domainFolder } from './resync-masters.ts';
import { domainOfLogonServer, logonServerPath, logonServersOfDomain, smsDomains } from './logon-servers.ts';

const zoneEvents = inferred('Q122178', 'Event 117 is written whenever DOMAIN.INI is written without a zone.');

const domainFolders = inferred(
  'Q193746, Q188042',
  'A domain has a folder of the first eight characters of its name and .000.',
);

const ranges = documented('Q127052', 'The first logon server of a site gives out range 00, the next 01 and so on.');

const falseLogonLimit = 'Inventory False Logon Limit';
const registryKey = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_MAINTENANCE_MANAGER';

const buildOfSms12 = 786;

/** Makes the folders of the SMS domains that are not there yet, and a file of each command in their Resync.cfg. */
export function refreshMasters(self: Self<MaintenanceMemory>): void {
  self.restsOn('folders of SMS domains', domainFolders);
  refreshNetspeed(self);
  for (const domain of smsDomains(self.site)) {
    const folder = `${domainFolder(self, domain)}\\INVENCFG.BOX`;
    if (!self.files.exists(folder)) makeFolders(self, folder);
    divideResyncFile(self, domain);
  }
}

function makeFolders(self: Self, folder: string): void {
  if (self.files.exists(folder)) return;
  makeFolders(self, folderOf(folder));
  self.files.createFolder(folder);
}

/** What clients need and a logon server does not have as it is: copied, and never deleted there (Q193746). */
export function configurationSteps(self: Self<MaintenanceMemory>, server: string): readonly CopyStep[] {
  const domain = domainOfLogonServer(self.world, self.site, server);
  const settings = domainIni(self, domain);
  if (writeWhenDifferent(self, logonServerPath(server, 'DOMAIN.INI'), printIni(settings))) tellOfZones(self, settings);
  offerSmsid(self, server);
  const master = domainFolder(self, domain);
  const clientSource = siteFolder(self.site, 'MAINCFG.BOX', 'CLIENT.SRC');
  const sources = foldersIn(self, clientSource);
  return [
    ...changed(self, master, logonServerPath(server), 'RESYNC.CFG'),
    ...changed(self, `${master}\\INVENCFG.BOX`, logonServerPath(server, 'INVENCFG.BOX'), '*.CFG'),
    ...changed(self, folderOf(packageConfiguration(self.site)), logonServerPath(server), 'PKG_16.CFG'),
    ...changed(self, clientSource, logonServerPath(server), '*.*'),
    ...sources.flatMap((source) => changedTree(self, source, logonServerPath(server, fileName(source)))),
  ];
}

function changedTree(self: Self<MaintenanceMemory>, source: string, target: string): readonly CopyStep[] {
  if (!self.files.exists(target)) self.files.createFolder(target);
  const below = foldersIn(self, source).flatMap((folder) =>
    changedTree(self, folder, `${target}\\${fileName(folder)}`),
  );
  return [...changed(self, source, target, '*.*'), ...below];
}

/**
 * The files of a folder whose size or time stamp is not that of the copy: one look at each of the two folders, and none
 * while both are as they were when nothing had to be copied.
 */
function changed(self: Self<MaintenanceMemory>, source: string, target: string, pattern: string): readonly CopyStep[] {
  const pair = `${source} ${target} ${pattern}`;
  const stamps = `${self.files.stamp(source)} ${self.files.stamp(target)}`;
  if (self.memory.alike[pair] === stamps) return [];
  const steps = copiesOfChanged(self, source, target, pattern);
  if (steps.length === 0) self.memory.alike[pair] = stamps;
  return steps;
}

function copiesOfChanged(self: Self, source: string, target: string, pattern: string): readonly CopyStep[] {
  const copies = self.files.list(target, pattern);
  const byName = new Map(copies.ok ? copies.value.map((copy) => [copy.name.toUpperCase(), copy]) : []);
  const masters = self.files.list(source, pattern);
  const files = (masters.ok ? masters.value : []).filter((one) => !one.isFolder);
  return files
    .filter((one) => !isCurrent(one, byName.get(one.name.toUpperCase())))
    .map(({ name }) => ({ source: `${source}\\${name}`, folder: target, name, replaces: true, moves: false }));
}

function isCurrent(master: FileFacts, copy: FileFacts | undefined): boolean {
  return copy !== undefined && copy.size === master.size && copy.modified === master.modified;
}

function writeWhenDifferent(self: Self, path: string, text: string): boolean {
  const present = self.files.readText(path);
  if (present.ok && present.value === text) return false;
  const { ok } = self.files.writeText(path, text);
  if (ok) self.log(`Updated ${path}`);
  return ok;
}

/** A server of Macintoshes whose zone no inventory agent has detected: event 117. */
function tellOfZones(self: Self, settings: Ini): void {
  const unknown = appleServers(settings).filter(({ zone }) => zone === ownZone);
  if (unknown.length > 0) self.restsOn('event of an unknown zone', zoneEvents);
  for (const { server } of unknown) writeSmsEvent(self, 117, 'Non-fatal Error', eventText(117, { X: server }));
}

/**
 * One file whose name is the next free SMSID. A logon server that has one keeps it, whatever it says, until its range
 * is nearly used up: then it gets the next range, which the registry of the site server counts (Q127052).
 */
export function offerSmsid(self: Self, server: string): void {
  const folder = logonServerPath(server, 'SMSID');
  const listed = self.files.list(folder, '*.UID');
  if (!listed.ok) return;
  const used = listed.value.filter(({ name }) => needsNewRange(smsidOfUidFile(name) ?? `${self.site.code}00000`));
  if (listed.value.length > used.length) return;
  for (const { name } of used) self.files.delete(`${folder}\\${name}`);
  self.restsOn('ranges of SMSIDs', ranges);
  const next = self.registry.getText(registryKey, 'Next SMS Unique ID') ?? `${self.site.code}00000`;
  self.registry.set(registryKey, 'Next SMS Unique ID', { type: 'REG_SZ', data: nextRange(next) });
  if (!self.files.writeText(`${folder}\\${uidFileName(next)}`, '').ok) return;
  self.log(`The next SMSID of ${server} is ${next}`);
}

function domainIni(self: Self, domain: string): Ini {
  const servers = logonServersOfDomain(self.world, self.site, domain);
  const number = (name: string): number => Number(self.setting(name));
  return domainIniOf({
    siteCode: self.site.code,
    domain,
    buildNumber: buildOfSms12,
    servers,
    appleServers: servers.filter((server) => offersMacintosh(self, server)).map((server) => appleServer(self, server)),
    hardwareScanInterval: number('Hardware scan interval (days)'),
    softwareScanInterval: number('Software scan interval (days)'),
    falseLogonCount: self.registry.getNumber(registryKey, falseLogonLimit) ?? number(falseLogonLimit),
    serviceWakeupInterval: number('Inventory agent wake-up (minutes)'),
  });
}

/** A server with Services for Macintosh, whose service is called so in the Windows NT of the time. */
function offersMacintosh(self: Self, server: string): boolean {
  return self.world.computer(server)?.service('MacFile') !== undefined;
}

/** The zone is that which the Inventory Agent of the server wrote into the registry (Q156385). */
function appleServer(self: Self, server: string): { readonly zone: string; readonly server: string } {
  const registry = self.world.computer(server)?.registry;
  const zone = registry?.getText('HKLM\\SOFTWARE\\Microsoft\\SMS\\Identification', 'AppleTalk Zone Name');
  return { zone: zone ?? ownZone, server };
}
