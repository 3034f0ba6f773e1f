import {
  assumed,
  commandHistoryNames,
  copyListNames,
  operatingSystemCodes,
  type Computer,
} from '../../../world/index.ts';

/** What differs between clients by their operating system. */
export interface ClientPlatform {
  /** The number after `OS=` in SMS.INI. */
  readonly code: number;
  readonly copyList: string;
  /** The program of client set-up. */
  readonly setUp: string;
  /** The program that Windows starts to start those of SMS; MS-DOS and OS/2 have none. */
  readonly starter?: string;
  /** What the starter starts. */
  readonly started: readonly string[];
  /** Files of the copy list that are services. */
  readonly servicePrograms: readonly string[];
  /** The inventory agent that the logon script runs. */
  readonly agent: string;
  /** What the script hands to the agent beside the logon server. */
  readonly agentSwitches: readonly string[];
  readonly commandHistory: string;
  /** As the group Operating System names it. */
  readonly systemName: string;
  /** Agents of Windows NT tell processors in a record of their own. */
  readonly isNt: boolean;
}

/** The names of the systems in the group Operating System are not in the articles. */
export const systemNamesProvenance = assumed(
  'The group Operating System calls the systems MS-DOS, MS Windows, MS Windows 95, Microsoft Windows NT and OS/2.',
);

const dos = {
  setUp: 'CLI_DOS',
  started: [],
  servicePrograms: [],
  agent: 'INVDOS',
  agentSwitches: ['/I'],
  commandHistory: commandHistoryNames['MS-DOS'],
  isNt: false,
} as const;

/** The platform of a client; a Macintosh is no business of a logon script. */
export function clientPlatform({ operatingSystem }: Computer): ClientPlatform | undefined {
  return platforms[operatingSystem.family];
}

const platforms: Readonly<Partial<Record<Computer['operatingSystem']['family'], ClientPlatform>>> = {
  'MS-DOS': { ...dos, code: operatingSystemCodes['MS-DOS'], copyList: copyListNames['MS-DOS'], systemName: 'MS-DOS' },
  '16-bit Windows': {
    ...dos,
    starter: 'SMSRUN16',
    code: operatingSystemCodes['Windows 3.x'],
    copyList: copyListNames.Windows,
    systemName: 'MS Windows',
  },
  'Windows 9x': {
    ...dos,
    starter: 'SMSRUN16',
    code: operatingSystemCodes['Windows 95'],
    copyList: copyListNames['Windows 95'],
    systemName: 'MS Windows 95',
  },
  'Windows NT': {
    setUp: 'CLI_NT',
    starter: 'SMSRUN32',
    started: ['CLIMONNT'],
    servicePrograms: ['Inv32cli.exe'],
    code: operatingSystemCodes['Windows NT'],
    copyList: copyListNames['Windows NT'],
    agent: 'INVWIN32',
    agentSwitches: ['/E', '/T0', '/I'],
    commandHistory: commandHistoryNames['Windows NT'],
    systemName: 'Microsoft Windows NT',
    isNt: true,
  },
  'OS/2': {
    setUp: 'CLI_OS2',
    started: [],
    servicePrograms: [],
    code: operatingSystemCodes['OS/2'],
    copyList: copyListNames['OS/2'],
    agent: 'INVOS2',
    agentSwitches: [],
    commandHistory: commandHistoryNames['OS/2'],
    systemName: 'OS/2',
    isNt: false,
  },
};
