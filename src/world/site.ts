import type { SiteDomain } from './domain.ts';

/** What the site control file of one SMS site says, as far as inventory and its clients need it. */
export interface Site {
  readonly code: string;
  readonly name: string;
  /** NetBIOS name of the site server. */
  readonly server: string;
  /** Root folder of the installation on the site server: `C:\SMS`. */
  readonly folder: string;
  /** A secondary site has no database; its parent, a primary site, administers it. Primary without it. */
  readonly kind?: SiteKind;
  /** Site that this one reports to, if any. */
  readonly parent?: string;
  /** How it reaches other sites; a site that is alone has none. */
  readonly addresses?: readonly SiteAddress[];
  readonly accessPoints: readonly AccessPoint[];
  /** IP subnets of the site boundaries. */
  readonly boundaries: readonly string[];
  /** Client connection accounts in the order clients try them. */
  readonly connectionAccounts: readonly string[];
  /** Windows NT domains whose controllers are logon points of the site; none without it. */
  readonly domains?: readonly SiteDomain[];
  readonly settings: Readonly<Record<string, SettingValue>>;
}

/** Primary or secondary. */
export type SiteKind = 'primary' | 'secondary';

/** An address: where another site is reached through a sender, and when for which jobs (Q320676). */
export interface SiteAddress {
  /** Code of the other site. */
  readonly site: string;
  /** NetBIOS name of its site server. */
  readonly server: string;
  /** Per cent of the connection that a sender may use; all of it without. */
  readonly limit?: number;
  /** Spans of the day in which not every job is sent. */
  readonly schedule: readonly AddressSpan[];
}

/** Minutes after midnight on the clock of the site server; the end is not in the span, which may cross midnight. */
export interface AddressSpan {
  readonly from: number;
  readonly to: number;
  readonly send: AddressOpening;
}

/** What the Schedule tab of an address offers for an hour. */
export const addressOpenings = ['all', 'medium and high', 'high', 'nothing'] as const;

export type AddressOpening = (typeof addressOpenings)[number];

/** The priorities of jobs between sites, the most urgent first (Q320676). */
export const jobPriorities = ['high', 'normal', 'low'] as const;

export type JobPriority = (typeof jobPriorities)[number];

/** Whether a site has a parent or sites below it. */
export function isInHierarchy(site: Pick<Site, 'parent' | 'addresses'>): boolean {
  return site.parent !== undefined || (site.addresses?.length ?? 0) > 0;
}

/** Whether a site has a site database. */
export function isPrimary(site: Pick<Site, 'kind'>): boolean {
  return site.kind !== 'secondary';
}

/** What of a site changes with a list of its own, by the words of the trace. */
const sitePartNames = {
  boundaries: 'boundaries',
  accessPoints: 'access points',
  connectionAccounts: 'connection accounts',
  domains: 'logon points',
} as const;

/** What a change gives a site, part by part: each setting and each list by its name, with its new value as text. */
export function changedParts(before: Site, change: Partial<Site>): readonly (readonly [string, string])[] {
  const { settings, boundaries, accessPoints, connectionAccounts, domains } = change;
  const set = Object.entries(settings ?? {}).filter(([name, value]) => before.settings[name] !== value);
  const lists = {
    boundaries,
    accessPoints: accessPoints?.map(({ server }) => server),
    connectionAccounts,
    domains: domains?.map(({ name }) => name),
  };
  return [
    ...set.map(([name, value]) => [name, String(value)] as const),
    ...(Object.keys(lists) as (keyof typeof lists)[]).flatMap((part) => {
      const list = lists[part];
      return list === undefined ? [] : [[sitePartNames[part], list.join(', ')] as const];
    }),
  ];
}

/** The same site, telling which of its lists is read. */
export function siteHeardBy(site: Site, reader: (part: string) => void): Site {
  const heard = { ...site };
  for (const part of Object.keys(sitePartNames) as (keyof typeof sitePartNames)[]) {
    const get = (): unknown => {
      reader(sitePartNames[part]);
      return site[part];
    };
    Object.defineProperty(heard, part, { get, enumerable: true });
  }
  return heard;
}

/** A client access point: server and local folder that is shared as `CAP_<site>`. */
export interface AccessPoint {
  readonly server: string;
  readonly folder: string;
}

/** The value of a site setting: a token, a number (minutes, days, bytes as its name says), a switch or a list. */
export type SettingValue = string | number | boolean | readonly string[];

/** The share of a site's client access points. */
export function accessPointShare(siteCode: string): string {
  return `CAP_${siteCode}`;
}

/** The UNC path of a folder of a client access point. */
export function accessPointPath(site: Pick<Site, 'code'>, server: string, ...parts: readonly string[]): string {
  return [`\\\\${server}\\${accessPointShare(site.code)}`, ...parts].join('\\');
}

/** The path of an inbox (or a folder in it) on the site server. */
export function inboxPath(site: Pick<Site, 'folder'>, ...parts: readonly string[]): string {
  return [site.folder, 'inboxes', ...parts].join('\\');
}
