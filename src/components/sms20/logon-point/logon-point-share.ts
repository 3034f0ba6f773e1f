import {
  assumed,
  documented,
  logonPointShare,
  systemOpener,
  type Computer,
  type PermissionEntry,
} from '../../../world/index.ts';
import { reportStatus } from '../status.ts';
import type { LogonManagerSelf } from './logon-manager-memory.ts';
import { discoveryBox, logonPointFolders } from './logon-point-files.ts';

/** Where a logon point is made, and who may do what there. */
const logonPointShareProvenance = documented('Q235173, Q225542, Q235769');

/** The articles name no drive but its choice. */
const logonPointFolderName = assumed('The folder behind the share is SMSLOGON in the root of its drive.', 'Q235173');

const leastRoom = 50 * 1024 * 1024;

/**
 * Makes sure of the share SMSLOGON and its folders: one that is there stays, else the NTFS drive with the most free
 * space gets it. False: no drive has room (Q225542).
 */
function prepareLogonPoint(computer: Computer, withDiscovery: boolean): boolean {
  const folder = computer.files.resolveShare(logonPointShare) ?? newShare(computer);
  if (folder === undefined) return false;
  for (const { name, access } of logonPointFolders) makeFolder(computer, `${folder}\\${name}`, access);
  if (withDiscovery) makeFolder(computer, `${folder}\\${discoveryBox}`, 'write');
  return true;
}

/** Makes sure of a logon point, and reports a controller on which there is no room for it (Q303725). */
export function ensureLogonPoint(self: LogonManagerSelf, controller: string, withDiscovery: boolean): boolean {
  self.restsOn('share of a logon point', logonPointShareProvenance);
  self.restsOn('folder of a logon point', logonPointFolderName);
  if (prepareLogonPoint(self.world.mustHave(controller), withDiscovery)) return true;
  const inserts = [controller, self.memory.domain];
  reportStatus(self, 'SMS_NT_LOGON_SERVER_MANAGER', { id: 1412, severity: 'W', inserts });
  return false;
}

/** Takes the whole logon point away. */
export function removeLogonPoint(computer: Computer): void {
  const folder = computer.files.resolveShare(logonPointShare);
  if (folder === undefined) return;
  computer.files.removeShare(logonPointShare);
  computer.files.removeFolder(systemOpener, folder, { recursive: true });
}

/** Takes a folder of the logon point away, with all that is in it. */
export function removeFromLogonPoint(computer: Computer, path: string): void {
  const folder = computer.files.resolveShare(logonPointShare);
  if (folder !== undefined) computer.files.removeFolder(systemOpener, `${folder}\\${path}`, { recursive: true });
}

function newShare(computer: Computer): string | undefined {
  const room = (letter: string): number => computer.files.freeSpace(`${letter}:\\`);
  const drives = computer.files.drives().filter((drive) => drive.fileSystem === 'NTFS' && drive.kind === 'fixed');
  const [best] = drives
    .filter(({ letter }) => room(letter) >= leastRoom)
    .toSorted((a, b) => room(b.letter) - room(a.letter));
  if (best === undefined) return undefined;
  const path = `${best.letter}:\\${logonPointShare}`;
  computer.files.createFolder(systemOpener, path, { parents: true });
  computer.files.setPermissions(systemOpener, path, entries('read'));
  computer.files.addShare({ name: logonPointShare, path });
  return path;
}

function makeFolder(computer: Computer, path: string, access: 'read' | 'write' | 'none'): void {
  if (computer.files.exists(systemOpener, path)) return;
  computer.files.createFolder(systemOpener, path, { parents: true });
  computer.files.setPermissions(systemOpener, path, entries(access));
}

function entries(access: 'read' | 'write' | 'none'): readonly PermissionEntry[] {
  const administrators: PermissionEntry = { account: 'Administrators', right: 'Full Control' };
  if (access === 'none') return [administrators];
  const right = access === 'read' ? 'Read' : 'Special (Read, Write, Execute)';
  return [administrators, { account: 'Everyone', right }];
}
