import { createMachine } from 'xstate';
import { minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { assignmentEffects, assignmentProvenance } from './ccim-assignment.ts';
import { configurationEffects, configurationProvenance } from './ccim-configuration.ts';
import { ccimPeriod, cycleEffects } from './ccim-cycle.ts';
import { heartbeatEffects, heartbeatProvenance } from './ccim-heartbeat.ts';
import { newCcimMemory, type CcimMemory } from './ccim-memory.ts';
import { lookupHandleProvenance, resyncEffects, resyncProvenance } from './ccim-resync.ts';
import { sharedCcimTraits } from './ccim-traits.ts';
import { clientRemovalProvenance } from './client-removal.ts';

const retryProvenance = documented('Q200640');

/** CCIM of clients with 16-bit Windows: the same cycle without offers, with a shorter retry. */
export const ccim16 = defineComponent<CcimMemory>({
  name: 'Client Configuration Installation Manager (16-bit)',
  launchedBy: 'SMS Client Service',
  file: 'Core\\Bin\\Ccim16.exe',
  log: { file: 'Ccim.log', component: 'CCIM16', side: 'client' },
  machine: createMachine({
    id: 'CCIM16',
    initial: 'cycle',
    states: {
      'waiting for a user': { on: { 'user logged on': 'cycle' } },
      sleeping: {
        meta: { provenance: documented('Q231232') },
        after: { 'CCIM period': 'cycle' },
        on: { wake: 'cycle', 'user logged on': 'cycle' },
      },
      'waiting to retry': {
        meta: { provenance: retryProvenance },
        entry: 'announce the retry',
        after: { 'CCIM retry': 'cycle' },
        on: { wake: 'cycle', 'user logged on': 'cycle' },
      },
      removed: { type: 'final' },
      cycle: {
        initial: 'looking for a user',
        on: { wake: { actions: 'remember the call' }, 'user logged on': {} },
        states: {
          'looking for a user': {
            entry: 'look for a user',
            on: { 'user present': 'beginning', 'no user': '#CCIM16.waiting for a user' },
          },
          beginning: {
            entry: 'begin the cycle',
            on: { begun: 'taking the next site', 'deinstall requested': 'removing the client' },
          },
          'taking the next site': {
            entry: 'take the next site',
            on: { 'site taken': 'selecting a CAP', 'all sites done': 'finishing' },
          },
          'selecting a CAP': {
            meta: { provenance: documented('Q205406, Q226113') },
            entry: 'select a CAP',
            on: { 'CAP reached': 'refreshing the configuration', 'no CAP': 'judging the absence' },
          },
          'judging the absence': {
            meta: { provenance: assignmentProvenance },
            entry: 'judge the absence of the site',
            on: { 'site kept': 'taking the next site', 'site given up': 'leaving the site' },
          },
          'leaving the site': { entry: 'leave the site', on: { 'site left': 'taking the next site' } },
          'refreshing the configuration': {
            meta: { provenance: configurationProvenance },
            entry: 'read the site configuration',
            on: { 'configuration read': 'checking the assignment', 'cannot read': 'judging the absence' },
          },
          'checking the assignment': {
            meta: { provenance: assignmentProvenance },
            entry: 'check the assignment',
            on: { assigned: 'refreshing Sms_def.mof', 'not assigned': 'leaving the site' },
          },
          'refreshing Sms_def.mof': {
            meta: { provenance: documented('Q202940') },
            entry: 'refresh Sms_def.mof',
            on: { refreshed: 'opening client.lkp' },
          },
          'opening client.lkp': {
            entry: 'open client.lkp',
            on: { opened: 'reading client.lkp', 'nothing to read': 'looking at the heartbeat' },
          },
          'reading client.lkp': { after: { 'reading of client.lkp': 'closing client.lkp' } },
          'closing client.lkp': {
            meta: { provenance: resyncProvenance },
            entry: ['read client.lkp', 'close client.lkp'],
            on: { 'requests found': 'applying a request', 'no requests': 'looking at the heartbeat' },
          },
          'applying a request': {
            meta: { provenance: resyncProvenance },
            entry: 'apply the next request',
            on: {
              'request applied': { target: 'applying a request', reenter: true },
              'start the inventory': { target: 'applying a request', reenter: true },
              'no request left': 'looking at the heartbeat',
            },
          },
          'looking at the heartbeat': {
            meta: { provenance: heartbeatProvenance },
            entry: 'look at the heartbeat',
            on: { 'record due': 'writing a record', 'no record due': 'taking the next site' },
          },
          'writing a record': {
            meta: { provenance: heartbeatProvenance },
            entry: 'write the discovery record',
            on: { 'record queued': 'taking the next site' },
          },
          'removing the client': {
            meta: { provenance: clientRemovalProvenance },
            entry: 'remove the client',
            on: { 'client removed': '#CCIM16.removed' },
          },
          finishing: {
            entry: 'finish the cycle',
            on: {
              'called meanwhile': 'looking for a user',
              retry: '#CCIM16.waiting to retry',
              sleep: '#CCIM16.sleeping',
              'last site left': 'removing the client',
            },
          },
        },
      },
    },
  }),
  effects: {
    ...cycleEffects16(),
    ...assignmentEffects,
    ...configurationEffects,
    ...resyncEffects,
    ...heartbeatEffects,
    'announce the retry': {
      answers: [],
      run: (self) => {
        self.log('CCIM16 - Retry in 10 minutes');
        return undefined;
      },
    },
  },
  delays: {
    'CCIM period': { provenance: inferred('Q231232', 'The period of 32-bit clients.'), duration: ccimPeriod },
    'CCIM retry': { provenance: retryProvenance, duration: () => 10 * minute },
    'reading of client.lkp': { provenance: lookupHandleProvenance, duration: () => 2 * second },
  },
  hears: ['user logged on'],
  traits: sharedCcimTraits,
  provenance: assumed('The 16-bit CCIM takes the steps of the 32-bit one as far as they concern inventory.', 'Q200640'),
  memory: () => newCcimMemory('CCIM16 - '),
});

function cycleEffects16(): typeof cycleEffects {
  const { 'say that there is no user': _1, 'see whether a logon starts a cycle': _2, ...effects } = cycleEffects;
  return effects;
}
