import {
  chanceStreams,
  clientRoot,
  loaderFolder,
  loaderService,
  siteSettings,
  sms20Components,
  wizardName,
  type Component,
  type LogSide,
} from '../../components/index.ts';
import { logonPointPath, logonPointShare, logonScriptPath, printLogLine, type Computer } from '../../world/index.ts';
import type { Product } from '../product.ts';
import { clientChanges } from './changes/client.ts';
import { logonChanges } from './changes/logon.ts';
import { serverChanges } from './changes/server.ts';
import { releases, versionOn } from './releases.ts';

/** Systems Management Server 2.0. */
export const sms20: Product = {
  name: 'Systems Management Server 2.0',
  version: '2.0',
  components: sms20Components,
  changes: [...serverChanges, ...logonChanges, ...clientChanges],
  releases,
  settings: siteSettings,
  chanceStreams,
  programFolder,
  versionOn,
  logLine: printLogLine,
  logsAtFirst: false,
  serviceAccount: ({ code }) => `SMSServer_${code}`,
  logFolder,
};

/** Where Setup put the site server or access point software of this computer. */
function serverFolder(computer: Computer): string {
  const key = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
  return computer.registry.getText(key, 'Installation Directory') ?? 'C:\\SMS';
}

/** The folder behind the share of a logon point. */
function logonPointFolder(computer: Computer): string {
  return computer.files.resolveShare(logonPointShare) ?? `C:\\${logonPointShare}`;
}

const rootFolders = { server: serverFolder, 'logon point': logonPointFolder, client: clientRoot } as const;

/** Setup writes to the root of the drive on which SMS is installed (Q241001). */
function logFolder(computer: Computer, side: LogSide): string {
  return side === 'setup' ? serverFolder(computer).slice(0, 2) : `${rootFolders[side](computer)}\\Logs`;
}

/** Programs of a logon run from the domain controller that let the user in. */
function programFolder(computer: Computer, component: Component): string {
  const controller = computer.logonServer ?? '';
  if (component.logonScript !== undefined) return logonScriptPath(controller);
  if (component.name === wizardName) return logonPointPath(controller, 'x86.bin', '00000409');
  if (component.service === loaderService) return `${computer.operatingSystem.windowsFolder}\\${loaderFolder}`;
  if (component.log?.side === 'server' || component.log?.side === 'setup')
    return `${serverFolder(computer)}\\bin\\i386`;
  return component.log?.side === 'logon point' ? `${logonPointFolder(computer)}\\i386` : clientRoot(computer);
}
