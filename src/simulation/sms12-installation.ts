import { clientSourceFolder, findSms12Release, type ProgramFile, type Sms12Release } from '../catalogue/index.ts';
import { makeLogonServer, siteServerFolders, sms12ServerServices } from '../components/index.ts';
import { instantOf, type Instant } from '../kernel/index.ts';
import {
  defaultNetspeed,
  folderOf,
  isPrimary,
  logonScriptShare,
  printCopyList,
  printNetspeed,
  SiteDatabase,
  sms12Schema,
  textContent,
  type Computer,
  type Site,
} from '../world/index.ts';
import { setupOpener } from './install-server.ts';
import { runLogonScripts } from './logon-script.ts';
import type { Simulation } from './simulation.ts';
import type { ComputerSetup, SiteSetup } from './site-description.ts';
import type { SiteInstallation } from './site-installation.ts';
import { addMacintosh, offerToMacintoshes } from './sms12-macintosh.ts';

const identification = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Identification';
const serviceAccount = 'SMSService';

/** What NETSPEED reads (Q131011). */
const netspeedBytes = 3400;

/** How SMS 1.2 comes onto computers. */
export const sms12Installation: SiteInstallation = {
  serverServices: sms12ServerServices,
  addSite: (simulation, setup, release) => addSite(simulation, setup, releaseCalled(release)),
  addClient,
};

/** Sets up a site: its database if it is primary, the site server, and LOGON.SRV on every logon server. */
function addSite(simulation: Simulation, setup: SiteSetup, release: Sms12Release): void {
  const { world, options } = simulation;
  const { connectionAccounts: _accounts, ...rest } = setup;
  const site: Site = { ...rest, accessPoints: [], connectionAccounts: [] };
  world.sites.set(site.code.toUpperCase(), site);
  if (isPrimary(site)) {
    const database = new SiteDatabase(options.sqlEngine, site.code, { schema: sms12Schema });
    world.databases.set(site.code.toUpperCase(), database);
  }
  world.accounts.set(serviceAccount, { groups: ['Administrators'] });
  installSms12SiteServer(world.mustHave(site.server), site, release);
  for (const name of logonServersOf(simulation, site)) {
    installLogonServer(world.mustHave(name), site);
    if (isNetWare(world.mustHave(name))) continue;
    placeHelper(world.mustHave(name), site, release);
    placeLogonScript(world.mustHave(name), release);
    offerToMacintoshes(simulation, world.mustHave(name), `${site.folder}\\LOGON.SRV`);
  }
}

/** The logon servers of a site: the site server, controllers and NetWare servers of its SMS domains (Q126642). */
export function logonServersOf({ world }: Simulation, site: Site): readonly string[] {
  const controllers = (site.domains ?? []).flatMap(({ name, netWareServers }) => {
    return netWareServers ?? world.domain(name)?.controllers ?? [];
  });
  return [...new Set([site.server, ...controllers].map((name) => name.toUpperCase()))];
}

/** Installs the programs and the folders of a site server; files of a release take the place of what is there. */
export function installSms12SiteServer(computer: Computer, site: Site, release: Sms12Release): void {
  for (const folder of siteServerFolders) createFolder(computer, `${site.folder}\\${folder}`);
  for (const [path, program] of Object.entries(release.files)) {
    placeProgram(computer, `${site.folder}\\${path}`, program);
  }
  placeCopyLists(computer, site, release);
  registerServer(computer, site);
  computer.files.addShare({ name: `SMS_SHR${site.folder.slice(0, 1)}`, path: site.folder });
  computer.files.addShare({ name: 'SMS_SITE', path: `${site.folder}\\SITE.SRV\\DESPOOLR.BOX\\RECEIVE` });
  for (const name of sms12ServerServices) {
    if (name === 'SMS_HIERARCHY_MANAGER' && !isPrimary(site)) continue;
    addService(computer, name);
  }
}

/** What a service pack replaces: the programs of the site server, of logon servers and of the logon script. */
export function replaceSms12Programs(simulation: Simulation, site: Site, release: Sms12Release): void {
  const { world } = simulation;
  installSms12SiteServer(world.mustHave(site.server), site, release);
  for (const name of logonServersOf(simulation, site)) {
    if (isNetWare(world.mustHave(name))) continue;
    placeHelper(world.mustHave(name), site, release);
    placeLogonScript(world.mustHave(name), release);
  }
}

/** Nothing of SMS runs on a NetWare server: it has LOGON.SRV only. */
function isNetWare({ operatingSystem }: Computer): boolean {
  return operatingSystem.family === 'NetWare';
}

/** Makes LOGON.SRV with its share and the services of a logon server; Maintenance Manager fills it. */
export function installLogonServer(computer: Computer, site: Site): void {
  makeLogonServer(computer, site);
}

function registerServer(computer: Computer, site: Site): void {
  computer.registry.set(identification, 'Site Code', { type: 'REG_SZ', data: site.code });
  computer.registry.set(identification, 'Installation Directory', { type: 'REG_SZ', data: site.folder });
}

function addService(computer: Computer, name: string): void {
  if (computer.service(name) !== undefined) return;
  computer.setService({ name, state: 'Stopped', startType: 'Automatic', account: serviceAccount });
}

/** What client set-up is to copy, with a version that changes with the release (Q166771). */
function placeCopyLists(computer: Computer, site: Site, release: Sms12Release): void {
  for (const [name, files] of Object.entries(release.copyLists)) {
    const text = printCopyList({ version: release.helper.version, files });
    computer.files.write(setupOpener, `${site.folder}\\${clientSourceFolder}\\${name}`, textContent(text));
  }
}

/** The services of a logon server that is not the site server run from HELPER.SRV (Q155626). */
function placeHelper(computer: Computer, site: Site, release: Sms12Release): void {
  if (computer.name.toUpperCase() === site.server.toUpperCase()) return;
  for (const file of ['Invwin32.exe', 'Clicfg.exe']) {
    placeProgram(computer, `${site.folder}\\HELPER.SRV\\X86.BIN\\${file}`, release.helper);
  }
}

/** SMSLS.BAT and its programs lie where the scripts of a controller are (Q121386). */
function placeLogonScript(computer: Computer, release: Sms12Release): void {
  const folder = computer.files.resolveShare(logonScriptShare);
  if (folder === undefined) return;
  const test = ['@echo off', 'netspeed.com', 'if errorlevel 2 goto ask', 'if errorlevel 1 goto end'];
  const question = [':ask', 'choice', 'if errorlevel 2 goto end', 'goto run', ':end', ''];
  const script = [...test, ':run', 'setls32.exe', 'goto end', ...question].join('\r\n');
  computer.files.write(setupOpener, `${folder}\\SMSLS.BAT`, textContent(script));
  placeProgram(computer, `${folder}\\Setls32.exe`, release.helper);
  computer.files.write(setupOpener, `${folder}\\NETSPEED.COM`, textContent(printNetspeed(defaultNetspeed)));
  placeProgram(computer, `${folder}\\NETSPEED.DAT`, { version: '0', size: netspeedBytes });
}

/** A client begins as people do it: its user logs on, and the logon script runs, or he runs the Installer. */
function addClient(simulation: Simulation, setup: ComputerSetup): void {
  const computer = simulation.world.mustHave(setup.name);
  if (computer.power === 'off') return;
  if (computer.operatingSystem.family === 'Macintosh') addMacintosh(simulation, computer);
  else runLogonScripts(simulation, computer);
}

function createFolder(computer: Computer, path: string): void {
  computer.files.createFolder(setupOpener, path, { parents: true });
}

function placeProgram(computer: Computer, path: string, { version, size, stamp }: ProgramFile): void {
  createFolder(computer, folderOf(path));
  const dated = stamp === undefined ? {} : { modified: instantOfStamp(stamp) };
  computer.files.write(setupOpener, path, { size, token: `${path} ${version}` }, { version, ...dated });
}

/** `1997-11-06 19:15`. */
function instantOfStamp(stamp: string): Instant {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = stamp.split(/[^0-9]/).map(Number);
  return instantOf({ year, month, day, hour, minute });
}

function releaseCalled(name: string): Sms12Release {
  const release = findSms12Release(name);
  if (release === undefined) throw new Error(`no release named ${name}`);
  return release;
}
