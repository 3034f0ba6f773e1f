import { createMachine, type AnyStateMachine } from 'xstate';
import { documented } from '../../../world/index.ts';

/** Bringing the base components of the logon point to the client. */
const installingStates = {
  'looking at Clicore': {
    meta: { provenance: documented('Q287990, Q236596') },
    entry: 'look at Clicore',
    on: { 'copy started': 'copying Clicore', 'in place': 'processing', refused: 'finished' },
  },
  'copying Clicore': {
    meta: { provenance: documented('Q287990') },
    on: { copied: 'running Clicore', 'copy failed': 'finished' },
  },
  'running Clicore': {
    meta: { provenance: documented('Q236596, Q249077') },
    entry: 'run Clicore',
    on: { 'Clicore finished': 'processing', 'cannot run': 'finished' },
  },
} as const;

/** Assignment and registration, the work of CliEx. */
const processingStates = {
  processing: {
    meta: { provenance: documented('Q224197, Q262856, Q227025') },
    entry: ['begin processing', 'leave a discovery record', 'assess the sites'],
    on: { assigned: 'registering', 'not assigned': 'finished', 'sites lost': 'finished' },
  },
  registering: {
    meta: { provenance: documented('Q207429, Q264630') },
    entry: ['refresh what the sites hand out', 'register the service'],
    on: { registered: 'waiting for the service', 'no rights': 'finished', 'nothing to register': 'finished' },
  },
  'waiting for the service': {
    meta: { provenance: documented('Q207429') },
    after: { 'wait for the service': 'unloading' },
  },
  unloading: {
    meta: { provenance: documented('Q262856') },
    entry: 'unload',
    on: { unloaded: 'finished' },
  },
} as const;

/** The machine of the bootstrap at logon and of the wizard. */
export function bootstrapMachine(id: string): AnyStateMachine {
  return createMachine({
    id,
    initial: 'connecting',
    states: {
      connecting: {
        entry: 'connect to the logon point',
        on: { connected: 'finding the owner', 'no logon point': 'finished' },
      },
      'finding the owner': {
        meta: { provenance: documented('Q264976, Q249077') },
        entry: 'find the owner of Clicore',
        on: { 'owner found': 'comparing releases', 'no line': 'waiting for the line', 'given up': 'finished' },
      },
      'waiting for the line': {
        meta: { provenance: documented('Q264976') },
        after: { 'pause before another look': 'finding the owner' },
      },
      'comparing releases': {
        meta: { provenance: documented('Q262677, Q264630') },
        entry: 'compare the releases',
        on: { 'may go on': 'reading the configuration', 'newer release': 'finished' },
      },
      'reading the configuration': {
        meta: { provenance: documented('Q263345') },
        entry: 'read the configuration of the owner',
        on: { 'configuration read': 'looking at Clicore', 'no configuration': 'finished' },
      },
      ...installingStates,
      ...processingStates,
      finished: { type: 'final' },
    },
  });
}
