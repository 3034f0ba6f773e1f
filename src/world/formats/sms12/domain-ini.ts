import { assumed, documented } from '../../provenance.ts';
import { iniEntries, iniOf } from '../ini.ts';
import type { Ini } from '../ini.ts';
import { smsIniKeys, smsIniValue } from './sms-ini.ts';
import type { SmsIniKey } from './sms-ini.ts';

/** The master of SMS.INI in LOGON.SRV: its servers and paths, and the zone of the Macintoshes. */
export const domainIniProvenance = documented(
  'Q107244, Q140145, Q156385, Resource Guide for SMS 1.2 (SMS.INI, Sample SMS.INI File)',
);

/** That a Macintosh connects to a zone and a server is known, not the entry that names them. */
export const appleServersProvenance = assumed(
  '[AppleServers] numbers its entries like [Servers]: Server1=<zone>@<server>.',
  'Q149960, Q156385',
);

/** Client set-up reads this many servers (Q140145). */
export const mostLogonServers = 8;

/** The zone of a Macintosh itself: what DOMAIN.INI says where no zone is known (Q156385). */
export const ownZone = '*';

/** What Maintenance Manager knows when it writes DOMAIN.INI. */
export interface DomainIni {
  readonly siteCode: string;
  readonly domain: string;
  /** 786 for every release of SMS 1.2 (Q155626). */
  readonly buildNumber: number;
  /** Names without `\\`, in the order in which clients are to try them. */
  readonly servers: readonly string[];
  readonly appleServers: readonly AppleServer[];
  readonly hardwareScanInterval: number;
  readonly softwareScanInterval: number;
  readonly falseLogonCount: number;
  /** Minutes. */
  readonly serviceWakeupInterval: number;
}

/** A logon server that a Macintosh reaches over AppleTalk. */
export interface AppleServer {
  readonly zone: string;
  readonly server: string;
}

/** DOMAIN.INI as an INI, to be printed, or to be made an SMS.INI. */
export function domainIniOf(domain: DomainIni): Ini {
  const numbered = (values: readonly string[]) => values.map((value, index) => [`Server${index + 1}`, value] as const);
  return iniOf([
    ['Servers', numbered(domain.servers)],
    ['SMS', smsSection(domain)],
    ['AppleServers', numbered(domain.appleServers.map(({ zone, server }) => `${zone}@${server}`))],
  ]);
}

/** Reads back what `domainIniOf` made; numbers that are not there are 0. */
export function readDomainIni(ini: Ini): DomainIni {
  const number = (key: SmsIniKey) => Number(smsIniValue(ini, key) ?? 0);
  return {
    siteCode: smsIniValue(ini, 'siteCode') ?? '',
    domain: smsIniValue(ini, 'domain') ?? '',
    buildNumber: number('buildNumber'),
    servers: logonServers(ini),
    appleServers: appleServers(ini),
    hardwareScanInterval: number('hardwareScanInterval'),
    softwareScanInterval: number('softwareScanInterval'),
    falseLogonCount: number('falseLogonCount'),
    serviceWakeupInterval: number('serviceWakeupInterval'),
  };
}

/** The servers of [Servers] in DOMAIN.INI and in SMS.INI, without `CurrentLogonServer`. */
export function logonServers(ini: Ini): readonly string[] {
  return iniEntries(ini, 'Servers').flatMap(([key, value]) => (/^Server\d+$/i.test(key) ? [value] : []));
}

/** The servers that a Macintosh may connect to. */
export function appleServers(ini: Ini): readonly AppleServer[] {
  return iniEntries(ini, 'AppleServers').flatMap(([, value]) => {
    const at = value.indexOf('@');
    return at === -1 ? [] : [{ zone: value.slice(0, at), server: value.slice(at + 1) }];
  });
}

/** The folders are those of the guide's sample. */
function smsSection(domain: DomainIni): readonly (readonly [string, string])[] {
  const values = {
    siteCode: domain.siteCode,
    domain: domain.domain,
    buildNumber: String(domain.buildNumber),
    spNumber: '0',
    hardwareScanInterval: String(domain.hardwareScanInterval),
    softwareScanInterval: String(domain.softwareScanInterval),
    falseLogonCount: String(domain.falseLogonCount),
    serviceWakeupInterval: String(domain.serviceWakeupInterval),
    inventoryCollectionPoint: 'inventry.box',
    inventoryConfigurationPath: 'invencfg.box',
    isvMifCollectionPoint: 'isvmif.box',
    configurationRequestPath: 'ccr.box',
  } as const;
  const keys = Object.keys(values) as (keyof typeof values)[];
  return keys.map((key) => [smsIniKeys[key][1], values[key]]);
}
