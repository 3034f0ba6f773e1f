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
  machine: createMachine({
    id: 'CCIM32',
    initial: 'cycle',
    states: {
      'waiting for a user': {
        meta: { provenance: documented('Q231232, Q323532') },
        entry: 'say that there is no user',
        on: { 'user logged on': 'cycle' },
      },
      sleeping: {
        meta: { provenance: documented('Q231232') },
        after: { 'CCIM period': 'cycle' },
        on: {
          wake: 'cycle',
          'user logged on': { actions: 'see whether a logon starts a cycle' },
          'cycle due': 'cycle',
        },
      },
      'waiting to retry': {
        meta: { provenance: documented('Q236052, Q227033') },
        entry: 'announce the retry',
        after: { 'CCIM retry': 'cycle' },
        on: { wake: 'cycle', 'user logged on': { actions: 'see whether a logon starts a cycle' }, 'cycle due': 'cycle' },
      },
      removed: { type: 'final' },
      cycle: {
        initial: 'looking for a user',
        on: { wake: { actions: 'remember the call' }, 'user logged on': {} },
        states: {
          'looking for a user': {
            meta: { provenance: documented('Q231232, Q323532') },
            entry: 'look for a user',
            on: { 'user present': 'beginning', 'no user': '#CCIM32.waiting for a user' },
          },
          beginning: {
            meta: { provenance: documented('Q199078') },
            entry: 'begin the cycle',
            on: { begun: 'taking the next site', 'deinstall requested': 'removing the client' },
          },
          'taking the next site': {
            entry: 'take the next site',
            on: { 'site taken': 'selecting a CAP', 'all sites done': 'merging the offers' },
          },
          'selecting a CAP': {
            meta: { provenance: documented('Q205406, Q226113, Q236052') },
            entry: 'select a CAP',
            on: { 'CAP reached': 'refreshing the configuration', 'no CAP': 'judging the absence' },
          },
          'judging the absence': {
            meta: { provenance: documented('Q236052, Q227033') },
            entry: 'judge the absence of the site',
            on: { 'site kept': 'taking the next site', 'site given up': 'leaving the site' },
          },
          'leaving the site': {
            meta: { provenance: clientRemovalProvenance },
            entry: 'leave the site',
            on: { 'site left': 'taking the next site' },
          },
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
            meta: { provenance: documented('Q199318, Q198770') },
            entry: 'refresh Sms_def.mof',
            on: { refreshed: 'opening client.lkp' },
          },
          'opening client.lkp': {
            meta: { provenance: documented('Q280515') },
            entry: 'open client.lkp',
            on: { opened: 'reading client.lkp', 'nothing to read': 'looking at the heartbeat' },
          },
          'reading client.lkp': {
            meta: { provenance: resyncProvenance },
            after: { 'reading of client.lkp': 'closing client.lkp' },
          },
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
            on: { 'record due': 'writing a record', 'no record due': 'reading the offers' },
          },
          'writing a record': {
            meta: { provenance: heartbeatProvenance },
            entry: 'write the discovery record',
            on: { 'record queued': 'reading the offers' },
          },
          'reading the offers': {
            meta: { provenance: offersProvenance },
            entry: 'read the offers',
            on: { 'offers read': 'taking the next site' },
          },
          'merging the offers': {
            meta: { provenance: offersProvenance },
            entry: 'merge the offers',
            on: { merged: 'checking components' },
          },
          'checking components': {
            meta: { provenance: offersProvenance },
            entry: 'check the next component',
            on: {
              'nothing to do': { target: 'checking components', reenter: true },
              'operation needed': 'choosing the source',
              withdrawn: 'removing a component',
              'all components checked': 'finishing',
            },
          },
          'choosing the source': {
            meta: { provenance: operationsProvenance },
            entry: 'look at the source',
            on: {
              'source ready': 'setting a component up',
              'source locked': 'waiting for Inbox Manager',
              'source unfit': 'checking components',
            },
          },
          'waiting for Inbox Manager': {
            meta: { provenance: documented('Q275617') },
            after: { 'wait for a refresh': 'choosing the source again' },
          },
          'choosing the source again': {
            meta: { provenance: documented('Q275617') },
            entry: 'look at the source again',
            on: { 'source ready': 'setting a component up', 'source unfit': 'checking components' },
          },
          'setting a component up': {
            meta: { provenance: operationsProvenance },
            entry: 'set the component pending',
            after: { 'work on a component': 'noting the component' },
          },
          'noting the component': {
            meta: { provenance: operationsProvenance },
            entry: 'set the component up',
            on: { 'component done': 'checking components' },
          },
          'removing a component': {
            meta: { provenance: inferred('SMS help, agents', 'An agent goes when every site has switched it off.') },
            entry: 'remove the component',
            on: { 'component done': 'checking components' },
          },
          'removing the client': {
            meta: { provenance: clientRemovalProvenance },
            entry: 'remove the client',
            on: { 'client removed': '#CCIM32.removed' },
          },
          finishing: {
            meta: { provenance: documented('Q231232, Q236052') },
            entry: 'finish the cycle',
            on: {
              'called meanwhile': 'looking for a user',
              retry: '#CCIM32.waiting to retry',
              sleep: '#CCIM32.sleeping',
              'last site left': 'removing the client',
            },
          },
        },
      },
    },
  }),
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
