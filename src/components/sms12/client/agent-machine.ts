import { createMachine, type AnyStateMachine } from 'xstate';
import { documented } from '../../../world/index.ts';

/** An agent of the logon script: one run for its command line. */
export function scriptAgentMachine(name: string): AnyStateMachine {
  return createMachine({
    id: name,
    initial: 'waiting for its command line',
    states: {
      'waiting for its command line': { on: { 'command line': 'beginning' } },
      beginning: beginning(['take the command line', 'check the site'], 'ended'),
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
      ...statesOfARun('sleeping'),
      sleeping: { entry: 'say how long it sleeps', after: { 'service interval': 'preparing' } },
    },
  });
}

/** How a run begins; `rest` is where an agent is when it has nothing to do. */
function beginning<Rest extends string>(entry: string[], rest: Rest) {
  return { entry, on: { 'own site': 'deciding', 'foreign site': rest, 'no configuration': rest } } as const;
}

/** What every agent does between its decision and `rest`. */
function statesOfARun<Rest extends string>(rest: Rest) {
  return {
    deciding: { entry: 'decide what is due', on: { 'scan due': 'scanning', 'nothing due': rest } },
    scanning: { entry: 'begin the scan', after: { scan: 'naming' }, exit: 'end the scan' },
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
