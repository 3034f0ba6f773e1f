import { assumed, documented, iniEntries, parseIni, smsIniValue, type Ini } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { logonServerShare } from '../folders.ts';
import { connectAsUser, readIni } from './client-files.ts';
import { rememberChoice, rememberedServer, type Choice } from './remembered-choice.ts';

const mapping = documented('Q156540, Q166246');

const workgroups = assumed('The workgroup of a computer is the Windows NT domain that its users log on to.', 'Q156540');

/**
 * What SETLS decides: the first entry of Smsls.ini that fits the computer names a logon server, or a domain of which
 * one is drawn; otherwise it is the server that let the user in, if it offers SMS_SHR (Q166246). An Smsls.ini that it
 * has read before is not read again (Q188045).
 */
export function chooseLogonServer(self: Self): string | undefined {
  const near = self.computer.logonServer;
  if (near === undefined) return undefined;
  self.restsOn('choice of a logon server', mapping);
  const file = `\\\\${near}\\NETLOGON\\SMSLS.INI`;
  const remembered = rememberedServer(self, near, file);
  if (remembered !== undefined && offersSms(self, remembered)) return remembered;
  const text = self.files.readText(file);
  const mapped = text.ok ? mappedServer(self, parseIni(text.value)) : undefined;
  if (mapped === undefined) return offersSms(self, near) ? near : undefined;
  rememberChoice(self, near, file, mapped);
  return mapped.server;
}

/** Whether a server answers the user and has the share of SMS. */
export function offersSms(self: Self, server: string): boolean {
  return connectAsUser(self, server) && self.files.exists(`\\\\${server}\\${logonServerShare}`);
}

function mappedServer(self: Self, ini: Ini): Choice | undefined {
  for (const { name } of ini.sections) {
    const value = valueFor(self, name);
    const entry = iniEntries(ini, name).find(([key]) => key.toUpperCase() === value?.toUpperCase());
    const server = entry === undefined ? undefined : serverOf(self, entry[1].trim());
    if (server !== undefined) return { server, section: name, key: value ?? '' };
  }
  return undefined;
}

/** What SETLS compares with the entries of a section. */
function valueFor(self: Self, section: string): string | undefined {
  const { name, domain } = self.computer;
  if (section.toUpperCase() === 'MACHINE') return name;
  if (section.toUpperCase() === 'DOMAIN') return domain;
  if (section.toUpperCase() !== 'WORKGROUP') return undefined;
  self.restsOn('workgroups', workgroups);
  return domain;
}

/** `\\SERVER`; or `DOMAIN`, or `DOMAIN:SITE`, any of whose logon servers may be it (Q174793, Resource Guide). */
function serverOf(self: Self, target: string): string | undefined {
  if (target.startsWith('\\\\')) return offersSms(self, target.slice(2)) ? target.slice(2) : undefined;
  const [domain = '', site] = target.split(':');
  const controllers = self.world.domain(domain)?.controllers ?? [];
  const offering = controllers.filter((server) => offersSms(self, server) && isOfSite(self, server, site));
  return offering.length === 0
    ? undefined
    : offering[self.random('choice of a logon server').integer(0, offering.length - 1)];
}

function isOfSite(self: Self, server: string, site: string | undefined): boolean {
  if (site === undefined) return true;
  const ini = readIni(self, `\\\\${server}\\${logonServerShare}\\DOMAIN.INI`);
  return ini !== undefined && smsIniValue(ini, 'siteCode')?.toUpperCase() === site.toUpperCase();
}
