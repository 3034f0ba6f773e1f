import { createMachine } from 'xstate';
import type { Instant } from '../../../kernel/index.ts';
import { documented, fileName, inferred, parseCopyList, smsIniValue } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, silent } from '../../inbox-pass.ts';
import { nextFreeName } from '../free-names.ts';
import { clientPlatform } from './client-platform.ts';
import {
  clientPath,
  clientServicesKey,
  connectAsUser,
  inventoryService,
  logonShare,
  readSmsIni,
  wakeUpInterval,
} from './client-files.ts';

interface MonitorMemory {
  /** The local RAW file in hand. */
  file: string;
  /** Where the copy on the logon server lies while it is not complete. */
  target: string;
  /** When it last looked for a new configuration. */
  fetchedAt: Instant;
}

const guide = documented('Resource Guide for SMS 1.2 (How SMS Collects Inventory from Computers)');

const ignored = documented(
  'Resource Guide for SMS 1.2 (How SMS Collects Inventory from Computers)',
  'Without the inventory service it looks for RAW files once, at its start, and takes no notice of later ones.',
);

/**
 * Carries the inventory of a Windows NT workstation to its logon server and the configuration back. It runs in the
 * session of the user, so that nothing moves while nobody is logged on.
 */
export const clientMonitor = defineComponent<MonitorMemory>({
  name: 'CLIMONNT',
  inSession: true,
  file: 'Climonnt.exe',
  log: { file: 'CLIMONNT.LOG', component: 'CLIMONNT', side: 'client' },
  machine: createMachine({
    id: 'CLIMONNT',
    initial: 'beginning',
    states: {
      beginning: { entry: 'watch INVDATA', always: 'fetching' },
      fetching: { entry: 'fetch the configuration', always: 'looking' },
      looking: { entry: 'look for inventory', on: { found: 'carrying', nothing: 'waiting' } },
      carrying: {
        entry: 'start the copy',
        on: {
          copied: { target: 'looking', actions: 'finish the copy' },
          'copy failed': 'waiting',
          refused: 'waiting',
          'folder changed': {},
        },
      },
      waiting: {
        on: { 'folder changed': 'noticing' },
        after: { 'configuration interval': 'fetching' },
      },
      noticing: { entry: 'ask for the service', on: { installed: 'looking', 'not installed': 'waiting' } },
    },
  }),
  effects: {
    'watch INVDATA': silent((self) => self.watch(clientPath('INVDATA'))),
    'fetch the configuration': silent((self) => {
      self.memory.fetchedAt = self.world.hooks.now();
      fetchConfiguration(self);
    }),
    'ask for the service': {
      answers: ['installed', 'not installed'],
      run: (self) => {
        self.restsOn('changes without the service', ignored);
        const state = self.computer.registry.getText(clientServicesKey, inventoryService);
        return state === undefined ? 'not installed' : 'installed';
      },
    },
    'look for inventory': {
      answers: ['found', 'nothing'],
      run: (self) => {
        self.memory.file = filesIn(self, clientPath('INVDATA'), '*.RAW')[0] ?? '';
        if (self.memory.file === '') return 'nothing';
        callClientSetUp(self);
        return 'found';
      },
    },
    'start the copy': {
      answers: ['refused'],
      run: (self) => {
        const share = logonShare(readSmsIni(self));
        if (share === '' || !connectAsUser(self, serverOf(share))) return 'refused';
        const folder = `${share}\\INVENTRY.BOX`;
        self.memory.target = `${folder}\\${fileName(self.memory.file).replace(/\.RAW$/i, '.TMP')}`;
        return self.copy(self.memory.file, self.memory.target).ok ? undefined : 'refused';
      },
    },
    'finish the copy': silent((self) => {
      const { target, file } = self.memory;
      const folder = target.slice(0, target.lastIndexOf('\\'));
      const named = target.replace(/\.TMP$/i, '.RAW');
      const free = self.files.exists(named) ? `${folder}\\${nextFreeName(self, folder, '.RAW')}` : named;
      if (!self.files.move(target, free).ok) return;
      self.files.delete(file);
      self.log(`Moved ${file} to ${free}`);
    }),
  },
  delays: {
    'configuration interval': {
      provenance: inferred(
        'Q184858, Resource Guide for SMS 1.2 (How SMS Collects Inventory from Computers)',
        'A third of the wake-up interval of the service; Q184858 speaks of 24 hours.',
      ),
      duration: (self) => Math.max(0, self.memory.fetchedAt + wakeUpInterval(self) / 3 - self.world.hooks.now()),
    },
  },
  hears: [],
  traits: {
    'looks at the copy list when there is inventory': {
      default: true,
      meaning: 'Inventory of the service is an occasion to compare CopyListVersion and to call Client Setup.',
      provenance: documented('Q174961'),
    },
  },
  provenance: guide,
  memory: () => ({ file: '', target: '', fetchedAt: 0 }),
});

/** Client Setup asks for an update of the services where the copy list of the logon server is another one (Q174961). */
function callClientSetUp(self: Self<MonitorMemory>): void {
  if (self.trait('looks at the copy list when there is inventory') !== true) return;
  const ini = readSmsIni(self);
  const share = logonShare(ini);
  const platform = clientPlatform(self.computer);
  if (ini === undefined || platform === undefined || share === '' || !connectAsUser(self, serverOf(share))) return;
  const text = self.files.readText(`${share}\\${platform.copyList}`);
  if (!text.ok || parseCopyList(text.value).version === (smsIniValue(ini, 'copyListVersion') ?? '')) return;
  if (!self.start(platform.setUp)) return;
  self.post(self.processOf(self.computer.name, platform.setUp), { type: 'command line' });
}

/**
 * Brings to MS\SMS\DATA what the inventory service reads there, where date or size differ from the logon server; client
 * set-up does the same (Resource Guide for SMS 1.2, Resynchronizing Inventory Information).
 */
export function fetchConfiguration(self: Self): void {
  const ini = readSmsIni(self);
  const share = logonShare(ini);
  if (share === '' || !connectAsUser(self, serverOf(share))) return;
  const smsid = (ini === undefined ? undefined : smsIniValue(ini, 'smsid')) ?? '';
  const sources = ['DOMAIN.INI', 'PKG_16.CFG', `INVENCFG.BOX\\${smsid}.CFG`];
  for (const source of sources) fetchChanged(self, `${share}\\${source}`);
}

function fetchChanged(self: Self, source: string): void {
  const copy = clientPath('DATA', fileName(source));
  const [theirs, ours] = [self.files.stat(source), self.files.stat(copy)];
  if (!theirs.ok) return;
  const same = ours.ok && ours.value.size === theirs.value.size && ours.value.modified === theirs.value.modified;
  const text = same ? undefined : self.files.readText(source);
  if (text?.ok === true) self.files.writeText(copy, text.value, { modified: theirs.value.modified });
}

function serverOf(share: string): string {
  return share.split('\\')[2] ?? '';
}
