import type { SiteSetup } from '../simulation/index.ts';
import type { SiteDomain } from '../world/index.ts';
import type { OtherSite, SiteFile } from './site-file.ts';
import type { Path, Source } from './source.ts';

/** Both methods are on where a file names a domain alone (Q213004). */
export function siteDomain(domain: NonNullable<OtherSite['domains']>[number]): SiteDomain {
  if (typeof domain === 'string') return { name: domain, logonDiscovery: true, logonInstallation: true };
  const netWareServers = domain['NetWare servers'];
  return {
    ...{ name: domain.name, logonDiscovery: domain.discovery, logonInstallation: domain.installation },
    ...(netWareServers === undefined ? {} : { netWareServers }),
  };
}

/** The NetWare servers of a site, in capitals. */
export function netWareServersOf({ domains = [] }: SiteSetup): readonly string[] {
  return domains.flatMap(({ netWareServers = [] }) => netWareServers.map((name) => name.toUpperCase()));
}

/** Controllers are computers of the file, and a site or a computer names a domain of it. */
export function checkDomains(source: Source, file: SiteFile, path: Path, computers: ReadonlySet<string>): void {
  const domains = file['Windows NT domains'] ?? [];
  const names = new Set(domains.map(({ name }) => name.toUpperCase()));
  for (const [index, domain] of domains.entries()) {
    for (const [place, controller] of domain.controllers.entries()) {
      if (computers.has(controller.toUpperCase())) continue;
      const at = [...path, 'Windows NT domains', index, 'controllers', place];
      source.report('SM020', `there is no computer "${controller}"`, at);
    }
  }
  checkNetWareServers(source, file, file, path);
  for (const [index, site] of (file['other sites'] ?? []).entries()) {
    checkNetWareServers(source, file, site, [...path, 'other sites', index]);
  }
  const named = [
    ...domainsOf(file, path),
    ...(file['other sites'] ?? []).flatMap((site, index) => domainsOf(site, [...path, 'other sites', index])),
    ...file.computers.flatMap(({ domain }, index) =>
      domain === undefined ? [] : [{ name: domain, at: [...path, 'computers', index, 'domain'] }],
    ),
  ];
  for (const { name, at } of named) {
    if (!names.has(name.toUpperCase())) source.report('SM020', `there is no Windows NT domain "${name}"`, at);
  }
}

/** The Windows NT domains that a site names; a domain of NetWare servers is none. */
function domainsOf(site: OtherSite, path: Path): readonly { readonly name: string; readonly at: Path }[] {
  return (site.domains ?? []).flatMap((domain, index) => {
    if (typeof domain !== 'string' && domain['NetWare servers'] !== undefined) return [];
    return [{ name: typeof domain === 'string' ? domain : domain.name, at: [...path, 'domains', index] }];
  });
}

/** Servers of a domain of NetWare are computers of the file that run NetWare, and SMS 2.0 has no such domains. */
function checkNetWareServers(source: Source, file: SiteFile, site: OtherSite, path: Path): void {
  const running = new Map(file.computers.map((one) => [one.name.toUpperCase(), one['operating system'] ?? '']));
  for (const [index, domain] of (site.domains ?? []).entries()) {
    const servers = typeof domain === 'string' ? undefined : domain['NetWare servers'];
    if (servers === undefined) continue;
    const at = [...path, 'domains', index, 'NetWare servers'];
    if (!(site.release ?? file.release).startsWith('1.')) {
      source.report('SM010', 'a site of SMS 2.0 has no domains of NetWare servers', at);
    }
    for (const [place, server] of servers.entries()) {
      if (running.get(server.toUpperCase())?.startsWith('NetWare') === true) continue;
      source.report('SM020', `there is no NetWare server "${server}"`, [...at, place]);
    }
  }
}
