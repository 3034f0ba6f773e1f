import { assumed, documented, iniEntries, parseIni, type Ini } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { logonServerShare } from '../folders.ts';
import { connectAsUser } from './client-files.ts';

const mapping = documented('Q156540, Q166246');

const workgroups = assumed('The workgroup of a computer is the Windows NT domain that its users log on to.', 'Q156540');

/**
 * What SETLS decides: the first entry of Smsls.ini that fits the computer names a logon server, or a domain of which
 * one is drawn; otherwise it is the server that let the user in, if it offers SMS_SHR (Q166246).
 */
export function chooseLogonServer(self: Self): string | undefined {
  const near = self.computer.logonServer;
  if (near === undefined) return undefined;
  self.restsOn('choice of a logon server', mapping);
  const text = self.files.readText(`\\\\${near}\\NETLOGON\\SMSLS.INI`);
  const mapped = text.ok ? mappedServer(self, parseIni(text.value)) : undefined;
  return mapped ?? (offersSms(self, near) ? near : undefined);
}

/** Whether a server answers the user and has the share of SMS. */
export function offersSms(self: Self, server: string): boolean {
  return connectAsUser(self, server) && self.files.exists(`\\\\${server}\\${logonServerShare}`);
}

function mappedServer(self: Self, ini: Ini): string | undefined {
  for (const { name } of ini.sections) {
    const value = valueFor(self, name);
    const entry = iniEntries(ini, name).find(([key]) => key.toUpperCase() === value?.toUpperCase());
    const server = entry === undefined ? undefined : serverOf(self, entry[1].trim());
    if (server !== undefined) return server;
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

/** `\\SERVER`, or a domain any of whose logon servers may be it (Resource Guide for SMS 1.2). */
function serverOf(self: Self, target: string): string | undefined {
  if (target.startsWith('\\\\')) return offersSms(self, target.slice(2)) ? target.slice(2) : undefined;
  const controllers = self.world.domain(target)?.controllers ?? [];
  const offering = controllers.filter((server) => offersSms(self, server));
  return offering.length === 0
    ? undefined
    : offering[self.random('choice of a logon server').integer(0, offering.length - 1)];
}
