import type { Instant } from '../../../kernel/index.ts';
import { documented, inferred } from '../../provenance.ts';
import { iniValue, withIniValue } from '../ini.ts';
import type { Ini } from '../ini.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** Sections and keys of SMS.INI and DOMAIN.INI. */
export const smsIniProvenance = documented(
  'Q131631, Q139908, Q155593, Q166771, Q174793, Q188051, Resource Guide for SMS 1.2 (SMS.INI, Sample SMS.INI File)',
);

/** Where a source names a key without its section. */
export const smsIniSectionProvenance = inferred(
  'Q126642, Q171329, Q176969, Q222988',
  'MachineName, NetCardID, SystemRole and SystemType stand in [Local], CurrentLogonServer in [Servers].',
);

/** The keys that programs of SMS read and write, each with its section and its name in the file. */
export const smsIniKeys = {
  smsid: ['SMS', 'SMS Unique ID'],
  siteCode: ['SMS', 'SiteCode'],
  domain: ['SMS', 'Domain'],
  buildNumber: ['SMS', 'BuildNo'],
  spNumber: ['SMS', 'SPNumber'],
  operatingSystem: ['SMS', 'OS'],
  networkType: ['SMS', 'NetworkType'],
  copyListVersion: ['SMS', 'CopyListVersion'],
  hardwareScanInterval: ['SMS', 'HardwareScanInterval'],
  softwareScanInterval: ['SMS', 'SoftwareScanInterval'],
  lastHardwareScan: ['SMS', 'LastHardwareScan'],
  lastSoftwareScan: ['SMS', 'LastSoftwareScan'],
  falseLogonCount: ['SMS', 'InvAgtFalseLogonCount'],
  serviceWakeupInterval: ['SMS', 'InvAgtServiceWakeupInterval'],
  lastLogonServerPath: ['SMS', 'LastLogonServerPath'],
  inventoryCollectionPoint: ['SMS', 'InventoryCollectionPoint'],
  inventoryConfigurationPath: ['SMS', 'InventoryConfigurationPath'],
  isvMifCollectionPoint: ['SMS', 'ISVMIFCollectionPoint'],
  configurationRequestPath: ['SMS', 'ConfigurationRequestPath'],
  standaloneMifPath: ['SMS', 'StandaloneISVMIFPath'],
  machineMifPath: ['SMS', 'MachineISVMIFPath'],
  logPath: ['SMS', 'SMSLogPath'],
  dataPath: ['SMS', 'SMSDataPath'],
  inventoryDataPath: ['SMS', 'SMSInvDataPath'],
  slowNetFlag: ['SMS', 'SlowNetFlag'],
  currentLogonServer: ['Servers', 'CurrentLogonServer'],
  setupPhase: ['Local', 'SetupPhase'],
  netCardId: ['Local', 'NetCardID'],
  machineName: ['Local', 'MachineName'],
  systemRole: ['Local', 'SystemRole'],
  systemType: ['Local', 'SystemType'],
  failedHardwareChecks: ['WorkstationStatus', 'FailedHardwareChecks'],
  filesNotDownloaded: ['WorkstationStatus', 'FilesNotDownloaded'],
  foreignEntry: ['LogonHistory', 'Entry'],
  foreignCounter: ['LogonHistory', 'Counter'],
  lastLoggedUser: ['LogonHistory', 'LastLoggedUser'],
  validatingServer: ['SMSLSIni', 'ValidatingServer'],
  scriptFile: ['SMSLSIni', 'FileName'],
  scriptFileTime: ['SMSLSIni', 'FileTime'],
  sectionMatch: ['SMSLSIni', 'SectionMatch'],
  keyMatch: ['SMSLSIni', 'KeyMatch'],
  scriptDomain: ['SMSLSIni', 'Domain'],
} as const satisfies Readonly<Record<string, readonly [section: string, key: string]>>;

/** A key of SMS.INI by the name we give it. */
export type SmsIniKey = keyof typeof smsIniKeys;

/** The value of a key; undefined where the file has none. */
export function smsIniValue(ini: Ini, key: SmsIniKey): string | undefined {
  const [section, name] = smsIniKeys[key];
  return iniValue(ini, section, name);
}

/** The file with a key set. */
export function withSmsIniValue(ini: Ini, key: SmsIniKey, value: string): Ini {
  const [section, name] = smsIniKeys[key];
  return withIniValue(ini, section, name, value);
}

/** The time of a scan; undefined where there was none, and where the text is no time. */
export function smsIniTime(ini: Ini, key: 'lastHardwareScan' | 'lastSoftwareScan'): Instant | undefined {
  return parseMifDate(smsIniValue(ini, key) ?? '');
}

/** The file with the time of a scan set, on the client's clock. */
export function withSmsIniTime(ini: Ini, key: 'lastHardwareScan' | 'lastSoftwareScan', time: Instant): Ini {
  return withSmsIniValue(ini, key, printMifDate(time));
}

/** `Entry` of [LogonHistory]: the foreign site and domain seen last. */
export function foreignEntry(siteCode: string, domain: string): string {
  return `${siteCode}:${domain}`;
}
