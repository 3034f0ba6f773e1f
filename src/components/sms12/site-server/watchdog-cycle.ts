import { day, type Instant } from '../../../kernel/index.ts';
import { assumed, isPrimary, printSiteControlFile, systemOpener } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder, sms12ServerServices } from '../folders.ts';
import { logonServerProvenance, logonServerServices, makeLogonServer } from '../logon-server/logon-server-set-up.ts';
import { logonServerNames } from './logon-servers.ts';
import { statusFileOf } from './other-sites.ts';
import { leaveFolderJob } from './system-jobs.ts';

/** What Site Configuration Manager remembers. */
export interface WatchdogMemory {
  /** Servers still to come in this cycle, and the one in hand. */
  waiting: string[];
  server: string;
  /** Service control codes that ask for the next cycle, and those that asked for the present one. */
  codes: number[];
  serving: number[];
  /** When it last wrote a status file. */
  reported: Instant | undefined;
}

/** The message with which the Service Control Manager hands over a code. */
export const serviceControlCode = 'service control code';

/** What other threads of the site server hear when a cycle takes the processor, and when it is over. */
export const watchdogBegins = 'watchdog cycle begins';
export const watchdogEnds = 'watchdog cycle ends';

/** The codes of Site Configuration Manager (Q168682); each begins a cycle. */
export const watchdogCodes = { normal: 192, status: 193, upgrade: 194, userGroups: 195, logonScripts: 196 } as const;

const logLines = assumed('What Site Configuration Manager logs of a watchdog cycle is not quoted.', 'Q168682');

type WatchdogSelf = Self<WatchdogMemory>;

export function newWatchdogMemory(): WatchdogMemory {
  return { waiting: [], server: '', codes: [], serving: [], reported: undefined };
}

/** Lists the servers; the Data Loader has less of the site server from now on (Q176517). */
export function beginCycle(self: WatchdogSelf): 'begun' {
  self.restsOn('log lines of the watchdog', logLines);
  self.memory.serving = self.memory.codes;
  self.memory.codes = [];
  self.log(self.memory.serving.length > 0 ? '~Beginning a requested watchdog cycle' : '~Beginning a watchdog cycle');
  const own = self.site.server.toUpperCase();
  self.memory.waiting = [own, ...logonServerNames(self.world, self.site).filter((name) => name !== own)];
  tellLoader(self, watchdogBegins);
  return 'begun';
}

export function goToNextServer(self: WatchdogSelf): 'reached' | 'not reached' | 'none left' {
  self.memory.server = self.memory.waiting.shift() ?? '';
  if (self.memory.server === '') return 'none left';
  if (self.world.answers(self.computer.name, self.memory.server).ok) return 'reached';
  self.log(`~Cannot connect to ${self.memory.server}`);
  return 'not reached';
}

/** The inventory service of a logon server runs from HELPER.SRV there (Q155626); undefined while it is copied. */
export function copyHelper(self: WatchdogSelf): 'all there' | 'refused' | undefined {
  const { server } = self.memory;
  const computer = self.world.mustHave(server);
  const path = `${self.site.folder}\\HELPER.SRV\\X86.BIN`;
  const isThere = computer.files.stat(systemOpener, `${path}\\Invwin32.exe`).ok;
  const runsNothing = computer.operatingSystem.family === 'NetWare';
  if (isThere || runsNothing || server === self.site.server.toUpperCase()) return 'all there';
  computer.files.createFolder(systemOpener, path, { parents: true });
  const target = `\\\\${server}\\${path.replace(':', '$')}\\Invwin32.exe`;
  return self.copy(siteFolder(self.site, 'X86.BIN', 'Invwin32.exe'), target).ok ? undefined : 'refused';
}

/** Makes what is missing, and starts services that are not running. */
export function lookAfterServer(self: WatchdogSelf): void {
  const { server } = self.memory;
  const computer = self.world.mustHave(server);
  self.restsOn('repair of a logon server', logonServerProvenance);
  for (const made of makeLogonServer(computer, self.site)) self.log(`~Restored ${made} on ${server}`);
  const services = server === self.site.server.toUpperCase() ? sms12ServerServices : logonServerServices;
  for (const name of services) {
    const service = computer.service(name);
    if (service?.state !== 'Stopped' || service.startType === 'Disabled') continue;
    if (self.startService(server, name).ok) self.log(`~Restarted ${name} on ${server}`);
  }
}

/** A status file is written once a day, and where a code asks for it. */
export function endCycle(self: WatchdogSelf): 'ended' | 'asked for another' {
  const { reported, serving, codes } = self.memory;
  const isDue = reported === undefined || self.now() - reported >= day;
  if (isDue || serving.includes(watchdogCodes.status)) reportStatus(self);
  tellLoader(self, watchdogEnds);
  return codes.length > 0 ? 'asked for another' : 'ended';
}

/** Hierarchy Manager reads it; a secondary site has none and sends it to its parent (24 h: Resource Guide). */
function reportStatus(self: WatchdogSelf): void {
  self.memory.reported = self.now();
  const name = `${self.site.code}.CT2`;
  const text = printSiteControlFile(statusFileOf(self));
  if (isPrimary(self.site)) {
    self.files.writeText(siteFolder(self.site, 'SITECFG.BOX', name), text);
  } else if (self.site.parent !== undefined) {
    leaveFolderJob(self, { destination: self.site.parent, kind: 'SITECONTROL' }, (folder) => {
      self.files.writeText(`${folder}\\${name}`, text);
    });
  }
}

function tellLoader(self: WatchdogSelf, type: string): void {
  if (isPrimary(self.site)) self.post(self.processOf(self.computer.name, 'SMS_INVENTORY_DATA_LOADER'), { type });
}
