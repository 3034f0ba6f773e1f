import {
  compareVersions,
  inferred,
  parseCapList,
  parseClientBaseConfiguration,
  parseCompver,
  type ClientBaseConfiguration,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { reachAccessPoint } from '../client/access-point-connection.ts';
import { clientFolder, clientFolders } from '../client/client-folders.ts';
import { noteAssignment } from '../client/client-identity.ts';
import { clientKeys, clientProperties, siteKey } from '../client/client-registry.ts';
import { runClicore } from '../client/run-clicore.ts';
import { acceptPrograms, storeAccessPoints, storeConfiguration } from '../client/site-configuration.ts';
import { makeIdentity } from '../logon/bootstrap-discovery.ts';
import { setUpService } from '../client/client-service-setup.ts';
import { isLater, loaderFolder, loaderService } from './remote-computer.ts';

/** What the loader remembers. */
export interface LoaderMemory {
  /** Code of the site that installs. */
  site: string;
  /** `\\SMSSRV1\CAP_ABC`. */
  accessPoint: string;
}

type LoaderSelf = Self<LoaderMemory>;

const baseFolder = 'clicomp.box\\base';

function local(self: LoaderSelf, name: string): string {
  return `${self.computer.operatingSystem.windowsFolder}\\${loaderFolder}\\${name}`;
}

/** E_FAIL, as the log shows it (Q260168). */
const failed = -2147467259;

/** Without Caplist.ini the loader does not know where its site has CAPs (Q260168). */
export function locateAccessPoint(self: LoaderSelf): string {
  for (const folder of Object.values(clientFolders)) self.files.createFolder(clientFolder(self.computer, folder));
  const path = local(self, 'caplist.ini');
  const text = self.files.readText(path);
  const list = text.ok ? parseCapList(text.value) : undefined;
  if (list?.ok !== true) {
    const what = `Unable to read site data from CAP list file "${path}"`;
    self.log(`ERROR: ${what} (${failed}) The operation completed successfully.`);
    return giveUp(self);
  }
  self.memory.site = list.value.siteCode;
  storeAccessPoints(self, list.value);
  const configuration = configurationOf(self);
  if (configuration !== undefined) storeConfiguration(self, self.memory.site, { ...configuration, programs: [] });
  const reached = reachAccessPoint(self, self.memory.site, baseFolder);
  if (!reached.ok) return giveUp(self);
  self.memory.accessPoint = reached.value;
  return 'located';
}

function giveUp(self: LoaderSelf): string {
  self.log(`Error locating CAP (${failed})`);
  self.log('Could not spawn CCMBoot.exe -');
  return 'not located';
}

function configurationOf(self: LoaderSelf): ClientBaseConfiguration | undefined {
  const text = self.files.readText(local(self, 'cli_inst.cfg'));
  const parsed = text.ok ? parseClientBaseConfiguration(text.value) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}

/** The fixed builds touch nothing beside files of a later release (Q264630); a higher version stays (Q213410). */
export function copyClicore(self: LoaderSelf): string | undefined {
  if (hasLaterFiles(self)) return 'refused';
  const source = `${self.memory.accessPoint}\\${baseFolder}\\i386\\Clicore.exe`;
  const target = clientFolder(self.computer, `${clientFolders.programs}\\Clicore.exe`);
  const [offered, own] = [self.files.stat(source), self.files.stat(target)];
  if (!offered.ok) return own.ok ? 'in place' : 'refused';
  if (own.ok && compareVersions(own.value.version ?? '0', offered.value.version ?? '0') >= 0) return 'in place';
  return self.copy(source, target).ok ? undefined : 'refused';
}

function hasLaterFiles(self: LoaderSelf): boolean {
  if (self.trait('spares computers of a later release') === false) return false;
  return isLater(self, clientFolder(self.computer, `${clientFolders.programs}\\Clicore.exe`), versionOfBase(self));
}

function versionOfBase(self: LoaderSelf): string | undefined {
  const text = self.files.readText(`${self.memory.accessPoint}\\${baseFolder}\\Compver.ini`);
  return text.ok ? parseCompver(text.value)?.version : undefined;
}

const crcs = inferred('Q270912, Q246331', 'The CRCs of the site take the place of those that the computer has.');

/** The computer becomes a client of the site that installs it. */
export function joinSite(self: LoaderSelf): void {
  const { registry, memory } = self;
  makeIdentity(self);
  const sites = registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  const data = sites.includes(memory.site) ? sites : [...sites, memory.site];
  registry.set(clientKeys.client, clientProperties.sites, { type: 'REG_MULTI_SZ', data });
  registry.createKey(siteKey(memory.site));
  noteAssignment(self.computer, true);
  const configuration = configurationOf(self);
  if (configuration === undefined) return;
  self.restsOn('CRCs of a remote installation', crcs);
  acceptPrograms(self, configuration);
}

/** Programs of a higher version that are there stay (Q213410). */
export function runBase(self: LoaderSelf): string | undefined {
  const folder = `${self.memory.accessPoint}\\${baseFolder}\\i386`;
  const version = versionOfBase(self) ?? '';
  return runClicore(self, folder, { version, keepsHigher: true }) ? undefined : 'cannot run';
}

/** Clicore has started the service, unless it found nothing to replace. */
export function startClient(self: LoaderSelf): void {
  const known = self.computer.service('SMS Client Service');
  if (known === undefined || known.state !== 'Running') setUpService(self);
}

/** The service has done its work. */
export function endService(self: LoaderSelf): void {
  const known = self.computer.service(loaderService);
  if (known === undefined) return;
  self.computer.setService({ ...known, state: 'Stopped' });
  self.record('service', loaderService, 'Stopped');
}
