import { createMachine } from 'xstate';
import { second } from '../../../kernel/index.ts';
import { assumed, documented, setupPhaseOf, smsIniValue } from '../../../world/index.ts';
import { defineComponent, type Component, type Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { readSmsIni } from './client-files.ts';
import { clientPlatform } from './client-platform.ts';

/**
 * What the LOAD= line of Windows starts once the logon script is through: it has client set-up finish what SMS.INI
 * notes before it starts the programs of SMS, whose files can be replaced only then (Q166771).
 */
function starter(name: string, file: string): Component {
  return defineComponent<Record<string, never>>({
    name,
    atLogon: true,
    inSession: true,
    file,
    machine: createMachine({
      id: name,
      initial: 'waiting for the logon script',
      states: {
        'waiting for the logon script': { after: { pause: 'asking for the logon script' } },
        'asking for the logon script': {
          entry: 'ask for the logon script',
          on: { running: 'waiting for the logon script', 'not running': 'looking' },
        },
        looking: {
          entry: 'look at the setup phase',
          on: { pending: 'waiting for Client Setup', installed: 'starting programs', 'no client': 'ended' },
        },
        'waiting for Client Setup': { after: { pause: 'asking for Client Setup' } },
        'asking for Client Setup': {
          entry: 'ask for Client Setup',
          on: { running: 'waiting for Client Setup', 'not running': 'starting programs' },
        },
        'starting programs': { entry: 'start the programs', always: 'ended' },
        ended: { type: 'final' },
      },
    }),
    effects,
    delays,
    hears: [],
    traits: {},
    provenance: documented('Q166771, Resource Guide for SMS 1.2 (Client Setup)'),
    memory: () => ({}),
  });
}

type Starter = Component<Record<string, never>>;

const effects: Starter['effects'] = {
  'ask for the logon script': {
    answers: ['running', 'not running'],
    run: (self) => {
      const agent = clientPlatform(self.computer)?.agent;
      const runs = ['SMSLS', 'RUNSMS', ...(agent === undefined ? [] : [agent])].some((one) => self.runs(one));
      return runs ? 'running' : 'not running';
    },
  },
  'look at the setup phase': { answers: ['pending', 'installed', 'no client'], run: lookAtPhase },
  'ask for Client Setup': {
    answers: ['running', 'not running'],
    run: (self) => {
      const setUp = clientPlatform(self.computer)?.setUp;
      return setUp !== undefined && self.runs(setUp) ? 'running' : 'not running';
    },
  },
  'start the programs': silent((self) => {
    if (phaseOf(self) === undefined || phaseOf(self) === 'DEINSTALL') return;
    for (const program of clientPlatform(self.computer)?.started ?? []) self.start(program);
  }),
};

const delays: Starter['delays'] = {
  pause: {
    provenance: assumed('Smsrun starts when the logon script has ended; it looks every fifteen seconds.', 'Q166771'),
    duration: () => 15 * second,
  },
};

/** Calls Client Setup for its second run where SMS.INI asks for one. */
function lookAtPhase(self: Self): string {
  const phase = phaseOf(self);
  const setUp = clientPlatform(self.computer)?.setUp;
  if (phase === undefined || setUp === undefined) return 'no client';
  if (phase === 'INSTALLED') return 'installed';
  if (self.start(setUp)) {
    self.post(self.processOf(self.computer.name, setUp), { type: 'command line', data: { switches: '/K' } });
  }
  return 'pending';
}

function phaseOf(self: Self) {
  const ini = readSmsIni(self);
  return setupPhaseOf(ini === undefined ? undefined : smsIniValue(ini, 'setupPhase'));
}

/** Windows 3.x and Windows 95. */
export const smsrun16 = starter('SMSRUN16', 'Smsrun16.exe');

/** Windows NT. */
export const smsrun32 = starter('SMSRUN32', 'Smsrun32.exe');
