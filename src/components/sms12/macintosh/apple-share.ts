import { documented, inferred, type Computer, type World } from '../../../world/index.ts';
import { logonServerShare } from '../folders.ts';
import { hasMicrosoftUam } from './control-panels.ts';
import {
  appleTalkZone,
  macintoshVolumes,
  requiresMicrosoftAuthentication,
  servesMacintoshes,
} from './services-for-macintosh.ts';

/** Zones decide whether a server is found (Q156385); a name without a zone is looked for in the own one. */
export const appleTalkProvenance = documented('Q107244, Q156385');

/** Who is let in. */
export const appleShareProvenance = inferred(
  'Q127026, Q172533, Q185908',
  'A Macintosh comes in as guest, or as its user where the volume or the server refuses guests.',
);

const guest = 'Guest';

/** Why a Macintosh does not get onto the volume of a logon server. */
export type AppleShareRefusal = 'server not found' | 'no volume' | 'not let in';

/**
 * Opens the volume SMS_SHR of a server that is looked for in a zone; `*` is the zone of the Macintosh. Undefined: it is
 * open, and the session holds until the Macintosh is switched off.
 */
export function openMacintoshVolume(
  world: World,
  macintosh: Computer,
  { zone, server }: { readonly zone: string; readonly server: string },
): AppleShareRefusal | undefined {
  const found = world.computer(server);
  const wanted = zone === '*' ? appleTalkZone(macintosh) : zone;
  if (found === undefined || !world.answers(macintosh.name, server).ok) return 'server not found';
  if (!servesMacintoshes(found) || !sameZone(wanted, appleTalkZone(found))) return 'server not found';
  const volume = macintoshVolumes(found).find(({ name }) => name.toUpperCase() === logonServerShare);
  if (volume === undefined) return 'no volume';
  const account = accountFor(macintosh, found, volume.guests);
  if (account === undefined) return 'not let in';
  const password = world.accounts.get(account)?.password ?? '';
  return world.connect(macintosh.name, found.name, account, password).ok ? undefined : 'not let in';
}

function accountFor(macintosh: Computer, server: Computer, guests: boolean): string | undefined {
  const authenticated = requiresMicrosoftAuthentication(server);
  if (guests && !authenticated) return guest;
  if (authenticated && !hasMicrosoftUam(macintosh)) return undefined;
  return macintosh.user?.name;
}

function sameZone(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
