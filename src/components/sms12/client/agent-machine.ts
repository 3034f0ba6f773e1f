import { createMachine, type AnyStateMachine } from 'xstate';
import { documented } from '../../../world/index.ts';

/** An agent of the logon script: one run for its command line. */
export function scriptAgentMachine(name: string, isGuarded: boolean): AnyStateMachine {
  return createMachine({
    id: name,
    initial: 'waiting for its command line',
    states: {
      'waiting for its command line': { on: { 'command line': 'beginning' } },
      beginning: beginning(['take the command line', 'check the site'], 'ended'),
      ...(isGuarded ? guardedScan : plainScan),
      ...statesOfARun('ended'),
      ended: { type: 'final' },
    },
  });
}

/** An agent that is a service: a run once a day, as soon as there is a configuration. */
export function serviceAgentMachine(name: string): AnyStateMachine {
  return createMachine({
    id: name,
    initial: 'preparing',
    states: {
      preparing: {
        entry: 'find the configuration',
        on: { 'configuration found': 'beginning', 'no configuration': 'waiting a minute' },
      },
      'waiting a minute': { meta: { provenance: documented('Q155626') }, after: { 'one minute': 'preparing' } },
      beginning: beginning(['check the site'], 'sleeping'),
      ...plainScan,
      ...statesOfARun('sleeping'),
      sleeping: { entry: 'say how long it sleeps', after: { 'service interval': 'preparing' } },
    },
  });
}

/** A scan in one go. */
const plainScan = { scanning: { entry: 'begin the scan', after: { scan: 'naming' }, exit: 'end the scan' } } as const;

/**
 * A scan that asks the hardware itself, one test after the other; each is noted before it is made, so that a computer
 * that hangs in it knows afterwards in which (Q139908). It hangs until its user switches it off.
 */
const guardedScan = {
  scanning: { entry: 'begin the scan', always: 'testing the hardware' },
  'testing the hardware': {
    meta: { provenance: documented('Q139908') },
    entry: 'begin the next test',
    on: { 'test begun': 'in a test', 'computer hangs': 'hanging', 'no more tests': 'looking for packages' },
  },
  'in a test': { after: { 'one test': 'testing the hardware' } },
  hanging: {},
  'looking for packages': { after: { 'search for packages': 'naming' }, exit: 'end the scan' },
} as const;

/** How a run begins; `rest` is where an agent is when it has nothing to do. */
function beginning<Rest extends string>(entry: string[], rest: Rest) {
  return { entry, on: { 'own site': 'deciding', 'foreign site': rest, 'no configuration': rest } } as const;
}

/** What every agent does between its decision and `rest`. */
function statesOfARun<Rest extends string>(rest: Rest) {
  return {
    deciding: { entry: 'decide what is due', on: { 'scan due': 'scanning', 'nothing due': rest } },
    naming: {
      meta: { provenance: documented('Q162557') },
      entry: 'find a name',
      after: { 'look until first byte': 'creating' },
    },
    creating: { entry: 'create the work file', on: { created: 'writing', 'sharing violation': rest, refused: rest } },
    writing: { after: { 'writing the inventory': 'finishing' } },
    finishing: { entry: 'complete the work file', on: { reported: 'reported', 'rename refused': rest } },
    reported: { entry: 'remember what was answered', always: rest },
  } as const;
}
