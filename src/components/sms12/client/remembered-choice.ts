import { documented, inferred, smsIniValue, withSmsIniValue, type Ini } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { readSmsIni, writeSmsIni } from './client-files.ts';

const memory = documented('Q174793, Q188045', 'File name, file time and domain decide whether SMS.INI is enough.');

const time = inferred('Q174793', 'FileTime is the time of Smsls.ini in seconds since 1970, in hexadecimal digits.');

/** What SETLS has found in Smsls.ini, as [SMSLSIni] of SMS.INI keeps it. */
export interface Choice {
  readonly server: string;
  readonly section: string;
  readonly key: string;
}

/** What identifies an Smsls.ini, and for whom it was read. */
interface ReadFile {
  readonly validatingServer: string;
  readonly scriptFile: string;
  readonly scriptFileTime: string;
  readonly scriptDomain: string;
}

/**
 * The server of SMS.INI where SETLS has read the same Smsls.ini for the same domain before: then it does not look into
 * it again, whatever it says (Q188045).
 */
export function rememberedServer(self: Self, near: string, file: string): string | undefined {
  const ini = readSmsIni(self);
  const now = readFile(self, near, file);
  if (ini === undefined || now === undefined) return undefined;
  self.restsOn('memory of SETLS', memory);
  const same = (['scriptFile', 'scriptFileTime', 'scriptDomain'] as const).every((key) => isSame(ini, key, now[key]));
  return same ? smsIniValue(ini, 'currentLogonServer') : undefined;
}

/** Remembers what was found, once there is an SMS.INI. */
export function rememberChoice(self: Self, near: string, file: string, { section, key }: Choice): void {
  const ini = readSmsIni(self);
  const now = readFile(self, near, file);
  if (ini === undefined || now === undefined) return;
  self.restsOn('time of Smsls.ini', time);
  const values = { ...now, sectionMatch: section, keyMatch: key };
  const keys = Object.keys(values) as (keyof typeof values)[];
  writeSmsIni(
    self,
    keys.reduce((whole, one) => withSmsIniValue(whole, one, values[one]), ini),
  );
}

function isSame(ini: Ini, key: keyof ReadFile, value: string): boolean {
  return smsIniValue(ini, key)?.toUpperCase() === value.toUpperCase();
}

function readFile(self: Self, near: string, file: string): ReadFile | undefined {
  const facts = self.files.stat(file);
  if (!facts.ok) return undefined;
  return {
    validatingServer: `\\\\${near}`,
    scriptFile: file,
    scriptFileTime: Math.floor(facts.value.modified / 1000).toString(16),
    scriptDomain: self.computer.domain ?? '',
  };
}
