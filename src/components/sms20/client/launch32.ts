import { createMachine } from 'xstate';
import { assumed, documented } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { approvalProvenance, isApproved, sayHeldBack } from './launch-approval.ts';
import { launchDataInUse, launchDataProvenance, longestWait } from './launch-data.ts';

/** How often it has waited in vain. */
interface LaunchMemory {
  timeouts: number;
}

const tries = assumed('Launch32 gives up after the second wait, as the log excerpt shows.', 'Q289552');

/** Starts programs in the session of the user who logs on; what it starts is not emulated. */
export const launch32 = defineComponent<LaunchMemory>({
  name: 'Launch32',
  atLogon: true,
  inSession: true,
  file: 'Core\\Bin\\Launch32.exe',
  log: { file: 'Launch32.log', component: 'Launch32', side: 'client' },
  machine: createMachine({
    id: 'Launch32',
    initial: 'asking for the launch data',
    states: {
      'asking for the launch data': {
        meta: { provenance: launchDataProvenance },
        entry: 'ask for the launch data',
        on: { free: 'running', 'in use': 'waiting for the launch data' },
      },
      'waiting for the launch data': {
        meta: { provenance: launchDataProvenance },
        entry: 'say that it waits',
        after: { 'longest wait for the launch data': 'counting the timeout' },
        on: { 'launch data released': 'asking for the launch data' },
      },
      'counting the timeout': {
        meta: { provenance: tries },
        entry: 'count the timeout',
        on: { 'another try': 'asking for the launch data', 'given up': 'running' },
      },
      running: {
        meta: { provenance: approvalProvenance },
        entry: 'hold programs back',
        on: { 'launch data released': {} },
      },
    },
  }),
  effects: {
    'ask for the launch data': {
      answers: ['free', 'in use'],
      run: (self) => (launchDataInUse(self) ? 'in use' : 'free'),
    },
    'say that it waits': silent((self) => self.log('Waiting for application launch data mutex...')),
    'hold programs back': silent((self) => {
      if (!isApproved(self)) sayHeldBack(self, 'session');
    }),
    'count the timeout': { answers: ['another try', 'given up'], run: countTimeout },
  },
  delays: {
    'longest wait for the launch data': { provenance: launchDataProvenance, duration: () => longestWait },
  },
  hears: [],
  traits: {},
  provenance: documented('Q235177, Q264630, Q289552'),
  memory: () => ({ timeouts: 0 }),
});

function countTimeout(self: Self<LaunchMemory>): string {
  self.log('***** MUTEX TIMEOUT');
  self.memory.timeouts++;
  if (self.memory.timeouts < 2) return 'another try';
  self.log("**** Couldn't get mutex (1460)");
  return 'given up';
}
