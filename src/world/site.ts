/** What the site control file of one SMS site says, as far as inventory and its clients need it. */
export interface Site {
  readonly code: string;
  readonly name: string;
  /** NetBIOS name of the site server. */
  readonly server: string;
  /** Root folder of the installation on the site server: `C:\SMS`. */
  readonly folder: string;
  /** Site that this one reports to, if any. */
  readonly parent?: string;
  readonly accessPoints: readonly AccessPoint[];
  /** IP subnets of the site boundaries. */
  readonly boundaries: readonly string[];
  /** Client connection accounts in the order clients try them. */
  readonly connectionAccounts: readonly string[];
  readonly settings: Readonly<Record<string, SettingValue>>;
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
