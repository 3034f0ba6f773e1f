import { accessPointShare, assumed, inboxPath, systemOpener, type Computer } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import {
  accessPointPermissions,
  createAccessPoint,
  createBox,
  protectAccessPoint,
  type AccessPointPermissions,
} from '../access-point-folders.ts';
import { inboxDefinitions } from '../inbox-definitions.ts';

/** The CAP servers to be checked; undefined when the inboxes of the site server cannot be reached (Q200830, case 1). */
export function listAccessPoints(self: Self): string[] | undefined {
  if (!self.files.exists(inboxPath(self.site))) return undefined;
  return self.site.accessPoints.map(({ server }) => server);
}

/**
 * Makes sure of one CAP (Q200830): without its share it is made like a new one, on the NTFS drive with the most free
 * space; missing boxes are made and get their permissions; boxes that are there are left as they are.
 */
export function checkNextAccessPoint(self: Self, server: string): void {
  const computer = self.world.computer(server);
  if (computer === undefined || !self.world.answers(self.computer.name, server).ok) return;
  const permissions = permissionsOf(self);
  const folder = computer.files.resolveShare(accessPointShare(self.site.code));
  if (folder === undefined) return createAnew(self, computer, permissions);
  const isNew = inboxDefinitions.every(({ box }) => !computer.files.stat(systemOpener, `${folder}\\${box}`).ok);
  if (isNew) protectAccessPoint(computer, self.site, folder, permissions);
  for (const definition of inboxDefinitions) {
    const made = createBox(computer, folder, definition, permissions);
    if (made) logMade(self, `Created folder ${folder}\\${definition.box} on ${computer.name}`);
  }
}

const checkLines = assumed(
  'What Inbox Manager logs when it makes shares and folders is not quoted anywhere.',
  'Q200830',
);

function createAnew(self: Self, computer: Computer, permissions: AccessPointPermissions): void {
  const letter = roomiestNtfsDrive(computer);
  if (letter === undefined) return;
  const share = accessPointShare(self.site.code);
  const folder = `${letter}:\\${share}`;
  createAccessPoint(computer, self.site, folder, permissions);
  logMade(self, `Created share ${share} for ${folder} on ${computer.name}`);
}

function logMade(self: Self, line: string): void {
  self.restsOn('log lines of the check of client access points', checkLines);
  self.log(line);
}

/** The first of several with equal room. */
function roomiestNtfsDrive(computer: Computer): string | undefined {
  const drives = computer.files.drives().filter((drive) => drive.fileSystem === 'NTFS' && drive.kind === 'fixed');
  const room = (letter: string): number => computer.files.freeSpace(`${letter}:\\`);
  return drives.toSorted((a, b) => room(b.letter) - room(a.letter))[0]?.letter;
}

function permissionsOf(self: Self): AccessPointPermissions {
  const wanted = self.trait('permissions of a new access point');
  const known = accessPointPermissions.find((one) => one === wanted);
  if (known === undefined) throw new Error(`"${String(wanted)}" are no permissions of a client access point`);
  return known;
}
