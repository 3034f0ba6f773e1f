import { minute, type Duration } from '../../../kernel/index.ts';
import { assumed, documented, parseIni, printIni, smsIniValue, type Ini } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { logonServerShare } from '../folders.ts';

/** SMS.INI lies hidden in the root of the first drive (Q126642, Q188051). */
export const smsIniPath = 'C:\\SMS.INI';

/** Where a Windows NT client remembers which services it has been given (Q168518). */
export const clientServicesKey = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Client Services';

/** The service that takes the inventory of a Windows NT workstation (Q169038). */
export const inventoryService = 'SMS Client Inventory';

/** Where the programs and files of a client lie. */
export const clientRootProvenance = assumed(
  'A client is installed on C:; that of the drives with the most free space is not modelled.',
  'Q127072, Q165264',
);

/** The tree of a client is that of the articles. */
export const clientTreeProvenance = documented('Q139908, Q153085, Q157681, Q175526, Resource Guide for SMS 1.2');

/** The folders below MS\SMS that client set-up makes. */
export const clientFolderNames = ['BIN', 'DATA', 'LOGS', 'IDMIFS', 'NOIDMIFS', 'TEMP', 'INVDATA'] as const;

/** A path below MS\SMS: `clientPath('DATA', 'CMNDHIS.NT')`. */
export function clientPath(...parts: readonly string[]): string {
  return ['C:\\MS\\SMS', ...parts].join('\\');
}

/** SMS.INI of this computer; undefined where there is none. */
export function readSmsIni(self: Self): Ini | undefined {
  return readIni(self, smsIniPath);
}

/** An INI at a path; undefined where it cannot be read. */
export function readIni(self: Self, path: string): Ini | undefined {
  const text = self.files.readText(path);
  return text.ok ? parseIni(text.value) : undefined;
}

/** Writes SMS.INI, hidden as it is. */
export function writeSmsIni(self: Self, ini: Ini): void {
  self.files.writeText(smsIniPath, printIni(ini), { attributes: { hidden: true } });
}

/** The share that a client works with: `\\LAMSRV1\SMS_SHR`; empty before it knows one. */
export function logonShare(ini: Ini | undefined): string {
  const server = ini === undefined ? undefined : smsIniValue(ini, 'currentLogonServer');
  return server === undefined || server === '' ? '' : `\\\\${server}\\${logonServerShare}`;
}

/** How long the inventory services sleep: what SMS.INI has from DOMAIN.INI, else a day (Q155626). */
export function wakeUpInterval(self: Self): Duration {
  const ini = readSmsIni(self);
  const minutes = Number((ini === undefined ? undefined : smsIniValue(ini, 'serviceWakeupInterval')) ?? 0);
  return (minutes > 0 ? minutes : 1440) * minute;
}

/** Reaches a server as the user who is logged on; a program of his session has no account of its own. */
export function connectAsUser(self: Self, server: string): boolean {
  const { computer, world } = self;
  if (server.toUpperCase() === computer.name.toUpperCase()) return true;
  if (computer.user === undefined || !world.answers(computer.name, server).ok) return false;
  if (world.sessionAccount(computer.name, server) !== undefined) return true;
  const { name } = computer.user;
  return world.connect(computer.name, server, name, world.accounts.get(name)?.password ?? '').ok;
}
