import {
  assumed,
  documented,
  macintoshCode,
  macintoshCodeProvenance,
  parseIni,
  printIni,
  smsIniValue,
  withSmsIniValue,
  type Ini,
  type SmsIniKey,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { allocateSmsid } from '../smsid-allocation.ts';
import type { InvmacMemory } from './invmac.ts';
import { macintoshPath } from './macintosh-files.ts';
import { makeChangesFolders, makeChangesProvenance } from './services-for-macintosh.ts';

type MacintoshSelf = Self<InvmacMemory>;

const fromDomainIni = documented('Q107244, Q127052, Q156385');

const trial = assumed(
  'At its first start Invmac tries whether it may make files in all five directories of Q127026.',
  'Q127026',
);

const noSmsid = assumed('How Invmac says that there is no SMSID to take is not in the articles.', 'Q127052');

/** What a client takes over from the DOMAIN.INI of its logon server each time, beside the server that it uses. */
const refreshed = ['siteCode', 'domain', 'hardwareScanInterval', 'softwareScanInterval'] as const;

/** At the first start DOMAIN.INI becomes SMS.INI with an SMSID of its own; later it is brought up to date. */
export function makeSettings(self: MacintoshSelf): string {
  self.restsOn('SMS.INI of a Macintosh', fromDomainIni);
  const { memory } = self;
  if (!memory.isNew) {
    save(self, updated(self, memory.ini));
    return 'settings made';
  }
  if (!mayMakeChanges(self)) return denied(self, 'Reading INI file, new SMS.INI.');
  const smsid = allocateSmsid(self, memory.share);
  if (smsid === undefined) {
    self.restsOn('message without an SMSID', noSmsid);
    self.show('InvMac', 'There is no SMS Unique ID to be taken.');
    return 'no SMSID';
  }
  self.restsOn('OS of a Macintosh', macintoshCodeProvenance);
  const known = withSmsIniValue(memory.ini, 'smsid', smsid);
  save(self, updated(self, withSmsIniValue(known, 'operatingSystem', String(macintoshCode))));
  return 'settings made';
}

/** The message of a volume on which Make Changes is missing (Q127026). */
export function denied(self: MacintoshSelf, doing: string): 'access denied' {
  const lines = ['Error 5000, in file shicsetting.cp line 150.', 'AFP Access denied.', 'AFP Access denied.', doing];
  self.show('InvMac', lines.join('\n'));
  return 'access denied';
}

function mayMakeChanges(self: MacintoshSelf): boolean {
  self.restsOn('Make Changes', makeChangesProvenance);
  self.restsOn('directories that are tried', trial);
  return makeChangesFolders.every((folder) => {
    const path = `${self.memory.share}\\${folder}\\INVMAC.TMP`;
    return self.files.writeText(path, '').ok && self.files.delete(path).ok;
  });
}

function updated(self: MacintoshSelf, ini: Ini): Ini {
  const text = self.files.readText(`${self.memory.share}\\DOMAIN.INI`);
  const domain = text.ok ? parseIni(text.value) : undefined;
  const values = refreshed.flatMap((key): readonly [SmsIniKey, string][] => {
    const value = domain === undefined ? undefined : smsIniValue(domain, key);
    return value === undefined ? [] : [[key, value]];
  });
  const server = self.memory.share.slice(2).split('\\', 1)[0] ?? '';
  const all: readonly (readonly [SmsIniKey, string])[] = [...values, ['currentLogonServer', server]];
  const servers =
    domain === undefined ? ini : withSectionOf(domain, withSectionOf(domain, ini, 'Servers'), 'AppleServers');
  return all.reduce((changed, [key, value]) => withSmsIniValue(changed, key, value), servers);
}

function withSectionOf(source: Ini, target: Ini, name: string): Ini {
  const section = source.sections.find((one) => one.name.toUpperCase() === name.toUpperCase());
  if (section === undefined) return target;
  const others = target.sections.filter((one) => one.name.toUpperCase() !== name.toUpperCase());
  return { sections: [...others, section] };
}

/** DOMAIN.INI is modified and renamed (Q156385). */
function save(self: MacintoshSelf, ini: Ini): void {
  self.memory.ini = ini;
  self.files.writeText(macintoshPath('SMS.INI'), printIni(ini));
  self.files.delete(macintoshPath('DOMAIN.INI'));
}

/** The SMSID of this Macintosh. */
export function smsidOf({ ini }: InvmacMemory): string {
  return smsIniValue(ini, 'smsid') ?? '';
}
