import { parseIni, smsIniValue, systemOpener, textOf, type Computer, type Site } from '../../world/index.ts';
import type { Component } from '../component.ts';
import { macintoshFolder } from './macintosh/macintosh-files.ts';

const identification = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Identification';

/** The SMS root of a site or logon server. */
export function sms12Root(computer: Computer): string {
  return computer.registry.getText(identification, 'Installation Directory') ?? 'C:\\SMS';
}

/** A folder below SITE.SRV: `siteFolder(site, 'INVENTRY.BOX', 'HISTORY')`. */
export function siteFolder(site: Pick<Site, 'folder'>, ...parts: readonly string[]): string {
  return [site.folder, 'SITE.SRV', ...parts].join('\\');
}

/** A folder below LOGON.SRV on a logon server, seen from the server itself. */
export function logonFolder(computer: Computer, ...parts: readonly string[]): string {
  const shared = computer.files.resolveShare('SMS_SHR') ?? `${sms12Root(computer)}\\LOGON.SRV`;
  return [shared, ...parts].join('\\');
}

/** Where the agents lie below LOGON.SRV, in English. */
export const clientProgramFolder = 'X86.BIN\\00000409';

/**
 * Services of servers run from X86.BIN of the site server, or of HELPER.SRV elsewhere; the logon script from NETLOGON.
 * A client runs its programs from its own disk where set-up has copied them, else from its logon server (Q174953).
 */
export function sms12ProgramFolder(computer: Computer, component: Component): string {
  if (computer.operatingSystem.family === 'Macintosh') return macintoshFolder;
  const has = (folder: string): boolean => computer.files.stat(systemOpener, `${folder}\\${component.file}`).ok;
  if (component.log?.side === 'server') {
    const onSite = `${sms12Root(computer)}\\SITE.SRV\\X86.BIN`;
    return has(onSite) ? onSite : `${sms12Root(computer)}\\HELPER.SRV\\X86.BIN`;
  }
  if (component.logonScript !== undefined) return `\\\\${computer.logonServer ?? computer.name}\\NETLOGON`;
  const onClient = 'C:\\MS\\SMS\\BIN';
  const startsByItself = component.service !== undefined || component.atLogon === true;
  const server = startsByItself ? undefined : usedLogonServer(computer);
  return server === undefined || has(onClient)
    ? onClient
    : `\\\\${server}\\${logonServerShare}\\${clientProgramFolder}`;
}

/** The logon server that SMS.INI names; before a client is set up, the one that let its user in. */
function usedLogonServer(computer: Computer): string | undefined {
  const ini = computer.files.read(systemOpener, 'C:\\SMS.INI');
  const named = ini.ok ? smsIniValue(parseIni(textOf(ini.value)), 'currentLogonServer') : undefined;
  return named ?? computer.logonServer;
}

/** The share of LOGON.SRV on every SMS logon server. */
export const logonServerShare = 'SMS_SHR';

/** Services on the servers of a site, in the order in which they start; Hierarchy Manager only at a primary site. */
export const sms12ServerServices = [
  'SMS_SITE_CONFIG_MANAGER',
  'SMS_HIERARCHY_MANAGER',
  'SMS_EXECUTIVE',
  'SMS_INVENTORY_AGENT_NT',
  'SMS_CLIENT_CONFIG_MANAGER',
  'SMS_PACKAGE_COMMAND_MANAGER_NT',
] as const;

/** Folders below the SMS root of a site server, after the tree of Q107244, Q126642, Q166771 and Q193746. */
export const siteServerFolders = [
  'LOGS',
  'SITE.SRV\\X86.BIN',
  'SITE.SRV\\INVENTRY.BOX\\BADRAWS',
  'SITE.SRV\\INVENTRY.BOX\\BADMIFS',
  'SITE.SRV\\INVENTRY.BOX\\HISTORY',
  'SITE.SRV\\ISVMIF.BOX',
  'SITE.SRV\\DATALOAD.BOX\\DELTAMIF.COL\\PROCESS',
  'SITE.SRV\\DATALOAD.BOX\\DELTAMIF.COL\\BADMIFS',
  'SITE.SRV\\DATALOAD.BOX\\FILES.COL',
  'SITE.SRV\\DESPOOLR.BOX\\RECEIVE',
  'SITE.SRV\\SITEREP.BOX',
  'SITE.SRV\\SITECFG.BOX',
  'SITE.SRV\\SCHEDULE.BOX',
  'SITE.SRV\\SENDER.BOX\\TOSEND',
  'SITE.SRV\\SENDER.BOX\\REQUESTS\\LAN_DEFA.000',
  'SITE.SRV\\MAINCFG.BOX\\PKGRULE',
  'SITE.SRV\\MAINCFG.BOX\\CLIENT.SRC',
  'SITE.SRV\\MAINCFG.BOX\\INVDOM.BOX',
  'SITE.SRV\\MAINCFG.BOX\\PCMDOM.BOX',
] as const;

/** Folders below LOGON.SRV with what Everyone may do there beside reading (Q189809). */
export const logonServerFolders: Readonly<Record<string, 'Change' | 'Read'>> = {
  'CCR.BOX\\RETRY': 'Change',
  'CCR.BOX': 'Change',
  'DESPOOLR.BOX': 'Change',
  'INVENTRY.BOX': 'Change',
  'ISVMIF.BOX': 'Change',
  'PCMPKG.SRC': 'Change',
  'INVENCFG.BOX': 'Read',
  'PCMINS.BOX': 'Read',
  SMSID: 'Change',
  'X86.BIN\\00000409': 'Read',
  'MAC.BIN': 'Read',
};
