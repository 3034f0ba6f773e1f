import { createMachine } from 'xstate';
import { hour, minute } from '../../../kernel/index.ts';
import {
  accessPointShare,
  documented,
  inferred,
  systemOpener,
  type AccessPoint,
  type Computer,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import {
  componentServerKey,
  componentServersProvenance,
  deinstallationStart,
  knownComponentServers,
  noteComponentServer,
  requestedAnew,
} from './component-servers.ts';
import { deinstallExecutive, installExecutive } from './server-bootstrap.ts';

/** Installs SMS Executive on the client access points, brings them the programs of an upgrade, and removes it again. */
export const siteComponentManager = defineComponent<null>({
  name: 'SMS_SITE_COMPONENT_MANAGER',
  service: 'SMS_SITE_COMPONENT_MANAGER',
  file: 'Sitecomp.exe',
  log: { file: 'Sitecomp.log', component: 'SMS_SITE_COMPONENT_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_SITE_COMPONENT_MANAGER',
    initial: 'processing',
    states: {
      processing: {
        meta: { provenance: documented('Q235210, Q263063, Q257362') },
        entry: 'process the site systems',
        on: { 'all done': 'waiting', 'some failed': 'waiting for the next cycle' },
      },
      waiting: { on: { 'site settings changed': 'processing' } },
      'waiting for the next cycle': {
        on: { 'site settings changed': 'processing' },
        after: { 'polling cycle': 'processing' },
      },
    },
  }),
  effects: {
    'process the site systems': { answers: ['all done', 'some failed'], run: processSiteSystems },
  },
  delays: {
    'polling cycle': {
      provenance: documented('Q199816', 'By default every hour; without anything to do a cycle changes nothing.'),
      duration: () => hour,
    },
  },
  hears: ['site settings changed'],
  traits: {},
  provenance: inferred('Q235210, Q199816', 'What it does on a site system and when it tries again is told.'),
  memory: () => null,
});

function processSiteSystems(self: Self): string {
  self.restsOn('what Site Component Manager knows of site systems', componentServersProvenance);
  const wanted = self.site.accessPoints.map(({ server }) => server.toUpperCase());
  const gone = knownComponentServers(self).filter((server) => !wanted.includes(server));
  const removed = gone.map((server) => remove(self, server));
  const made = self.site.accessPoints.map((point) => provide(self, point));
  return [...removed, ...made].every(Boolean) ? 'all done' : 'some failed';
}

/** Makes sure of one client access point; one that Setup has installed is only entered. */
function provide(self: Self, point: AccessPoint): boolean {
  const computer = self.world.computer(point.server);
  if (computer === undefined) return true;
  const anew = requestedAnew(self, point.server);
  const known = self.registry.exists(componentServerKey(point.server));
  if (anew === undefined && (known || isInstalled(self, computer))) {
    if (!known) noteComponentServer(self, point.server);
    return true;
  }
  if (anew === 'Reset') {
    if (!takeDown(self, computer, point)) return false;
    share(self, computer, point);
  }
  const own = computer === self.computer;
  if (!own && !installExecutive(self, computer, anew !== 'Reinstall')) return false;
  noteComponentServer(self, point.server);
  return true;
}

function isInstalled(self: Self, computer: Computer): boolean {
  const code = computer.registry.getText('HKLM\\Software\\Microsoft\\SMS\\Identification', 'Site Code');
  return code === self.site.code && computer.service('SMS_EXECUTIVE') !== undefined;
}

const removedAndMade = documented(
  'Q257362',
  'A reset removes SMS_EXECUTIVE and the folder of a CAP and makes both again.',
);

/** The folder of a CAP goes with all that lies in it; a site system that cannot be reached is tried again. */
function takeDown(self: Self, computer: Computer, { folder }: AccessPoint): boolean {
  self.restsOn('reset of a client access point', removedAndMade);
  const own = computer === self.computer;
  if (!own && isInstalled(self, computer) && !deinstallExecutive(self, computer)) return false;
  const path = computer.files.resolveShare(accessPointShare(self.site.code)) ?? folder;
  computer.files.removeShare(accessPointShare(self.site.code));
  computer.files.removeFolder(systemOpener, path, { recursive: true });
  return true;
}

function share(self: Self, computer: Computer, { folder }: AccessPoint): void {
  computer.files.createFolder(systemOpener, folder, { parents: true });
  computer.files.addShare({ name: accessPointShare(self.site.code), path: folder });
  const inboxManager = 'SMS_INBOX_MANAGER';
  if (self.runs(inboxManager)) {
    self.post(self.processOf(self.computer.name, inboxManager), { type: 'site settings changed' });
  }
}

/** A removal is tried in every cycle for 1440 minutes, then taken for done. */
function remove(self: Self, server: string): boolean {
  const computer = self.world.computer(server);
  const key = componentServerKey(server);
  if (computer !== undefined && computer !== self.computer && !deinstallExecutive(self, computer)) {
    if (!isOver(self, key)) {
      self.log('Deinstallation failed and will be retried in the next polling cycle.');
      return false;
    }
    self.log('Deinstallation failed. Deinstall retry interval of 1440 minutes exceeded.');
    self.log('Component assumed to be deinstalled; deinstallation will not be retried.');
  } else computer?.files.removeShare(accessPointShare(self.site.code));
  self.registry.deleteKey(key);
  return true;
}

function isOver(self: Self, key: string): boolean {
  self.restsOn('end of the tries of a removal', deinstallationStart.provenance);
  self.restsOn('unit of Deinstallation Start Time', deinstallationStart.unit);
  const now = Math.floor(self.now() / 1000);
  const start = self.registry.getNumber(key, deinstallationStart.name);
  if (start !== undefined) return (now - start) * 1000 > 1440 * minute;
  self.registry.set(key, deinstallationStart.name, { type: 'REG_DWORD', data: now });
  return false;
}
