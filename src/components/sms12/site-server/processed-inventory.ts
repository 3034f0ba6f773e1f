import {
  documented,
  historyFileName,
  identificationOf,
  inventoryChanges,
  isPrimary,
  largestRecord,
  parseHistory,
  parseRawFile,
  parseReportMif,
  printDeltaMif,
  printHistory,
  rawRecordLengths,
  sameClass,
  identificationClass,
  workstationStatusClass,
  type InventoryGroup,
  type InventoryHistory,
  type InventoryReport,
} from '../../../world/index.ts';
import { day } from '../../../kernel/index.ts';
import type { Self } from '../../component.ts';
import { extension, type InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { nextFreeName } from '../free-names.ts';
import { appendedGroups } from './appended-groups.ts';
import { storeCollectedFiles } from './collected-files.ts';
import { mappedHistory } from './mapped-history.ts';
import { rejectForAppendedMif, rejectForHistory, rejectMif, rejectRaw } from './rejected-inventory.ts';

/** Whether a record beyond the buffer of Invproc is read. */
export const readsLongRecords = 'reads records of any length';

/** Bytes (Q179561). */
const bufferLength = 8 * 1024;

/** Whether a computer without packages loses those that it had. */
export const deletesLastPackage = 'reports that the last package is gone';

const packageClass = 'MICROSOFT|SOFTWARE|1.0';

const heartbeat = documented('Q107244, Q130940');

/** A RAW of a PC: read, compared with `<SMSID>.HMS`, told to the Data Loader. */
export function processRaw(self: Self<InboxPass>): string {
  const text = self.files.readText(self.memory.file);
  if (!text.ok) return 'in use';
  self.log('~Reading the RAW file');
  const lengths = rawRecordLengths(Number(self.trait('length of the NT CPU record (bytes)')));
  const read = parseRawFile(text.value, { versionStamps: ['1.2'], recordLengths: lengths });
  if (!read.ok) return rejectRaw(self, read);
  const raw = read.value;
  if (largestRecord(raw) > bufferLength && self.trait(readsLongRecords) === false) return 'endless';
  self.log(`~It's for machine ${raw.smsid}`);
  self.log('~Processing Machine ISV MIF Files...');
  const appended = appendedGroups(self, raw.mifs);
  if (appended === undefined) return rejectForAppendedMif(self);
  self.log('~Converting RAW data to MIF');
  for (const { name } of appended) self.log(`~Appending no ID group ${name}`);
  const collected = storeCollectedFiles(self, raw);
  const history = `${historyFolder(self)}\\${historyFileName(raw.smsid)}`;
  const groups = [...raw.records.map(({ group }) => group), ...collected, ...appended];
  const report = { groups, ...(raw.resync ? { pragma: 'resync' as const } : {}) };
  return passOn(self, report, history, raw.smsid);
}

/** A MIF of a Macintosh, an OS/2 computer or another program; `.NHM` is told whole each time (Q229698). */
export function processMif(self: Self<InboxPass>): string {
  const text = self.files.readText(self.memory.file);
  if (!text.ok) return 'in use';
  const report = parseReportMif(text.value);
  if (!report.ok) return rejectMif(self);
  const whose = identificationOf(report.value);
  if (extension(self.memory.file) === '.nhm' || whose === undefined) {
    giveToLoader(self, report.value);
    return finish(self, 'MIF written');
  }
  self.log(`~It's for machine ${whose.smsid ?? ''}`);
  const { path, isNew } = mappedHistory(self, historyFolder(self), report.value);
  const isMissing = !isNew && report.value.pragma !== 'resync' && !self.files.exists(path);
  return isMissing ? rejectForHistory(self, path) : passOn(self, report.value, path, whose.smsid ?? '');
}

/** The folder of the histories of a site server. */
export function historyFolder(self: Self): string {
  return siteFolder(self.site, 'INVENTRY.BOX', 'HISTORY');
}

/** Tells the Data Loader all, what has changed, that the computer lives, or nothing. */
function passOn(self: Self<InboxPass>, report: InventoryReport, history: string, smsid: string): string {
  const known = report.pragma === 'resync' ? undefined : historyAt(self, history);
  const news = known === undefined ? whole(self, report) : changesSince(self, known, report);
  self.log('Writing ~~');
  if (news === undefined) {
    if (self.trait('notes in the log that nothing changed') === true) {
      self.log('No inventory changes for this machine, delta-mif not created');
    }
    return finish(self, 'nothing to report');
  }
  giveToLoader(self, news);
  const now = Math.floor(self.now() / 1000) * 1000;
  self.files.writeText(history, printHistory({ smsid, forwarded: now, groups: report.groups }));
  return finish(self, 'MIF written');
}

function whole(self: Self, report: InventoryReport): InventoryReport {
  const replaces = report.pragma === 'resync' || self.trait('a complete MIF without history replaces the record');
  return { groups: report.groups, ...(replaces === true ? { pragma: 'resync' } : {}) };
}

/** Only changes outside Identification and Workstation Status count; those two are told every four days (Q130940). */
function changesSince(self: Self, known: InventoryHistory, report: InventoryReport): InventoryReport | undefined {
  const compared = withoutIdentification(baseOf(self, known, report), report.groups);
  const changes = inventoryChanges(...compared);
  if (changes.some((group) => !isStatus(group))) return { groups: withIdentification(report, changes) };
  self.restsOn('inventory heartbeat', heartbeat);
  const due = known.forwarded + heartbeatDays(self) * day;
  if (self.now() < due) return undefined;
  return { groups: withIdentification(report, changes) };
}

/** A report without any package leaves the packages of the history out of the comparison (Q147707). */
function baseOf(self: Self, { groups }: InventoryHistory, report: InventoryReport): readonly InventoryGroup[] {
  const hasPackages = report.groups.some((group) => sameClass(group.class, packageClass));
  if (hasPackages || self.trait(deletesLastPackage) === true) return groups;
  return groups.filter((group) => !sameClass(group.class, packageClass));
}

/** The registry of the site server may ask for it more often than the default, but not more than daily (Q130940). */
function heartbeatDays(self: Self): number {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_INVENTORY_PROCESSOR';
  const days = self.registry.getNumber(key, 'Inventory Update Reporting Interval (Days)');
  return Math.max(1, days ?? Number(self.setting('Inventory heartbeat (days)')));
}

function isStatus({ class: name }: InventoryGroup): boolean {
  return sameClass(name, identificationClass) || sameClass(name, workstationStatusClass);
}

/** A computer has one identification: other keys, such as a new name, do not make it another row (Q138021). */
function withoutIdentification(...lists: [readonly InventoryGroup[], readonly InventoryGroup[]]): typeof lists {
  const [before, after] = lists.map((groups) => groups.filter((one) => !sameClass(one.class, identificationClass)));
  return [before ?? [], after ?? []];
}

/** The Data Loader finds the computer by its Identification group, so that this one is always told. */
function withIdentification(report: InventoryReport, changes: readonly InventoryGroup[]): readonly InventoryGroup[] {
  const always = report.groups.filter(
    (group) => isStatus(group) && !changes.some((one) => sameClass(one.class, group.class)),
  );
  return [...always.map((group) => ({ ...group, pragma: 'SMS:Update' as const })), ...changes];
}

function historyAt(self: Self, path: string): InventoryHistory | undefined {
  const text = self.files.readText(path);
  const history = text.ok ? parseHistory(text.value) : undefined;
  return history?.ok === true ? history.value : undefined;
}

/** A secondary site has no Data Loader: its MIFs go to Site Reporter (Resource Guide for SMS 1.2). */
function giveToLoader(self: Self, report: InventoryReport): void {
  const folder = isPrimary(self.site)
    ? siteFolder(self.site, 'DATALOAD.BOX', 'DELTAMIF.COL')
    : siteFolder(self.site, 'SITEREP.BOX');
  self.files.writeText(`${folder}\\${nextFreeName(self, folder, '.MIF')}`, printDeltaMif(report));
}

function finish(self: Self<InboxPass>, answer: string): string {
  self.files.delete(self.memory.file);
  self.log('~Waiting for MIF ........~');
  return answer;
}
