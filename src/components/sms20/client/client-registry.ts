import { inferred, type InventoryComponent } from '../../../world/index.ts';

const client = 'HKLM\\Software\\Microsoft\\SMS\\Client';
const names = 'HKLM\\Software\\Microsoft\\NAL\\Client';

/** Keys of the client's registry that belong to no site and no component. */
export const clientKeys = {
  client,
  /** Values: `clientProperties`. */
  properties: `${client}\\Configuration\\Client Properties`,
  /** One DWORD per program file: its accepted CRC (Q270912). */
  verification: `${client}\\Configuration\\Verification Data`,
  /** One REG_SZ per account: its password as the site last handed it out (Q227033). */
  accounts: `${client}\\Configuration\\Client Connection Accounts`,
  sites: `${client}\\Sites`,
  /** Destinations and items of Copy Queue (Q263594). */
  copyQueue: `${client}\\Client Components\\SMS Client Base Components\\Copy Queue`,
  /** One REG_MULTI_SZ per site: `CAP List for site ABC`, of NAL paths (Q235873). */
  accessPoints: `${names}\\AbExprtDB`,
  /** REG_DWORD `Use Existing Connections` (Q235873). */
  names,
} as const;

/** Values of `clientKeys.properties`. */
export const clientProperties = {
  /** REG_SZ `GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE` (Q257808). */
  identity: 'SMS Unique Identifier',
  /** Below `clientKeys.client` (Q238865). REG_MULTI_SZ of site codes, the principal site first (Q202940, Q246974). */
  sites: 'InstalledSites',
  /** REG_SZ; TRUE (in any case) makes CCIM remove the client (Q199078). */
  deinstall: 'SMS Client Deinstall',
  /** REG_DWORD; 1: travel mode (Q281107). */
  travelMode: 'Reserved2',
  /** REG_DWORD; 1: travel mode does not prompt. */
  travelSilence: 'Reserved3',
  localPath: 'Local SMS Path',
  /** REG_DWORD, minutes. */
  ccimPeriod: 'CCIM Period (minutes)',
  /** REG_DWORD, minutes. */
  ccimRetry: 'CCIM Retry (minutes)',
  /** REG_DWORD, minutes. */
  copyQueueWakeup: 'Copy Queue: Wakeup cycle',
  /** REG_DWORD, minutes. */
  copyQueueLifetime: 'Copy Queue: Item Lifetime',
  /** REG_MULTI_SZ of minutes. */
  copyQueueRetries: 'Copy Queue: Retry Sequence',
  /** REG_SZ, the version of the base components in the latest discovery record (Q256125). */
  recordVersion: 'DDR Client Version',
} as const;

/** Values below a site's `siteKey`. */
export const siteValues = {
  /** REG_SZ `2000/06/13 06:28.53` (Q236052). */
  lastChecked: 'Site Config Last Checked',
  /** REG_SZ below `sitePropertiesKey`: a schedule token that starts at the latest discovery record (Q257799). */
  lastRecord: 'DDR Refresh Interval',
  /** REG_DWORD below `sitePropertiesKey`: minutes; 0: no heartbeat. */
  heartbeatMinutes: 'Heartbeat Interval (minutes)',
  /** REG_MULTI_SZ below `sitePropertiesKey`: account names in the order in which they are tried. */
  accountOrder: 'Client Connection Accounts',
  /** REG_MULTI_SZ below `sitePropertiesKey`: IP subnets of the site's boundaries. */
  boundaries: 'Site Boundaries',
} as const;

/** What one site wants of an inventory agent, below `siteAgentKey`. */
export const siteAgentValues = {
  /** REG_DWORD 1 or 0. */
  enabled: 'Enabled',
  /** REG_SZ, an SMS schedule token. */
  schedule: 'Schedule',
  /** REG_SZ `simple` or `full` (Q245723). */
  scheduleKind: 'Schedule Kind',
  /** REG_SZ, patterns separated by semicolons. */
  fileTypes: 'File Types',
  /** REG_SZ, names and patterns separated by semicolons. */
  collectedNames: 'Collectable Files',
  /** REG_SZ, megabytes. */
  collectedMaximum: 'Maximum Collected File Size',
  /** REG_DWORD 1 while a complete inventory is asked for. */
  resync: 'Resync',
  /** REG_SZ, the time of the latest request that was applied. */
  resyncTime: 'Resync Time',
} as const;

/** State of an installed component, below `componentKey`. */
export const componentValues = {
  /** REG_SZ `2.00.1493.3000`. */
  version: 'Version',
  /** REG_SZ, the version that the component has after the next restart of Windows 9x. */
  pendingVersion: 'Pending Version',
  /** REG_SZ: Installed, Install Pending, Repair Pending, Reboot Required (Q215129, Q272436). */
  state: 'State',
  /** REG_SZ, the time at which it was last installed, upgraded or verified (Q236596). */
  lastDone: 'Last Done',
  /** REG_SZ, the start of the agent's latest cycle. */
  lastRun: 'Last Run',
  /** REG_DWORD 1 while a cycle is under way: the agent has registered to be launched at the next start (Q317423). */
  restartDriven: 'Restart Driven',
  /** REG_SZ, the build of an inventory agent whose installation routine has run last. */
  installedBuild: 'Installed Build',
  /** REG_DWORD 1 while the installation routine of an inventory agent asks for a full inventory. */
  fullInventory: 'Full Inventory',
} as const;

/** The key of one site of the client. */
export function siteKey(siteCode: string): string {
  return `${client}\\Sites\\Shared\\${siteCode}`;
}

/** The key of what one site wants of the client's base components. */
export function sitePropertiesKey(siteCode: string): string {
  return `${siteKey(siteCode)}\\Configuration\\Client Properties`;
}

/** The key of the CRCs that one site handed out (Q270912). */
export function siteVerificationKey(siteCode: string): string {
  return `${sitePropertiesKey(siteCode)}\\Reserved1`;
}

/** The key of what one site wants of a component (Q201762, Q199747). */
export function siteAgentKey(siteCode: string, component: string): string {
  return `${client}\\Sites\\${siteCode}\\Client Components\\${component}`;
}

/** The key of an installed component (Q289552). */
export function componentKey(component: string): string {
  return `${client}\\Client Components\\${component}`;
}

/** Name of the registry value below `clientKeys.accessPoints`, and of the abstract export in logs. */
export function capListName(siteCode: string): string {
  return `CAP List for site ${siteCode}`;
}

/** A client access point as the list names it: `MSWNET:["SMS_SITE=ABC"]\\CAP1\CAP_ABC\` (Q235873). */
export function capListEntry(siteCode: string, path: string): string {
  return `MSWNET:["SMS_SITE=${siteCode}"]${path}\\`;
}

/** The UNC path `\\CAP1\CAP_ABC` in an entry of the list; undefined where it holds none. */
export function capListPath(entry: string): string | undefined {
  return /\\\\[^\\]+\\[^\\]+/.exec(entry)?.[0];
}

/** Component names by the inventory they take. */
export const agentNames: Readonly<Record<InventoryComponent, string>> = {
  HW: 'Hardware Inventory Agent',
  SW: 'Software Inventory Agent',
};

/** The base of every client, as offers and logs name it (Q264630). */
export const baseComponents = 'SMS Client Base Components';

/** What CCIM sets up itself, in this order; everything else it hands to Available Programs Manager (Q235161). */
export const baseGroup: readonly string[] = [baseComponents, 'Windows Management', 'Available Programs Manager Win32'];

/** Folders below Clicomp of the components that a site may switch off. */
export const optionalFolders: Readonly<Record<string, string>> = {
  'Hardware Inventory Agent': 'hinv',
  'Software Inventory Agent': 'sinv',
  'Software Distribution': 'SWDist',
  'Remote Control': 'RemCtrl',
  'LICENSE METERING': 'LicMtr',
};

export const optionalComponents: readonly string[] = Object.keys(optionalFolders);

/** Where the flag of a resync request lies: the InvSync page speaks of the SMS inventory keys only. */
export const resyncKeysProvenance = inferred(
  'Resource Guide (InvSync)',
  'Resync and Resync Time stand beside what the site wants of the agent.',
);
