import { createMachine } from 'xstate';
import { second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Component, type Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { logonServerShare } from '../folders.ts';
import { clientPlatform } from './client-platform.ts';
import { setupEffects } from './client-setup.ts';
import { chooseLogonServer, offersSms } from './logon-server-choice.ts';

/** What the chain of programs hands on from one to the next. */
export interface SetupMemory {
  /** `\\LAMSRV1\SMS_SHR`. */
  share: string;
  smsid: string;
  /** How often the .UID file could not be renamed. */
  tries: number;
  /** Files of the copy list still to be copied, the one in hand, and those that could not be. */
  files: string[];
  file: string;
  missing: string[];
  /** When the speed test began. */
  startedAt: number;
}

/** What NETSPEED measures and from when on it calls a link slow. */
const netspeed = { bytes: 3400, milliseconds: 850, file: 'C:\\NETSPEED.TMP' } as const;

const slowLinks = assumed('On a slow link the user is not asked, and the script ends.', 'Q131011');

/** One chain: how it begins, and the effects of its states. */
type Chain = Pick<Component<SetupMemory>, 'name' | 'logonScript' | 'machine' | 'effects'>;

function logonChain(chain: Chain): Component {
  return defineComponent<SetupMemory>({
    ...chain,
    inSession: true,
    file: 'Setls32.exe',
    delays: {
      'pause between two attempts': {
        provenance: assumed('Client set-up waits for a second before it tries again.', 'Q127052'),
        duration: () => second,
      },
    },
    hears: [],
    traits: {},
    provenance: inferred(
      'Q127052, Q131011, Q156540, Resource Guide for SMS 1.2 (Client Setup)',
      'The script runs SETLS, NETSPEED, Client Setup and the inventory agent one after the other.',
    ),
    memory: () => ({ share: '', smsid: '', tries: 0, files: [], file: '', missing: [], startedAt: 0 }),
  });
}

const choosing = {
  meta: { provenance: documented('Q156540, Q166246') },
  entry: 'choose a logon server',
} as const;

const speedTestStates = {
  measuring: {
    meta: { provenance: documented('Q131011') },
    entry: 'start the speed test',
    on: { copied: 'measured', 'copy failed': 'looking', refused: 'looking' },
  },
  measured: { entry: 'compare the speed', on: { fast: 'looking', slow: 'ended' } },
} as const;

const setupStates = {
  looking: {
    meta: { provenance: documented('Q126642, Q166771') },
    entry: 'look at SMS.INI',
    on: {
      'new client': 'taking an SMSID',
      'files to verify': 'listing files',
      installed: 'taking inventory',
      stopped: 'ended',
    },
  },
  'taking an SMSID': {
    meta: { provenance: documented('Q127052') },
    entry: 'take an SMSID',
    on: { 'SMSID taken': 'installing', 'try again': 'waiting for the SMSID', 'given up': 'ended' },
  },
  'waiting for the SMSID': { after: { 'pause between two attempts': 'taking an SMSID' } },
  installing: { entry: 'make SMS.INI', always: 'listing files' },
  'listing files': { entry: 'list the files to copy', always: 'copying' },
  copying: { entry: 'take the next file', on: { 'file taken': 'copying a file', 'none left': 'installed' } },
  'copying a file': {
    entry: 'start the copy',
    on: {
      copied: 'copying',
      'copy failed': { target: 'copying', actions: 'note the missing file' },
      refused: { target: 'copying', actions: 'note the missing file' },
    },
  },
  installed: { entry: 'finish the installation', always: 'taking inventory' },
  'taking inventory': { entry: 'run the inventory agent', always: 'ended' },
  ended: { type: 'final' },
} as const;

const chainEffects: Readonly<Record<string, Effect<SetupMemory>>> = {
  'choose a logon server': {
    answers: ['server chosen', 'no server'],
    run: (self) => {
      const given = self.message.data?.['server'];
      const named = typeof given === 'string' && offersSms(self, given) ? given : undefined;
      const server = given === undefined ? chooseLogonServer(self) : named;
      self.memory.share = server === undefined ? '' : `\\\\${server}\\${logonServerShare}`;
      return server === undefined ? 'no server' : 'server chosen';
    },
  },
  'run the inventory agent': silent((self) => {
    const platform = clientPlatform(self.computer);
    if (platform === undefined) return;
    self.start(platform.agent);
    const typed = [`/L:${self.memory.share}\\`, ...platform.agentSwitches].join(' ');
    self.post(self.processOf(self.computer.name, platform.agent), { type: 'command line', data: { typed } });
  }),
};

const speedTestEffects: Readonly<Record<string, Effect<SetupMemory>>> = {
  'start the speed test': {
    answers: ['refused'],
    run: (self) => {
      self.memory.startedAt = self.world.hooks.now();
      const source = `\\\\${self.computer.logonServer ?? ''}\\NETLOGON\\NETSPEED.DAT`;
      return self.copy(source, netspeed.file).ok ? undefined : 'refused';
    },
  },
  'compare the speed': {
    answers: ['fast', 'slow'],
    run: (self) => {
      self.files.delete(netspeed.file);
      if (self.world.hooks.now() - self.memory.startedAt < netspeed.milliseconds) return 'fast';
      self.restsOn('slow links', slowLinks);
      return 'slow';
    },
  },
};

/** The logon script: SETLS, NETSPEED, Client Setup, then the inventory agent. */
export const smsLogonScript = logonChain({
  name: 'SMSLS',
  logonScript: 'SMSLS.BAT',
  machine: createMachine({
    id: 'SMSLS',
    initial: 'choosing',
    states: {
      choosing: { ...choosing, on: { 'server chosen': 'measuring', 'no server': 'ended' } },
      ...speedTestStates,
      ...setupStates,
    },
  }),
  effects: { ...chainEffects, ...speedTestEffects, ...setupEffects },
});

/** RUNSMS.BAT, which a person starts from the share of a logon server. */
export const runSms = logonChain({
  name: 'RUNSMS',
  machine: createMachine({
    id: 'RUNSMS',
    initial: 'waiting for its command line',
    states: {
      'waiting for its command line': { on: { 'command line': 'choosing' } },
      choosing: { ...choosing, on: { 'server chosen': 'looking', 'no server': 'ended' } },
      ...setupStates,
    },
  }),
  effects: { ...chainEffects, ...setupEffects },
});
