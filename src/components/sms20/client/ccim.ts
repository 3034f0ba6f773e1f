import { createMachine } from 'xstate';
import { minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { assignmentEffects, assignmentProvenance } from './ccim-assignment.ts';
import { configurationEffects, configurationProvenance } from './ccim-configuration.ts';
import { ccimPeriod, ccimRetry, cycleEffects } from './ccim-cycle.ts';
import { heartbeatEffects, heartbeatProvenance } from './ccim-heartbeat.ts';
import { newCcimMemory, type CcimMemory } from './ccim-memory.ts';
import { offerEffects, offersProvenance } from './ccim-offers.ts';
import { operationEffects, operationsProvenance } from './ccim-operations.ts';
import { lookupHandleProvenance, resyncEffects, resyncProvenance } from './ccim-resync.ts';
import { sharedCcimTraits } from './ccim-traits.ts';
import { clientRemovalProvenance } from './client-removal.ts';

/** Keeps a client assigned, configured and equipped; every 23 hours. */
export const ccim = defineComponent<CcimMemory>({
  name: 'Client Configuration Installation Manager',
  launchedBy: 'SMS Client Service',
  file: 'Core\\Bin\\Ccim32.dll',
  log: { file: 'Ccim32.log', component: 'CCIM32', side: 'client' },
  machine: ccimMachine('CCIM32'),
  effects: {
    ...cycleEffects,
    ...assignmentEffects,
    ...configurationEffects,
    ...resyncEffects,
    ...heartbeatEffects,
    ...offerEffects,
    ...operationEffects,
    'announce the retry': {
      answers: [],
      run: (self) => {
        self.log(`CCIM32 - Retry in ${ccimRetry(self) / minute} minutes`);
        return undefined;
      },
    },
  },
  delays: {
    'CCIM period': { provenance: documented('Q231232'), duration: ccimPeriod },
    'CCIM retry': { provenance: documented('Q236052, Q227033'), duration: ccimRetry },
    'reading of client.lkp': { provenance: lookupHandleProvenance, duration: () => 2 * second },
    'wait for a refresh': { provenance: documented('Q275617'), duration: () => 10 * second },
    'work on a component': {
      provenance: assumed('To install, upgrade or verify an agent takes one minute.', 'Q235161'),
      duration: () => minute,
    },
  },
  hears: ['user logged on'],
  traits: {
    ...sharedCcimTraits,
    'waits for Inbox Manager': {
      default: true,
      meaning: 'A component folder with Inboxlck.tok is left alone for ten seconds, and then until the next cycle.',
      provenance: documented('Q275617'),
    },
    'compares the release of the access point': {
      default: true,
      meaning: 'Nothing is taken from an access point whose base components are of an older release than the client.',
      provenance: documented('Q264630'),
    },
    'compares the version of the configuration file': {
      default: true,
      meaning: 'A component whose .CFG has another version than its offer is skipped.',
      provenance: documented('Q236596'),
    },
    'verification leaves what is in order': {
      default: true,
      meaning: 'The verification every 30 days replaces only files that differ; else agents are installed anew and run.',
      provenance: documented('Q239564, Q277783'),
    },
  },
  provenance: inferred(
    'Q231232, Q236052, Q236596, Q264630, Q280515',
    'The order of the steps is put together from log excerpts.',
  ),
  memory: () => newCcimMemory(''),
});
