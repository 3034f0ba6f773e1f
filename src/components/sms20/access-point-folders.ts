import {
  accessPointShare,
  systemOpener,
  type Computer,
  type PermissionEntry,
  type Right,
  type Site,
} from '../../world/index.ts';
import { inboxDefinitions, type InboxDefinition } from './inbox-definitions.ts';

/** What Users and Guests may do in a new CAP: the values of Inbox Manager's trait, RTM, SP1 and SP2 in this order. */
export const accessPointPermissions = ['change', 'read', 'read and execute'] as const;

/** One of the three sets of permissions of Q252856. */
export type AccessPointPermissions = (typeof accessPointPermissions)[number];

/** Makes the folder of a CAP with all its boxes, shares it as `CAP_<site>`, and sets the permissions of all. */
export function createAccessPoint(
  computer: Computer,
  site: Pick<Site, 'code'>,
  folder: string,
  permissions: AccessPointPermissions,
): void {
  computer.files.addShare({ name: accessPointShare(site.code), path: folder, permissions: shareRights(permissions) });
  createFolder(computer, folder, everybody(folderRight(permissions)));
  for (const definition of inboxDefinitions) createBox(computer, folder, definition, permissions);
}

/** Sets the permissions of a CAP that Setup has shared and that has no boxes yet: those of the share and its folder. */
export function protectAccessPoint(
  computer: Computer,
  site: Pick<Site, 'code'>,
  folder: string,
  permissions: AccessPointPermissions,
): void {
  computer.files.addShare({ name: accessPointShare(site.code), path: folder, permissions: shareRights(permissions) });
  computer.files.setPermissions(systemOpener, folder, everybody(folderRight(permissions)));
}

/** Makes one box of a CAP if it is missing; the permissions of one that exists are never touched (Q252856). */
export function createBox(
  computer: Computer,
  folder: string,
  definition: InboxDefinition,
  permissions: AccessPointPermissions,
): boolean {
  const right = definition.direction === 'up' ? uploadRight(permissions) : downloadRight(permissions);
  return createFolder(computer, `${folder}\\${definition.box}`, everybody(right));
}

function createFolder(computer: Computer, path: string, permissions: readonly PermissionEntry[]): boolean {
  if (computer.files.stat(systemOpener, path).ok) return false;
  computer.files.createFolder(systemOpener, path, { parents: true });
  computer.files.setPermissions(systemOpener, path, permissions);
  return true;
}

function shareRights(permissions: AccessPointPermissions): readonly PermissionEntry[] {
  return permissions === 'change' ? everybody('Change') : [{ account: 'Everyone', right: 'Full Control' }];
}

function everybody(right: Right): readonly PermissionEntry[] {
  return [
    { account: 'Administrators', right: 'Full Control' },
    { account: 'Users', right },
    { account: 'Guests', right },
  ];
}

function folderRight(permissions: AccessPointPermissions): Right {
  if (permissions === 'change') return 'Change';
  return permissions === 'read' ? 'Read' : 'Read and Execute';
}

function downloadRight(permissions: AccessPointPermissions): Right {
  return permissions === 'read and execute' ? 'Read and Execute' : 'Read';
}

function uploadRight(permissions: AccessPointPermissions): Right {
  return permissions === 'change' ? 'Change' : 'Special (Read, Write, Execute)';
}
