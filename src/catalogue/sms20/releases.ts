import { documented, fileName, inferred, type Provenance } from '../../world/index.ts';
import type { ClientComponentMedia, Sms20Release } from '../release.ts';
import { firstSmsDefMof, laterSmsDefMof } from './sms-def-mof.ts';

const serverPrograms = [
  'Inboxmgr.dll',
  'Inboxast.dll',
  'Cidm.dll',
  'Invproc.dll',
  'Dataldr.dll',
  'Sinvproc.dll',
  'Ddm.dll',
  'Ccm.dll',
  'CCMBtLdr.exe',
  'Statmgr.dll',
  'Smsdbmon.exe',
  'Nt_logon.dll',
  'Hman.dll',
  'Sitectrl.dll',
  'Replmgr.dll',
  'Sched.dll',
  'Lansend.dll',
  'Despool.dll',
  'Bootstrap.exe',
  'Sitecomp.exe',
  'Smsexecd.exe',
] as const;

/** What Logon Server Manager puts on logon points, below the folder where Setup leaves it (Q224388, Q264976). */
const logonPrograms = [
  'x86.bin\\smsboot1.exe',
  'x86.bin\\boot32wn.exe',
  'x86.bin\\Slwnt32.exe',
  'x86.bin\\00000409\\SMSMan.exe',
  'i386\\NTLGDSCA.EXE',
  'Scripts\\Smsboot1.exe',
  'Scripts\\Slownet.exe',
] as const;

/** Logon Server Manager compares time stamps; the order is what counts, no article gives the days. */
const dates: Readonly<Record<string, string>> = {
  '2.0': '1999-01-15',
  '2.0 SP1': '1999-06-15',
  '2.0 SP2': '2000-03-15',
  '2.0 SP3': '2001-02-15',
  '2.0 SP4': '2002-02-15',
  '2.0 SP4 HRP': '2003-03-15',
};

/** The columns of the table of Q266130: Compver.ini of each client component at each level. */
interface ClientVersions {
  readonly base: string;
  readonly hinv: string;
  readonly sinv: string;
  readonly smsapm32: string;
  readonly swdist: string;
  readonly remctrl: string;
  readonly licmtr: string;
  readonly snmpelea: string;
  readonly wbem: string;
}

const q266130 = documented('Q266130', 'versions of the client components as Compver.ini shows them');
const serverBuilds = inferred('Q266130, Q213410', 'server files carry the build of their service pack');

/** The releases of SMS 2.0 in the order Microsoft shipped them. */
export const releases: readonly Sms20Release[] = [
  release('2.0', '2.00.1239.0000', uniform('2.00.1239.0000', '698.0000')),
  release('2.0 SP1', '2.00.1380.1000', uniform('2.00.1380.1000', '698.0001')),
  release('2.0 SP2', '2.00.1493.2000', {
    base: '2.00.1493.2009',
    hinv: '2.00.1493.2000',
    sinv: '2.00.1493.2006',
    smsapm32: '2.00.1493.2011',
    swdist: '2.00.1493.2011',
    remctrl: '2.00.1493.2001',
    licmtr: '2.00.1493.2000',
    snmpelea: '2.00.1493.2000',
    wbem: '698.0012',
  }),
  later(
    ['2.0 SP2'],
    release('2.0 SP3', '2.00.1493.3000', {
      base: '2.00.1493.3004',
      hinv: '2.00.1493.3000',
      sinv: '2.00.1493.3006',
      smsapm32: '2.00.1493.3002',
      swdist: '2.00.1493.3000',
      remctrl: '2.00.1493.3008',
      licmtr: '2.00.1493.3000',
      snmpelea: '2.00.1493.3000',
      wbem: '698.0012',
    }),
  ),
  later(['2.0 SP2', '2.0 SP3'], release('2.0 SP4', '2.00.1493.4000', servicePack4())),
  hotfixRollup(),
];

/** How people abbreviate the names of the releases. */
const aliases: Readonly<Record<string, string>> = {
  RTM: '2.0',
  SP1: '2.0 SP1',
  SP2: '2.0 SP2',
  SP3: '2.0 SP3',
  SP4: '2.0 SP4',
  HRP: '2.0 SP4 HRP',
};

/** The release of a name (`2.0 SP3`) or a usual abbreviation (`SP3`, `RTM`, `HRP`); undefined for any other text. */
export function findRelease(name: string): Sms20Release | undefined {
  const full = aliases[name.trim().toUpperCase()] ?? name.trim().toUpperCase();
  return releases.find((candidate) => candidate.name.toUpperCase() === full);
}

function servicePack4(): ClientVersions {
  return {
    base: '2.00.1493.4009',
    hinv: '2.00.1493.4008',
    sinv: '2.00.1493.4008',
    smsapm32: '2.00.1493.4012',
    swdist: '2.00.1493.4006',
    remctrl: '2.00.1493.4008',
    licmtr: '2.00.1493.4000',
    snmpelea: '2.00.1493.4000',
    wbem: '698.0021',
  };
}

/** The rollup requires SP4, resets the site and updates the client base components (Q323206). */
function hotfixRollup(): Sms20Release {
  const versions = { ...servicePack4(), base: '2.00.1493.4400' };
  const note = 'the article names the rollup and what it updates; its build numbers are not in it';
  const rollup = release('2.0 SP4 HRP', '2.00.1493.4400', versions, inferred('Q323206, Q311212', note));
  return { ...later(['2.0 SP4'], rollup), resetsSite: true };
}

/** SP3 wants SP2, SP4 wants SP2 or SP3, the rollup wants SP4 (Q280756, Q308269, Q323206). */
function later(installsOver: readonly string[], media: Sms20Release): Sms20Release {
  return { ...media, installsOver, smsDefMof: laterSmsDefMof };
}

function uniform(version: string, wbem: string): ClientVersions {
  return {
    base: version,
    hinv: version,
    sinv: version,
    smsapm32: version,
    swdist: version,
    remctrl: version,
    licmtr: version,
    snmpelea: version,
    wbem,
  };
}

function release(
  name: string,
  fullVersion: string,
  versions: ClientVersions,
  provenance: Provenance = serverBuilds,
): Sms20Release {
  const programs = serverPrograms.map((file) => `bin\\i386\\${file}`);
  const logon = logonPrograms.map((file) => `data\\Nt_logon\\${file}`);
  const serverFiles = Object.fromEntries([...programs, ...logon].map((file) => [file, fullVersion]));
  const date = dates[name];
  const clientComponents = clientMedia(versions);
  return {
    name,
    fullVersion,
    ...(date === undefined ? {} : { date }),
    serverFiles,
    clientComponents,
    smsDefMof: firstSmsDefMof,
    provenance,
  };
}

/** The base group makes up the least of the 8 to 24 MB that an upgrade copies, every option the most (Q237543). */
function clientMedia(versions: ClientVersions): Readonly<Record<string, ClientComponentMedia>> {
  const media = (name: string, version: string, megabytes: number, files: readonly string[]): ClientComponentMedia => ({
    name,
    version,
    files,
    size: megabytes * 1024 * 1024,
    provenance: q266130,
  });
  return {
    base: media('SMS Client Base Components', versions.base, 5, [
      'Core\\Bin\\Clicore.exe',
      'Core\\Bin\\Clisvcl.exe',
      'Core\\Bin\\Ccim32.dll',
      'Core\\Bin\\Ccim16.exe',
      'Core\\Bin\\Cqmgr32.dll',
      'Core\\Bin\\Smscq_32.exe',
      'Core\\Bin\\Launch32.exe',
    ]),
    hinv: media('Hardware Inventory Agent', versions.hinv, 2, [
      'Clicomp\\Hinv\\Hinv32.exe',
      'Clicomp\\Hinv\\Hinv16.exe',
    ]),
    sinv: media('Software Inventory Agent', versions.sinv, 2, [
      'Clicomp\\Sinv\\Sinv32.exe',
      'Clicomp\\Sinv\\Sinv16.exe',
    ]),
    smsapm32: media('Available Programs Manager Win32', versions.smsapm32, 1, ['Clicomp\\Apa\\Bin\\Smsapm32.exe']),
    swdist: media('Software Distribution', versions.swdist, 4, ['Clicomp\\SWDist32\\Bin\\Odpsys32.exe']),
    remctrl: media('Remote Control', versions.remctrl, 4, ['Clicomp\\RemCtrl\\Wuser.exe']),
    licmtr: media('LICENSE METERING', versions.licmtr, 3, ['Clicomp\\LicMtr\\Licmtr.exe']),
    snmpelea: media('SNMP Event to Trap Translator', versions.snmpelea, 1, ['Clicomp\\Snmpelea\\Snmpelea.exe']),
    wbem: media('Windows Management', versions.wbem, 2, ['Clicomp\\Wbem\\Wbemsdk.exe']),
  };
}

/** The version of a program file on the media of a release; undefined where it is not on them. */
export function versionOn(name: string, file: string): string | undefined {
  const release = findRelease(name);
  const server = Object.entries(release?.serverFiles ?? {}).find(([path]) => isFile(path, file));
  if (server !== undefined) return server[1];
  const media = Object.values(release?.clientComponents ?? {});
  return media.find((one) => one.files.some((path) => isFile(path, file)))?.version;
}

function isFile(path: string, file: string): boolean {
  const [whole, part] = [path, file].map((one) => fileName(one).toLowerCase());
  return whole === part;
}
