/** A Windows NT domain as far as logons need it: its controllers, the primary one first. */
export interface Domain {
  readonly name: string;
  /** NetBIOS names; never empty. */
  readonly controllers: readonly string[];
}

/** What one site does with a domain: Windows Networking Logon Discovery and Logon Client Installation (Q213004). */
export interface SiteDomain {
  readonly name: string;
  readonly logonDiscovery: boolean;
  readonly logonInstallation: boolean;
  /** NetBIOS names of the NetWare servers of an SMS domain; else the controllers of the Windows NT domain so called. */
  readonly netWareServers?: readonly string[];
}

/** The share of a logon point (Q213004). */
export const logonPointShare = 'SMSLOGON';

/** The share on every domain controller from which Windows NT runs logon scripts. */
export const logonScriptShare = 'NETLOGON';

/** The UNC path of a logon point, or of a folder or file on it. */
export function logonPointPath(controller: string, ...parts: readonly string[]): string {
  return [`\\\\${controller}\\${logonPointShare}`, ...parts].join('\\');
}

/** The UNC path of the logon scripts of a domain controller, or of one of them. */
export function logonScriptPath(controller: string, ...parts: readonly string[]): string {
  return [`\\\\${controller}\\${logonScriptShare}`, ...parts].join('\\');
}
