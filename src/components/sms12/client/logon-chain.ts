import { createMachine } from 'xstate';
import { documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Component, type Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { logonServerShare } from '../folders.ts';
import { clientPlatform } from './client-platform.ts';
import { setUpDelays, setUpEffects } from './client-setup.ts';
import { chooseLogonServer, offersSms } from './logon-server-choice.ts';
import { newSetUpMemory, type SetUpMemory } from './set-up-memory.ts';
import { setUpStates } from './set-up-states.ts';
import { speedTestEffects, speedTestStates } from './speed-test.ts';

/** One chain: how it begins, and the effects of its states. */
type Chain = Pick<Component<SetUpMemory>, 'name' | 'logonScript' | 'machine' | 'effects'>;

function logonChain(chain: Chain): Component {
  return defineComponent<SetUpMemory>({
    ...chain,
    inSession: true,
    file: 'Setls32.exe',
    delays: setUpDelays,
    hears: [],
    traits: {},
    provenance: inferred(
      'Q127052, Q131011, Q156540, Resource Guide for SMS 1.2 (Client Setup)',
      'The script runs SETLS, NETSPEED, Client Setup and the inventory agent one after the other.',
    ),
    memory: newSetUpMemory,
  });
}

const choosing = {
  meta: { provenance: documented('Q156540, Q166246') },
  entry: 'choose a logon server',
} as const;

const agentStates = {
  'taking inventory': { entry: 'run the inventory agent', always: 'ended' },
  ended: { type: 'final' },
} as const;

const chainEffects: Readonly<Record<string, Effect<SetUpMemory>>> = {
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
      ...setUpStates('taking inventory'),
      ...agentStates,
    },
  }),
  effects: { ...chainEffects, ...speedTestEffects, ...setUpEffects },
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
      ...setUpStates('taking inventory'),
      ...agentStates,
    },
  }),
  effects: { ...chainEffects, ...setUpEffects },
});
