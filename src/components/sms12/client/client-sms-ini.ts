import {
  documented,
  networkTypeCodes,
  readDomainIni,
  withoutIniValue,
  withSmsIniValue,
  type Ini,
  type SmsIniKey,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientPath } from './client-files.ts';
import { clientPlatform } from './client-platform.ts';

const lost = documented('Q200085', 'An update of a client loses SyncSends and [LogonHistory] of its SMS.INI.');

/** SMS.INI of a client that has just got its SMSID: DOMAIN.INI with what is its own (Q155593, Q171329, Q185914). */
export function newSmsIni(self: Self, domain: Ini, smsid: string, server: string): Ini {
  const own: Readonly<Partial<Record<SmsIniKey, string>>> = {
    smsid,
    operatingSystem: String(clientPlatform(self.computer)?.code ?? ''),
    networkType: String(networkTypeCodes['Windows NT']),
    currentLogonServer: server,
    machineName: self.computer.name,
    netCardId: self.computer.adapters[0]?.macAddress ?? '',
    systemRole: self.computer.server ? 'Server' : 'Workstation',
    systemType: 'X86-based PC',
    dataPath: clientPath('DATA'),
    inventoryDataPath: clientPath('INVDATA'),
    logPath: clientPath('LOGS'),
    machineMifPath: clientPath('NOIDMIFS'),
    standaloneMifPath: clientPath('IDMIFS'),
  };
  const keys = Object.keys(own) as SmsIniKey[];
  return keys.reduce((ini, key) => withSmsIniValue(ini, key, own[key] ?? ''), domain);
}

/** SMS.INI as an update leaves it (Q200085). */
export function updatedSmsIni(self: Self, ini: Ini): Ini {
  self.restsOn('what an update loses', lost);
  return withoutIniValue(withoutIniValue(ini, 'LogonHistory'), 'Sight', 'SyncSends');
}

/** The false logon limit and the scan intervals of a domain, as SMS.INI takes them over. */
export function withDomainSettings(ini: Ini, domain: Ini): Ini {
  const keys = [
    'hardwareScanInterval',
    'softwareScanInterval',
    'falseLogonCount',
    'serviceWakeupInterval',
  ] as const satisfies readonly SmsIniKey[];
  const values = readDomainIni(domain);
  return keys.reduce((whole, key) => withSmsIniValue(whole, key, String(values[key])), ini);
}
