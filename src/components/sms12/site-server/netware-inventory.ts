import {
  assumed,
  documented,
  eventText,
  identificationGroup,
  inferred,
  parseMifDate,
  parseReportMif,
  printMifDate,
  printReportMif,
  workstationStatusClass,
  type InventoryGroup,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { packageGroupsBelow } from '../client/package-groups.ts';
import { groupsOf } from '../client/standard-groups.ts';
import { siteFolder } from '../folders.ts';
import { nextFreeName } from '../free-names.ts';
import { requestIn } from '../resync-requests.ts';
import { writeSmsEvent } from '../sms-events.ts';
import { allocateSmsid } from '../smsid-allocation.ts';
import { offerSmsid } from './logon-server-configuration.ts';
import { domainOfLogonServer, logonServerPath } from './logon-servers.ts';
import { packageConfiguration } from './package-rule-file.ts';
import { domainFolder } from './resync-masters.ts';

/** Whether the groups of .nim files are told together with the inventory of their server. */
export const appendsNimFiles = 'appends .nim files to the inventory of a NetWare server';

const groups = assumed(
  'A NetWare server tells Identification, Workstation Status, Operating System, Disk, Network and its packages.',
  'Q153563, Q265143',
);

const identity = assumed(
  'The SMSID of a NetWare server is the first that its logon server offers; SMSID and last resync are in the registry.',
  'Q127052',
);

const resyncs = inferred(
  'Q193746, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)',
  'Maintenance Manager, which is the agent of a NetWare server, looks for its SMSID as the other agents do.',
);

const nimFiles = documented(
  'Q265143',
  'The NOIDMIFs get the identification of their server and are no longer NOIDMIFs.',
);

/** Tells Inventory Processor of a NetWare server: its .nim files, and what the server has. */
export function reportNetWareServer(self: Self, server: string): void {
  self.restsOn('groups of a NetWare server', groups);
  const smsid = smsidOf(self, server);
  if (smsid === undefined || self.world.computer(server) === undefined) return;
  const identification = identificationOfServer(self, server, smsid);
  const nim = nimGroups(self, server);
  const together = self.trait(appendsNimFiles) === true;
  if (nim.length > 0 && !together) writeMif(self, [identification, ...nim], false);
  const time = requestFor(self, server, smsid);
  const inventory = [identification, ...inventoryOf(self, server), ...(together ? nim : [])];
  writeMif(self, inventory, time !== undefined);
  if (time !== undefined) remember(self, server, 'Last Resync', printMifDate(time));
}

function writeMif(self: Self, told: readonly InventoryGroup[], resync: boolean): void {
  const folder = siteFolder(self.site, 'ISVMIF.BOX');
  const text = printReportMif({ groups: told, ...(resync ? { pragma: 'resync' } : {}) });
  self.files.writeText(`${folder}\\${nextFreeName(self, folder, '.MIF')}`, text);
}

function identificationOfServer(self: Self, server: string, smsid: string): InventoryGroup {
  return identificationGroup({
    ...{ name: server, smsid, site: self.site.code, domain: domainOfLogonServer(self.world, self.site, server) },
    netCardId: self.world.mustHave(server).adapters[0]?.macAddress ?? null,
    ...{ systemRole: 'Server', systemType: 'NetWare', logOnName: null },
  });
}

const megabyte = 1024 ** 2;

function inventoryOf(self: Self, server: string): readonly InventoryGroup[] {
  const { operatingSystem, adapters, files } = self.world.mustHave(server);
  const scanned = printMifDate(Math.floor(self.now() / 1000) * 1000);
  const { discoveryName, version } = operatingSystem;
  const address = adapters[0]?.address ?? null;
  const disks = files.drives().map(({ letter, size, used, reserved }) => ({
    ...{ 'Disk Index': letter, 'Storage Type': 'Fixed drive', 'File System': 'NetWare' },
    'Storage Size (MByte)': Math.floor(size / megabyte),
    'Free Storage (MByte)': Math.floor((size - used - reserved) / megabyte),
  }));
  return [
    ...groupsOf(workstationStatusClass, [{ LastHWScan: scanned, LastSWScan: scanned }]),
    ...groupsOf('MICROSOFT|OPERATING_SYSTEM|1.0', [{ 'Operating System Name': discoveryName, Version: version }]),
    ...groupsOf('MICROSOFT|DISK|1.0', disks),
    ...groupsOf('MICROSOFT|NETWORK|1.0', [
      { 'Network Active': 'YES', 'Network Type': 'NetWare', 'IP Address': address },
    ]),
    ...packageGroupsBelow(self, packageConfiguration(self.site), [`\\\\${server}\\SYS`]),
  ];
}

/** The groups of the .nim files on the server, which stay there; one that cannot be read is event 124. */
function nimGroups(self: Self, server: string): readonly InventoryGroup[] {
  return filesIn(self, logonServerPath(server, 'ISVMIF.BOX'), '*.NIM').flatMap((path) => {
    self.restsOn('.nim files', nimFiles);
    const text = self.files.readText(path);
    const mif = text.ok ? parseReportMif(text.value) : undefined;
    if (mif?.ok === true) return mif.value.groups;
    writeSmsEvent(self, 124, 'Non-fatal Error', eventText(124, { X: path }));
    return [];
  });
}

/** The time of a resync that the server has not answered yet. */
function requestFor(self: Self, server: string, smsid: string): number | undefined {
  const folder = domainFolder(self, domainOfLogonServer(self.world, self.site, server));
  const own = requestIn(self, `${folder}\\RESYNC.CFG`, smsid);
  if (own === undefined) return undefined;
  self.restsOn('resync of a NetWare server', resyncs);
  const last = parseMifDate(self.registry.getText(keyOf(server), 'Last Resync') ?? '');
  return own.time === last ? undefined : own.time;
}

/** The SMSID of the server; at its first inventory it takes the one that its own logon server offers. */
function smsidOf(self: Self, server: string): string | undefined {
  self.restsOn('SMSID of a NetWare server', identity);
  const known = self.registry.getText(keyOf(server), 'SMS Unique ID');
  if (known !== undefined) return known;
  offerSmsid(self, server);
  const smsid = allocateSmsid(self, logonServerPath(server));
  if (smsid !== undefined) remember(self, server, 'SMS Unique ID', smsid);
  return smsid;
}

function remember(self: Self, server: string, name: string, data: string): void {
  self.registry.set(keyOf(server), name, { type: 'REG_SZ', data });
}

function keyOf(server: string): string {
  return `HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_MAINTENANCE_MANAGER\\NetWare Servers\\${server}`;
}
