import type { ClientComponentMedia, Sms20Release } from '../catalogue/index.ts';
import { accessPointPrograms, largestMif, logonScriptName, logonScriptText, siteShare } from '../components/index.ts';
import { instantOf, type Instant } from '../kernel/index.ts';
import {
  accessPointShare,
  compareVersions,
  fileName,
  folderOf,
  inboxPath,
  isPrimary,
  parseCompver,
  printCompver,
  printSmsDefMof,
  type AccessPoint,
  type Computer,
  type Opener,
  type Site,
} from '../world/index.ts';

/** Whoever runs Setup: an administrator at the server. */
export const setupOpener: Opener = {
  process: 'Setup',
  account: 'Administrator',
  local: true,
  groups: ['Administrators'],
};

/** Where senders of SMS 1.2 leave what is for a site (Resource Guide for SMS 1.2); SMS 2.0 has kept it (assumed). */
const dropPointShare = 'SMS_SITE';

const identification = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
const setupKey = 'HKLM\\Software\\Microsoft\\SMS\\Setup';
const fullVersion = 'Full Version';

/** What InvSync needs beside it, by the Resource Guide's list "Files Required for Inventory Synchronizer". */
const resourceKitFiles = ['BaseObj.dll', 'BaseSQL.dll', 'Basesvr.dll', 'BaseUtil.dll', 'InvSync.exe', 'SMSPerf.dll'];

/** The folder on a site server where Setup leaves the tools of the Support\Reskit folder of the CD-ROM (Q206800). */
function resourceKitFolder(site: Pick<Site, 'folder'>): string {
  return `${site.folder}\\Support\\Reskit\\Bin\\i386`;
}

/**
 * Installs a site server of a release: programs, sources for clients, registry and services. What is there with a
 * higher version stays as it is (Q213410), and so does an Sms_def.mof that already says what the release's says.
 * Setup with a package of the parent site does not note the version (Q249077).
 */
export function installSiteServer(computer: Computer, site: Site, release: Sms20Release, notesVersion = true): void {
  installPrograms(computer, site.code, site.folder, release);
  installClientSources(computer, site, release);
  placeLogonScript(computer, site, release);
  if (!isHigher(fullVersionOf(computer), release.fullVersion)) placeDefinition(computer, site, release);
  if (notesVersion) noteVersion(computer, release);
  if (isPrimary(site)) limitMifs(computer);
  computer.files.addShare({ name: siteShare(site.code), path: site.folder });
  computer.files.addShare({ name: dropPointShare, path: inboxPath(site, 'despoolr.box', 'receive') });
  for (const file of resourceKitFiles) {
    writeProgram(computer, `${resourceKitFolder(site)}\\${file}`, { token: file, version: release.fullVersion });
  }
}

/** Installs what a client access point on another server needs: SMS Executive with Inbox Manager Assistant. */
export function installAccessPoint(computer: Computer, site: Site, release: Sms20Release): void {
  installPrograms(computer, site.code, site.folder, release, accessPointPrograms);
  noteVersion(computer, release);
}

/** What an administrator has changed stays. */
function limitMifs({ registry }: Computer): void {
  const { key, name, bytes } = largestMif;
  if (registry.getNumber(key, name) === undefined) registry.set(key, name, { type: 'REG_DWORD', data: bytes });
}

/** What `Full Version` says on a server; undefined where nobody wrote it, as on some secondary sites (Q249077). */
export function fullVersionOf(computer: Computer): string | undefined {
  return computer.registry.getText(setupKey, fullVersion);
}

/** Takes what ties a server to its site out of the registry; its program files stay (assumed). */
export function uninstallServer(computer: Computer): void {
  for (const key of [identification, setupKey]) computer.registry.deleteKey(key);
}

/** The share of a client access point, with nothing in it; Inbox Manager fills it. */
export function createAccessPointShare(computer: Computer, site: Site, point: AccessPoint): void {
  computer.files.createFolder(setupOpener, point.folder, { parents: true });
  computer.files.addShare({ name: accessPointShare(site.code), path: point.folder });
}

function installPrograms(
  computer: Computer,
  siteCode: string,
  folder: string,
  release: Sms20Release,
  files: readonly string[] = Object.keys(release.serverFiles),
): void {
  for (const file of files) {
    const version = release.serverFiles[file] ?? release.fullVersion;
    writeProgram(computer, `${folder}\\${file}`, { token: file, version, modified: stampOf(release) });
  }
  computer.files.createFolder(setupOpener, `${folder}\\Logs`, { parents: true });
  computer.registry.set(identification, 'Site Code', { type: 'REG_SZ', data: siteCode });
  computer.registry.set(identification, 'Installation Directory', { type: 'REG_SZ', data: folder });
  for (const name of ['SMS_EXECUTIVE', 'SMS_SITE_COMPONENT_MANAGER']) {
    const account = `SMSServer_${siteCode}`;
    if (computer.service(name) === undefined) {
      computer.setService({ name, state: 'Stopped', startType: 'Automatic', account });
    }
  }
}

function noteVersion(computer: Computer, release: Sms20Release): void {
  if (isHigher(fullVersionOf(computer), release.fullVersion)) return;
  computer.registry.set(setupKey, fullVersion, { type: 'REG_SZ', data: release.fullVersion });
}

/** The master Sms_def.mof (Q199318): another one is overwritten, whoever wrote it (Q319864). */
function placeDefinition(computer: Computer, site: Site, release: Sms20Release): void {
  const path = `${site.folder}\\inboxes\\clifiles.src\\hinv\\Sms_def.mof`;
  const text = printSmsDefMof(release.smsDefMof.mof);
  const present = computer.files.readText(setupOpener, path);
  if (!present.ok || present.value !== text) writeText(computer, path, text);
}

/** The script that Logon Server Manager hands out; an administrator's own copy on a controller is another file. */
function placeLogonScript(computer: Computer, site: Site, release: Sms20Release): void {
  const path = `${site.folder}\\data\\Nt_logon\\Scripts\\${logonScriptName}`;
  writeText(computer, path, logonScriptText);
  const modified = stampOf(release);
  if (modified !== undefined) computer.files.setTimes(setupOpener, path, { modified });
}

/** Clicomp.src with its bundles and Compver.ini files (Q266130), and the same programs in Bin (Q246331). */
function installClientSources(computer: Computer, site: Site, release: Sms20Release): void {
  const inboxes = `${site.folder}\\inboxes`;
  for (const [name, media] of Object.entries(release.clientComponents)) {
    const folder = `${inboxes}\\clicomp.src\\${name}`;
    const size = sizeOfEach(media);
    for (const file of media.files) {
      const program = fileName(file);
      const facts = { token: `${program} ${media.version}`, version: media.version, size, modified: stampOf(release) };
      writeProgram(computer, `${folder}\\i386\\${program}`, facts);
      writeProgram(computer, `${site.folder}\\bin\\i386\\${program}`, facts);
    }
    writeCompver(computer, `${folder}\\Compver.ini`, media.version);
  }
}

function writeCompver(computer: Computer, path: string, version: string): void {
  const present = computer.files.readText(setupOpener, path);
  const known = present.ok ? parseCompver(present.value)?.version : undefined;
  if (!isHigher(known, version)) writeText(computer, path, printCompver({ version }));
}

function isHigher(present: string | undefined, version: string): boolean {
  return present !== undefined && compareVersions(present, version) > 0;
}

/** The files of a component share its size evenly. */
export function sizeOfEach(media: ClientComponentMedia): number {
  return Math.floor(media.size / media.files.length);
}

/** The time stamp of the files of a release; undefined: they get that of their installation. */
function stampOf({ date }: Sms20Release): Instant | undefined {
  const [year, month, day] = date?.split('-').map(Number) ?? [];
  return year === undefined || month === undefined || day === undefined ? undefined : instantOf({ year, month, day });
}

interface ProgramFile {
  readonly token: string;
  readonly version: string;
  readonly size?: number;
  /** Time stamp; the present time without it. */
  readonly modified?: Instant | undefined;
}

function writeProgram(computer: Computer, path: string, program: ProgramFile): void {
  const { token, version, size = 64 * 1024, modified } = program;
  const present = computer.files.stat(setupOpener, path);
  if (present.ok && isHigher(present.value.version, version)) return;
  computer.files.createFolder(setupOpener, folderOf(path), { parents: true });
  const dated = modified === undefined ? {} : { modified };
  computer.files.write(setupOpener, path, { size, token }, { version, ...dated });
}

function writeText(computer: Computer, path: string, text: string): void {
  computer.files.createFolder(setupOpener, folderOf(path), { parents: true });
  computer.files.write(setupOpener, path, { text, size: text.length });
}
