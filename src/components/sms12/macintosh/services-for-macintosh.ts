import { assumed, documented, type Computer } from '../../../world/index.ts';

/** Services for Macintosh: what a server offers to Macintoshes, kept in its registry as Windows NT keeps it. */
export const servicesForMacintoshProvenance = documented('Q107244, Q127026, Q185908');

/** That guests may come in or not is known, not how the registry says so. */
export const macintoshVolumeProvenance = assumed(
  'A volume is a value of MacFile\\Parameters\\Volumes with the lines Path= and Guests=.',
  'Q127026, Q185908',
);

/** Permissions of the MacFile menu are those of NTFS, seen otherwise. */
export const makeChangesProvenance = assumed(
  'Make Changes on a directory is the right to write and delete there, and SMS gives it on its five directories.',
  'Q127026, Q189809',
);

/** The service of a server that is a file server for Macintoshes. */
export const macFile = 'MacFile';

/** The class under which a scenario says that a server has Services for Macintosh, and its AppleTalk zone. */
export const servicesForMacintosh = 'Services for Macintosh';

/** The volume that Services for Macintosh makes: files on it keep both forks. */
export const uamVolume = { name: 'Microsoft UAM Volume', path: 'C:\\Microsoft UAM Volume' } as const;

/** Directories of LOGON.SRV on which Macintoshes need Make Changes (Q127026). */
export const makeChangesFolders = ['SMSID', 'DESPOOLR.BOX', 'INVENTRY.BOX', 'ISVMIF.BOX', 'PCMPKG.SRC'] as const;

const parameters = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\MacFile\\Parameters';

/** A folder of a server that Macintoshes see as a volume. */
export interface MacintoshVolume {
  readonly name: string;
  /** Local path. */
  readonly path: string;
  /** Whether somebody without an account may use it. */
  readonly guests: boolean;
}

/** Makes a volume, or makes it anew under its name. */
export function addMacintoshVolume(computer: Computer, { name, path, guests }: MacintoshVolume): void {
  const data = [`Path=${path}`, `Guests=${guests ? 'Yes' : 'No'}`];
  computer.registry.set(`${parameters}\\Volumes`, name, { type: 'REG_MULTI_SZ', data });
}

/** The volumes of a server by name. */
export function macintoshVolumes({ registry }: Computer): readonly MacintoshVolume[] {
  return registry.values(`${parameters}\\Volumes`).flatMap(({ name, value }) => {
    const lines = value.type === 'REG_MULTI_SZ' ? value.data : [];
    const path = lineOf(lines, 'Path');
    return path === undefined ? [] : [{ name, path, guests: lineOf(lines, 'Guests')?.toLowerCase() !== 'no' }];
  });
}

/** Whether a local path of a server lies on one of its volumes. */
export function isOnMacintoshVolume(computer: Computer, path: string): boolean {
  const full = path.toUpperCase();
  return macintoshVolumes(computer).some((volume) => full.startsWith(`${volume.path.toUpperCase()}\\`));
}

/** Whether the server lets in only those whom the Microsoft UAM has authenticated. */
export function requiresMicrosoftAuthentication({ registry }: Computer): boolean {
  return registry.getNumber(parameters, 'Require Microsoft Authentication') === 1;
}

/** Whether Services for Macintosh are installed on a server and running. */
export function servesMacintoshes(computer: Computer): boolean {
  return computer.service(macFile)?.state === 'Running' && computer.power === 'on';
}

/** The zone of the AppleTalk network that a computer is in; empty on a network without zones. */
export function appleTalkZone({ hardware }: Computer): string {
  const [settings] = hardware[servicesForMacintosh] ?? hardware['AppleTalk'] ?? [];
  return String(settings?.['Zone'] ?? '');
}

function lineOf(lines: readonly string[], key: string): string | undefined {
  const start = `${key}=`;
  return lines.find((line) => line.toLowerCase().startsWith(start.toLowerCase()))?.slice(start.length);
}
