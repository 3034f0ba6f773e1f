import { createMachine, type AnyStateMachine } from 'xstate';
import { documented } from '../../../world/index.ts';
import { ccimComponentSteps } from './ccim-component-steps.ts';
import { ccimSiteSteps } from './ccim-site-steps.ts';
import { clientRemovalProvenance } from './client-removal.ts';

/** Between two cycles. */
const restingStates = {
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
  'sleeping while work is pending': {
    meta: { provenance: documented('Q235161', 'Within an hour CCIM looks what became of the work it handed over.') },
    after: { 'CCIM period': 'cycle', 'wait for Available Programs Manager': 'looking after the work' },
    on: {
      wake: 'cycle',
      'user logged on': { actions: 'see whether a logon starts a cycle' },
      'cycle due': 'cycle',
    },
  },
  'looking after the work': {
    meta: { provenance: documented('Q235161') },
    entry: 'look after the work',
    on: { 'work pending': 'sleeping while work is pending', 'no work left': 'sleeping' },
  },
  'waiting to retry': {
    meta: { provenance: documented('Q236052, Q227033') },
    entry: 'announce the retry',
    after: { 'CCIM retry': 'cycle' },
    on: {
      wake: 'cycle',
      'user logged on': { actions: 'see whether a logon starts a cycle' },
      'cycle due': 'cycle',
    },
  },
} as const;

/** The machine of CCIM: sleeps, and takes the steps of the maintenance cycle. */
export function ccimMachine(id: string): AnyStateMachine {
  return createMachine({
    id,
    initial: 'cycle',
    states: {
      ...restingStates,
      removed: { type: 'final' },
      cycle: {
        initial: 'looking for a user',
        on: { wake: { actions: 'remember the call' }, 'user logged on': {} },
        states: {
          'looking for a user': {
            meta: { provenance: documented('Q231232, Q323532') },
            entry: 'look for a user',
            on: { 'user present': 'beginning', 'no user': `#${id}.waiting for a user` },
          },
          beginning: {
            meta: { provenance: documented('Q199078') },
            entry: 'begin the cycle',
            on: { begun: 'taking the next site', 'deinstall requested': 'removing the client' },
          },
          ...ccimSiteSteps,
          ...ccimComponentSteps,
          'removing the client': {
            meta: { provenance: clientRemovalProvenance },
            entry: 'remove the client',
            on: { 'client removed': `#${id}.removed` },
          },
          finishing: {
            meta: { provenance: documented('Q231232, Q236052') },
            entry: 'finish the cycle',
            on: {
              'called meanwhile': 'looking for a user',
              retry: `#${id}.waiting to retry`,
              sleep: `#${id}.sleeping`,
              'work pending': `#${id}.sleeping while work is pending`,
              'last site left': 'removing the client',
            },
          },
        },
      },
    },
  });
}
