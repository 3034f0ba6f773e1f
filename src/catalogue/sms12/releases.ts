import { assumed, compareVersions, copyListNames, fileName, type Provenance } from '../../world/index.ts';
import type { Release } from '../release.ts';

/** A program file on the media of a release of SMS 1.2. */
export interface ProgramFile {
  readonly version: string;
  /** Bytes. */
  readonly size: number;
  /** `1997-11-06 19:15`, as a time stamp shows it; that of the installation without it. */
  readonly stamp?: string;
}

/** A release of SMS 1.x: program files by path below the SMS root of a site server. */
export interface Sms12Release extends Release {
  readonly files: Readonly<Record<string, ProgramFile>>;
  /** What client set-up copies from the logon server, by the name of the copy list. */
  readonly copyLists: Readonly<Record<string, readonly string[]>>;
  /** The agent service of Windows NT servers, as it lies on those that are no site servers (Q155626). */
  readonly helper: ProgramFile;
}

const builds = assumed(
  'Program files of SMS 1.x carry a version that grows with each service pack; only the build 786 of 1.2 is known.',
  'Q155626, Q270218',
);

const sizes = 48 * 1024;

/** Programs of the site server, in SITE.SRV\X86.BIN; names that no article gives are assumed. */
const serverPrograms = [
  'Smsexec.exe',
  'Maintain.dll',
  'Invproc.dll',
  'Dataldr.dll',
  'Base.dll',
  'Siterep.dll',
  'Sched.dll',
  'Despool.dll',
  'Lansend.dll',
  'Scman.exe',
  'Hman.exe',
  'Invwin32.exe',
  'Clicfg.exe',
] as const;

/** What logon servers offer to clients, by folder below CLIENT.SRC. */
const clientPrograms: Readonly<Record<string, readonly string[]>> = {
  'X86.BIN\\00000409': [
    'Setls32.exe',
    'Cli_nt.exe',
    'Cli_dos.exe',
    'Cli_os2.exe',
    'Invwin32.exe',
    'Inv32cli.exe',
    'Climonnt.exe',
    'Invdos.exe',
    'Initmain.exe',
    'Getdata.exe',
    'Invos2.exe',
    'Smsrun16.exe',
    'Smsrun32.exe',
  ],
  'MAC.BIN': ['Invmac.mac', 'Pcm.mac', 'Mifmac.mac'],
};

/** What lies in SMS_SHR itself, beside the copy lists (Q151184, Q183398, Q279752). */
const scriptFiles = ['RUNSMS.BAT', 'UPGRADE.BAT', 'DEINSTAL.BAT'] as const;

/** Service Pack 3 puts on the client what earlier clients ran from the server (Q174953). */
const localAgents: Readonly<Record<string, readonly string[]>> = {
  [copyListNames['MS-DOS']]: ['Invdos.exe', 'Initmain.exe', 'Getdata.exe'],
  [copyListNames.Windows]: ['Invdos.exe', 'Initmain.exe', 'Getdata.exe'],
  [copyListNames['Windows 95']]: ['Invdos.exe', 'Initmain.exe', 'Getdata.exe'],
  [copyListNames['Windows NT']]: ['Invwin32.exe'],
  [copyListNames['OS/2']]: ['Invos2.exe'],
};

/** What every release puts there: the programs that start with Windows, and the services of Windows NT. */
const startedPrograms: Readonly<Record<string, readonly string[]>> = {
  [copyListNames['MS-DOS']]: [],
  [copyListNames.Windows]: ['Smsrun16.exe'],
  [copyListNames['Windows 95']]: ['Smsrun16.exe'],
  [copyListNames['Windows NT']]: ['Smsrun32.exe', 'Inv32cli.exe', 'Climonnt.exe'],
  [copyListNames['OS/2']]: [],
};

/** Where client sources lie on a site server. */
export const clientSourceFolder = 'SITE.SRV\\MAINCFG.BOX\\CLIENT.SRC';

/** The releases of SMS 1.x in the order Microsoft shipped them. */
export const sms12Releases: readonly Sms12Release[] = [
  release('1.0', '1.00.0.0'),
  release('1.1', '1.10.0.0'),
  release('1.2', '1.20.786.0'),
  release('1.2 SP1', '1.20.786.1000'),
  release('1.2 SP2', '1.20.786.2000'),
  release('1.2 SP3', '1.20.786.3000'),
  release('1.2 SP4', '1.20.786.4000'),
];

/** The release of a full name; undefined for any other text. */
export function findSms12Release(name: string): Sms12Release | undefined {
  return sms12Releases.find((release_) => release_.name.toUpperCase() === name.trim().toUpperCase());
}

/** The version of a program file on the media of a release; undefined where it is not on them. */
export function sms12VersionOn(release_: string, file: string): string | undefined {
  const files = Object.entries(findSms12Release(release_)?.files ?? {});
  return files.find(([path]) => fileName(path).toLowerCase() === file.toLowerCase())?.[1].version;
}

function release(name: string, version: string, provenance: Provenance = builds): Sms12Release {
  const server = serverPrograms.map((file) => `SITE.SRV\\X86.BIN\\${file}`);
  const clients = Object.entries(clientPrograms).flatMap(([folder, files]) =>
    files.map((file) => `${clientSourceFolder}\\${folder}\\${file}`),
  );
  const programs = [...server, ...clients].map((path) => [path, { version, size: sizes }] as const);
  const scripts = scriptFiles.map((file) => [`${clientSourceFolder}\\${file}`, { version, size: 1024 }] as const);
  const files = [...programs, ...scripts];
  const hasLocalAgents = compareVersions(version, '1.20.786.3000') >= 0;
  const copied = (list: string): readonly string[] =>
    hasLocalAgents ? [...(startedPrograms[list] ?? []), ...(localAgents[list] ?? [])] : (startedPrograms[list] ?? []);
  const copyLists = Object.keys(startedPrograms).map((list) => [list, copied(list)] as const);
  return {
    ...{ name, files: Object.fromEntries(files), copyLists: Object.fromEntries(copyLists) },
    ...{ helper: { version, size: sizes }, provenance },
  };
}
