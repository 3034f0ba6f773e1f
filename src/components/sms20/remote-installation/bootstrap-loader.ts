import { createMachine } from 'xstate';
import { documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import {
  copyClicore,
  endService,
  joinSite,
  locateAccessPoint,
  runBase,
  startClient,
  type LoaderMemory,
} from './loader-steps.ts';
import { loaderService } from './remote-computer.ts';

/** Runs as a service on a computer that is to become a client, and installs what makes a client of it. */
export const bootstrapLoader = defineComponent<LoaderMemory>({
  name: 'CCMBtLdr.exe',
  service: loaderService,
  file: 'CCMBtLdr.exe',
  log: { file: 'Wnremote.log', side: 'client' },
  machine: createMachine({
    id: 'CCMBtLdr.exe',
    initial: 'locating a CAP',
    states: {
      'locating a CAP': {
        meta: { provenance: documented('Q260168') },
        entry: 'locate a CAP',
        on: { located: 'fetching Clicore', 'not located': 'finished' },
      },
      'fetching Clicore': {
        meta: { provenance: documented('Q242924, Q264630') },
        entry: 'copy Clicore',
        on: {
          copied: 'running Clicore',
          'in place': 'running Clicore',
          'copy failed': 'finished',
          refused: 'finished',
        },
      },
      'running Clicore': {
        meta: { provenance: inferred('Q242924, Q246527', 'Ccmcore and Clicore are what a remote installation runs.') },
        entry: ['join the site', 'run Clicore'],
        on: { 'Clicore finished': 'starting the client', 'cannot run': 'finished' },
      },
      'starting the client': {
        meta: { provenance: documented('Q304961') },
        entry: 'start the client',
        always: 'finished',
      },
      finished: { type: 'final', entry: 'end the service' },
    },
  }),
  effects: {
    'locate a CAP': { answers: ['located', 'not located'], run: locateAccessPoint },
    'copy Clicore': { answers: ['in place', 'refused'], run: copyClicore },
    'join the site': silent(joinSite),
    'run Clicore': { answers: ['cannot run'], run: runBase },
    'start the client': silent(startClient),
    'end the service': silent(endService),
  },
  delays: {},
  hears: [],
  traits: {
    'spares computers of a later release': {
      default: true,
      meaning: 'The loader ends on a computer that holds base programs of a later release.',
      provenance: documented('Q252717, Q252718, Q264630'),
    },
  },
  provenance: inferred('Q260168, Q242924, Q304961', 'What the loader does is put together from its log and its files.'),
  memory: () => ({ site: '', accessPoint: '' }),
});
