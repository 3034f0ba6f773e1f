import type { Release } from '../catalogue/index.ts';
import { siteShare } from '../components/index.ts';
import {
  accessPointShare,
  defaultSmsDefMof,
  fileName,
  folderOf,
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

const identification = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
const setupKey = 'HKLM\\Software\\Microsoft\\SMS\\Setup';

/** What InvSync needs beside it, by the Resource Guide's list "Files Required for Inventory Synchronizer". */
const resourceKitFiles = ['BaseObj.dll', 'BaseSQL.dll', 'Basesvr.dll', 'BaseUtil.dll', 'InvSync.exe', 'SMSPerf.dll'];

/** The folder on a site server where Setup leaves the tools of the Support\Reskit folder of the CD-ROM (Q206800). */
function resourceKitFolder(site: Pick<Site, 'folder'>): string {
  return `${site.folder}\\Support\\Reskit\\Bin\\i386`;
}

/** Installs a primary site server of a release: programs, inbox sources, registry and services. */
export function installSiteServer(computer: Computer, site: Site, release: Release): void {
  installPrograms(computer, site.code, site.folder, release);
  installClientSources(computer, site, release);
  computer.files.addShare({ name: siteShare(site.code), path: site.folder });
  for (const file of resourceKitFiles) {
    write(computer, `${resourceKitFolder(site)}\\${file}`, `${file}`, release.fullVersion);
  }
}

/** Installs what a client access point on another server needs: SMS Executive with Inbox Manager Assistant. */
export function installAccessPoint(computer: Computer, site: Site, release: Release): void {
  const assistant = Object.keys(release.serverFiles).filter((file) => file.endsWith('Inboxast.dll'));
  installPrograms(computer, site.code, site.folder, release, assistant);
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
  release: Release,
  files: readonly string[] = Object.keys(release.serverFiles),
): void {
  for (const file of files) {
    write(computer, `${folder}\\${file}`, file, release.serverFiles[file] ?? release.fullVersion);
  }
  computer.files.createFolder(setupOpener, `${folder}\\Logs`, { parents: true });
  computer.registry.set(identification, 'Site Code', { type: 'REG_SZ', data: siteCode });
  computer.registry.set(identification, 'Installation Directory', { type: 'REG_SZ', data: folder });
  computer.registry.set(setupKey, 'Full Version', { type: 'REG_SZ', data: release.fullVersion });
  for (const name of ['SMS_EXECUTIVE', 'SMS_SITE_COMPONENT_MANAGER']) {
    const account = `SMSServer_${siteCode}`;
    if (computer.service(name) === undefined) {
      computer.setService({ name, state: 'Stopped', startType: 'Automatic', account });
    }
  }
}

/** Clicomp.src with its bundles and Compver.ini files (Q266130), and the master Sms_def.mof (Q199318). */
function installClientSources(computer: Computer, site: Site, release: Release): void {
  const inboxes = `${site.folder}\\inboxes`;
  for (const [name, media] of Object.entries(release.clientComponents)) {
    const folder = `${inboxes}\\clicomp.src\\${name}`;
    writeText(computer, `${folder}\\Compver.ini`, printCompver({ version: media.version }));
    for (const file of media.files) {
      const program = fileName(file);
      write(computer, `${folder}\\i386\\${program}`, `${program} ${media.version}`, media.version);
      write(computer, `${site.folder}\\bin\\i386\\${program}`, `${program} ${media.version}`, media.version);
    }
  }
  writeText(computer, `${inboxes}\\clifiles.src\\hinv\\Sms_def.mof`, printSmsDefMof(defaultSmsDefMof));
}

function write(computer: Computer, path: string, token: string, version: string): void {
  computer.files.createFolder(setupOpener, folderOf(path), { parents: true });
  computer.files.write(setupOpener, path, { size: 64 * 1024, token }, { version });
}

function writeText(computer: Computer, path: string, text: string): void {
  computer.files.createFolder(setupOpener, folderOf(path), { parents: true });
  computer.files.write(setupOpener, path, { text, size: text.length });
}
