import { appleServers, assumed, iniEntries, parseIni, type AppleServer, type Ini } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { logonServerShare } from '../folders.ts';
import { appleShareProvenance, appleTalkProvenance, openMacintoshVolume } from './apple-share.ts';
import type { InvmacMemory } from './invmac.ts';
import { macintoshFolderProvenance, macintoshPath } from './macintosh-files.ts';

const notOpened = assumed(
  'A file without its resource fork, or one that is still compressed, is no application for the Finder.',
  'Q107244, Q172533',
);

const order = assumed(
  'The server of the last time is tried first, then the others as DOMAIN.INI lists them.',
  'Q156385',
);

/** The Finder opens a start-up item only if it is an application. */
export function openProgram(self: Self<InvmacMemory>): string {
  self.restsOn('place of the programs', macintoshFolderProvenance);
  const facts = self.files.stat(macintoshPath('Invmac.mac'));
  if (facts.ok && facts.value.version !== undefined) return 'it runs';
  self.restsOn('file that is no application', notOpened);
  self.show(
    'Finder',
    'The document “Invmac.mac” could not be opened, because the application that created it is missing.',
  );
  return 'no application';
}

/** SMS.INI; at the first start after an installation there is only the DOMAIN.INI that the script has fetched. */
export function readSettings(self: Self<InvmacMemory>): string {
  const known = iniAt(self, 'SMS.INI');
  const fetched = iniAt(self, 'DOMAIN.INI');
  const ini = fetched === undefined || known === undefined ? (known ?? fetched) : newServers(known, fetched);
  if (ini === undefined) return 'no settings';
  self.memory.ini = ini;
  self.memory.isNew = known === undefined;
  return 'settings read';
}

/** Looks for a logon server in the zone that goes with its name (Q156385). */
export function connectToLogonServer(self: Self<InvmacMemory>): string {
  self.restsOn('AppleTalk zones', appleTalkProvenance);
  self.restsOn('who may open a volume', appleShareProvenance);
  self.restsOn('order of servers', order);
  const found = candidates(self.memory.ini).find(
    (candidate) => openMacintoshVolume(self.world, self.computer, candidate) === undefined,
  );
  if (found === undefined) {
    self.show('InvMac', 'Error 5016 in file shicsetting.cp');
    return 'not connected';
  }
  self.memory.share = `\\\\${found.server.toUpperCase()}\\${logonServerShare}`;
  return 'connected';
}

/** The Resync.cfg of the logon server it is connected to. */
export function resyncFile({ share }: InvmacMemory): string {
  return `${share}\\RESYNC.CFG`;
}

function candidates(ini: Ini): readonly AppleServer[] {
  const servers = appleServers(ini);
  const current = iniEntries(ini, 'Servers').find(([key]) => key === 'CurrentLogonServer')?.[1];
  const first = servers.filter(({ server }) => server.toUpperCase() === current?.toUpperCase());
  return [...first, ...servers.filter((one) => !first.includes(one))];
}

/** An installation over an older one brings a DOMAIN.INI whose servers take the place of those known before. */
function newServers(known: Ini, fetched: Ini): Ini {
  const kept = known.sections.filter(({ name }) => name.toUpperCase() !== 'APPLESERVERS');
  return { ...known, sections: [...kept, ...fetched.sections.filter(({ name }) => name === 'AppleServers')] };
}

function iniAt(self: Self<InvmacMemory>, name: string): Ini | undefined {
  const text = self.files.readText(macintoshPath(name));
  return text.ok ? parseIni(text.value) : undefined;
}
