import { parseDuration, type Duration } from '../kernel/index.ts';
import type { ComputerSetup, SiteDescription, SiteSetup } from '../simulation/index.ts';
import { toUniversal, type Hardware } from '../world/index.ts';
import type { KnownNames } from './known-names.ts';
import { fullReleaseName } from './release-names.ts';
import type { ComputerEntry, OtherSite, SiteFile } from './site-file.ts';
import { withAddresses } from './site-addresses.ts';
import { checkDomains, netWareServersOf, siteDomain } from './site-domains.ts';
import type { Path, Source } from './source.ts';
import { parseReading } from './times.ts';

/** What a scenario changes in the site it names. */
export interface SiteOverrides {
  readonly start?: string | undefined;
  readonly settings?: SiteSetup['settings'] | undefined;
  /** Computers to add, or to change where the name is known. */
  readonly computers: readonly ComputerEntry[];
}

/** A checked site file and a scenario's changes, filled up with defaults, as the simulation takes it. */
export function describeSite(file: SiteFile, overrides: SiteOverrides, names: KnownNames): SiteDescription {
  const [main, ...otherSites] = sitesOf(file);
  if (main === undefined) throw new Error('a site file describes no site');
  const reading = parseReading(overrides.start ?? file.start) ?? 0;
  const entries = mergedComputers(file.computers, overrides.computers);
  const servers = new Set([main, ...otherSites].map((site) => site.server.toUpperCase()));
  const domains = file['Windows NT domains'];
  const controllers = new Set(domains?.flatMap((domain) => domain.controllers.map((one) => one.toUpperCase())));
  const netWare = new Set([main, ...otherSites].flatMap(netWareServersOf));
  const points = new Set([main, ...otherSites].flatMap((site) => site.accessPoints.map((p) => p.server.toUpperCase())));
  const roleOf = (name: string): ComputerSetup['role'] => {
    if (servers.has(name)) return 'site server';
    if (points.has(name)) return 'client access point';
    if (netWare.has(name)) return 'other';
    return controllers.has(name) ? 'domain controller' : 'client';
  };
  return {
    ...main,
    settings: { ...main.settings, ...overrides.settings },
    zone: file.zone,
    start: toUniversal(file.zone, reading),
    release: fullReleaseName(file.release, names.releases) ?? file.release,
    otherSites: otherSites.map((site, index) => ({
      ...site,
      ...releaseBeside(file['other sites']?.[index]?.release, names),
    })),
    ...(domains === undefined ? {} : { windowsDomains: domains }),
    computers: entries.map((entry, index) => {
      const name = entry.name.toUpperCase();
      return computerSetup({ ...entry, role: entry.role ?? roleOf(name) }, file, index);
    }),
  };
}

function releaseBeside(text: string | undefined, names: KnownNames): { readonly release?: string } {
  if (text === undefined) return {};
  const own = fullReleaseName(text, names.releases);
  return {
    release: own ?? names.otherReleases.find((name) => name.toUpperCase() === text.trim().toUpperCase()) ?? text,
  };
}

/** The site a file is about and those beside it, with their addresses. */
function sitesOf(file: SiteFile): readonly SiteSetup[] {
  const all = [file, ...(file['other sites'] ?? [])];
  return withAddresses(all.map(siteSetup), new Map(all.map((site) => [site.site.toUpperCase(), site.addresses ?? []])));
}

/** Reports names used twice, and servers and clock errors that make no sense. */
export function checkSite(source: Source, file: SiteFile, path: Path, more: readonly ComputerEntry[] = []): void {
  const seen = new Set<string>();
  for (const [index, entry] of file.computers.entries()) {
    const at = [...path, 'computers', index];
    if (seen.has(entry.name.toUpperCase())) {
      source.report('SM025', `there is another computer named "${entry.name}"`, [...at, 'name']);
    }
    seen.add(entry.name.toUpperCase());
    checkComputer(source, entry, at);
  }
  const merged = mergedComputers(file.computers, more);
  const known = new Set(merged.map((entry) => entry.name.toUpperCase()));
  checkUsers(source, file, path, merged);
  checkServers(source, file, path, known);
  checkBoundaries(source, file, path);
  checkParents(source, file, path);
  checkDomains(source, file, path, known);
  for (const [index, other] of (file['other sites'] ?? []).entries()) {
    checkServers(source, other, [...path, 'other sites', index], known);
  }
}

/** Reports a group without `{n}` and a clock error that is no span of time. */
export function checkComputer(source: Source, entry: ComputerEntry, at: Path): void {
  if (entry.count !== undefined && !entry.name.includes('{n}')) {
    source.report('SM015', 'a group of computers needs {n} in its name', [...at, 'name'], {
      hint: `"${entry.name}{n}"`,
    });
  }
  if (entry['clock error'] !== undefined && signedDuration(entry['clock error']) === undefined) {
    source.report('SM017', 'a clock error is a span of time: 5m or -5m', [...at, 'clock error']);
  }
}

/** A client of SMS 1.2 is installed by the logon script of a user, who must have been there. */
function checkUsers(source: Source, file: SiteFile, path: Path, merged: readonly ComputerEntry[]): void {
  for (const [index, entry] of file.computers.entries()) {
    const { installed, user, sites } = merged.find(({ name }) => name === entry.name) ?? entry;
    const home = file['other sites']?.find(({ site }) => site.toUpperCase() === sites?.[0]?.toUpperCase());
    const isMacintosh = entry['operating system']?.startsWith('Mac') === true;
    if (installed !== true || user !== undefined || isMacintosh) continue;
    if (!(home?.release ?? file.release).startsWith('1.')) continue;
    const words = 'an installed client of SMS 1.2 needs a user, by whose logon script it was installed';
    source.report('SM011', words, [...path, 'computers', index], { hint: 'user: ANNA' });
  }
}

/** A site of SMS 2.0 without boundaries would have no clients. */
function checkBoundaries(source: Source, file: SiteFile, path: Path): void {
  if (file.boundaries.length > 0 || file.release.startsWith('1.')) return;
  source.report('SM011', 'a site of SMS 2.0 needs boundaries', path, { hint: 'boundaries: [10.1.0.0]' });
}

/** The parent of a site is a primary site of the same file; a secondary site has one. */
function checkParents(source: Source, file: SiteFile, path: Path): void {
  const others = (file['other sites'] ?? []).map((site, index) => [site, [...path, 'other sites', index]] as const);
  const all = [[file, path] as const, ...others];
  const primaries = new Set(all.filter(([site]) => site.type !== 'secondary').map(([site]) => site.site.toUpperCase()));
  for (const [site, at] of all) {
    if (site.parent === undefined && site.type !== 'secondary') continue;
    if (primaries.has(site.parent?.toUpperCase() ?? '')) continue;
    const named = site.parent === undefined ? 'a secondary site needs a parent' : `"${site.parent}" is no primary site`;
    source.report('SM024', named, [...at, site.parent === undefined ? 'type' : 'parent']);
  }
}

function checkServers(source: Source, site: OtherSite, path: Path, known: ReadonlySet<string>): void {
  const check = (name: string, at: Path): void => {
    if (!known.has(name.toUpperCase())) source.report('SM020', `there is no computer "${name}"`, [...path, ...at]);
  };
  check(site.server, ['server']);
  for (const [index, point] of (site['access points'] ?? []).entries()) {
    check(typeof point === 'string' ? point : point.server, ['access points', index]);
  }
}

function siteSetup(site: OtherSite): SiteSetup {
  const code = site.site.toUpperCase();
  const points = site['access points'] ?? [site.server];
  return {
    code,
    name: site.name ?? `Site ${code}`,
    server: site.server,
    folder: site.folder,
    ...(site.type === 'secondary' ? { kind: 'secondary' } : {}),
    ...(site.parent === undefined ? {} : { parent: site.parent.toUpperCase() }),
    accessPoints: points.map((p) => (typeof p === 'string' ? { server: p, folder: `C:\\CAP_${code}` } : p)),
    boundaries: site.boundaries,
    connectionAccounts: site['connection accounts'] ?? [setupAccount(code)],
    ...(site.domains === undefined ? {} : { domains: site.domains.map(siteDomain) }),
    settings: site.settings ?? {},
  };
}

/** The domain a computer names, or the first one of the file. */
function domainOf(entry: ComputerEntry, file: SiteFile): { readonly domain?: string } {
  const domain = entry.domain ?? file['Windows NT domains']?.[0]?.name;
  return domain === undefined ? {} : { domain };
}

/** The client connection account that Setup makes by itself, with a password that nobody needs to know (Q227033). */
export function setupAccount(siteCode: string): { readonly name: string; readonly password: string } {
  return { name: `SMSClient_${siteCode}`, password: `made by Setup for ${siteCode}` };
}

/** Groups written out; later entries of a known name change the earlier one. */
function mergedComputers(entries: readonly ComputerEntry[], more: readonly ComputerEntry[]): readonly ComputerEntry[] {
  const all = new Map<string, ComputerEntry>();
  for (const entry of [...entries, ...more].flatMap(membersOf)) {
    const name = entry.name.toUpperCase();
    all.set(name, { ...all.get(name), ...entry });
  }
  return [...all.values()];
}

function membersOf(entry: ComputerEntry): readonly ComputerEntry[] {
  const { count, ...rest } = entry;
  if (count === undefined) return [rest];
  return Array.from({ length: count }, (_, index) => {
    const numbered = (text: string): string => text.replaceAll('{n}', String(index + 1));
    const address = rest.address === undefined ? {} : { address: numbered(rest.address) };
    return { ...rest, name: numbered(rest.name), ...address };
  });
}

function computerSetup(
  entry: ComputerEntry & { readonly role: ComputerSetup['role'] },
  file: SiteFile,
  index: number,
): ComputerSetup {
  const subnet = entry.subnet ?? file.boundaries[0] ?? '10.0.0.0';
  const user = typeof entry.user === 'string' ? { name: entry.user, administrator: false } : entry.user;
  return {
    name: entry.name,
    role: entry.role,
    operatingSystem: entry['operating system'] ?? 'Windows NT 4.0',
    zone: entry.zone ?? file.zone,
    clockError: signedDuration(entry['clock error'] ?? '0s') ?? 0,
    address: entry.address ?? addressIn(subnet, index),
    subnet,
    ...domainOf(entry, file),
    ...(entry['MAC address'] === undefined ? {} : { macAddress: entry['MAC address'] }),
    power: entry.power ?? 'on',
    ...(user === undefined ? {} : { user }),
    installed: entry.installed ?? entry.role === 'client',
    ...(entry.sites === undefined ? {} : { sites: entry.sites }),
    ...(entry.identity === undefined ? {} : { identity: entry.identity }),
    hardware: (entry.hardware ?? {}) as Hardware,
    software: (entry.software ?? []).map((one) => defined(one)),
    files: entry.files ?? {},
  };
}

/** Host numbers in the order of the computers: 10.1.1.0 and the first computer make 10.1.1.1. */
function addressIn(subnet: string, index: number): string {
  const parts = subnet.split('.').map(Number);
  const host = index + 1;
  return [parts[0] ?? 10, parts[1] ?? 0, (parts[2] ?? 0) + Math.floor(host / 254), (host % 254) + 1].join('.');
}

function signedDuration(text: string): Duration | undefined {
  const [, sign, amount = ''] = /^([+-]?)\s*(.+)$/.exec(text) ?? [];
  const duration = parseDuration(amount);
  return duration === undefined ? undefined : sign === '-' ? -duration : duration;
}

/** The entry without keys whose value is undefined. */
function defined<T extends object>(entry: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const pairs = Object.entries(entry).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs) as { [K in keyof T]: Exclude<T[K], undefined> };
}
