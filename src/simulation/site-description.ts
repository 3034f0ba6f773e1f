import type { Duration, Instant } from '../kernel/index.ts';
import type {
  AccessPoint,
  Domain,
  Hardware,
  OperatingSystemName,
  SettingValue,
  SiteAddress,
  SiteDomain,
  SiteKind,
} from '../world/index.ts';

/** A whole starting point of a run: the site it is about, other sites beside it, and all computers. */
export interface SiteDescription extends SiteSetup {
  /** Zone of every computer that names no other: `Central Standard Time`. */
  readonly zone: string;
  /** True time at which the run begins. */
  readonly start: Instant;
  /** Release of everything for which no role says otherwise. */
  readonly release: string;
  /** Sites that stand beside this one, for clients of several sites; their servers are among `computers`. */
  readonly otherSites: readonly SiteSetup[];
  /** Windows NT domains; their controllers are among `computers`. */
  readonly windowsDomains?: readonly Domain[];
  /** Site servers and client access points included; names are unique without case. */
  readonly computers: readonly ComputerSetup[];
}

/** One SMS site before anything has happened in it. */
export interface SiteSetup {
  /** Three letters or digits. */
  readonly code: string;
  readonly name: string;
  /** NetBIOS name of the site server, which is one of the computers. */
  readonly server: string;
  /** Installation folder on the site server: `C:\SMS`. */
  readonly folder: string;
  readonly kind?: SiteKind;
  readonly parent?: string;
  readonly addresses?: readonly SiteAddress[];
  /** Never empty; the site server itself where a site file names none. */
  readonly accessPoints: readonly AccessPoint[];
  /** IP subnets. */
  readonly boundaries: readonly string[];
  /** In the order in which clients try them. */
  readonly connectionAccounts: readonly AccountSetup[];
  /** Windows NT domains whose controllers are logon points of the site. */
  readonly domains?: readonly SiteDomain[];
  /** Of a site beside the first one, where it is not that of the first. */
  readonly release?: string;
  /** Only those that differ from the product's defaults. */
  readonly settings: Readonly<Record<string, SettingValue>>;
}

/** An account of the domain that exists from the start. */
export interface AccountSetup {
  readonly name: string;
  readonly password: string;
}

/** What a computer is for when the run begins. */
export const computerRoles = ['site server', 'client access point', 'domain controller', 'client', 'other'] as const;

export type ComputerRole = (typeof computerRoles)[number];

/** One computer as the run finds it. */
export interface ComputerSetup {
  readonly name: string;
  readonly role: ComputerRole;
  readonly operatingSystem: OperatingSystemName;
  readonly zone: string;
  /** How far its clock is ahead of the truth; negative: behind. */
  readonly clockError: Duration;
  readonly address: string;
  /** IP subnet of the address. */
  readonly subnet: string;
  /** The Windows NT domain its users log on to, if any. */
  readonly domain?: string;
  /** Undefined: derived from the name. */
  readonly macAddress?: string;
  readonly power: 'on' | 'off';
  /** Who is logged on. */
  readonly user?: { readonly name: string; readonly administrator: boolean };
  /** Whether the SMS client is installed and has reported a full inventory of its sites before the run. */
  readonly installed: boolean;
  /** Site codes of an installed client, the principal one first; undefined: the sites whose boundaries hold it. */
  readonly sites?: readonly string[];
  /** SMS unique identifier; undefined: drawn. */
  readonly identity?: string;
  /** Instances by WMI class; a class given here takes the place of the default hardware's. */
  readonly hardware: Hardware;
  readonly software: readonly SoftwareSetup[];
  /** Further files, by local path, with their text. */
  readonly files: Readonly<Record<string, string>>;
}

/** A program file that software inventory finds. */
export interface SoftwareSetup {
  /** `C:\Program Files\Plus!\plus.exe`. */
  readonly path: string;
  readonly size: number;
  readonly version?: string;
  readonly product?: string;
  readonly company?: string;
}

/** Which release runs where, for a variant that mixes them; what is not named runs `SiteDescription.release`. */
export interface ReleaseRoles {
  readonly site: string;
  readonly clients: string;
  /** By computer name in capitals or by site code; stronger than the two above. */
  readonly named: Readonly<Record<string, string>>;
}
