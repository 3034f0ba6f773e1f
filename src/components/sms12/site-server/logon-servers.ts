import type { Site, World } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { logonServerShare } from '../folders.ts';

/** The SMS domains of a site, in capitals: Windows NT domains by their names, and domains of NetWare servers. */
export function smsDomains(site: Site): readonly string[] {
  return (site.domains ?? []).map(({ name }) => name.toUpperCase());
}

/** The logon servers of one SMS domain; the site server is one of those of its own domain. */
export function logonServersOfDomain(world: World, site: Site, domain: string): readonly string[] {
  const netWare = site.domains?.find(({ name }) => name.toUpperCase() === domain.toUpperCase())?.netWareServers;
  const controllers = (netWare ?? world.domain(domain)?.controllers ?? []).map((name) => name.toUpperCase());
  const server = site.server.toUpperCase();
  const isHome = homeDomain(world, site) === domain.toUpperCase();
  return isHome && !controllers.includes(server) ? [server, ...controllers] : controllers;
}

/** The logon servers of all SMS domains of a site, in the order of the domains. */
export function logonServerNames(world: World, site: Site): readonly string[] {
  const names = smsDomains(site).flatMap((domain) => logonServersOfDomain(world, site, domain));
  return [...new Set(names.length === 0 ? [site.server.toUpperCase()] : names)];
}

/** The SMS domain that a logon server is in; the site's own where no list of controllers has it. */
export function domainOfLogonServer(world: World, site: Site, server: string): string {
  const found = smsDomains(site).find((domain) => logonServersOfDomain(world, site, domain).includes(server));
  return found ?? homeDomain(world, site) ?? '';
}

/** A path below LOGON.SRV, as other computers see it. */
export function logonServerPath(server: string, ...parts: readonly string[]): string {
  return [`\\\\${server}\\${logonServerShare}`, ...parts].join('\\');
}

/** Whether LOGON.SRV of a server can be listed. */
export function reachesLogonServer(self: Self, server: string): boolean {
  return self.files.stat(logonServerPath(server, 'INVENTRY.BOX')).ok;
}

function homeDomain(world: World, site: Site): string | undefined {
  const own = world.computer(site.server)?.domain?.toUpperCase();
  return own ?? smsDomains(site)[0];
}
