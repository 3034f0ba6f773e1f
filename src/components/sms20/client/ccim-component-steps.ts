import { documented } from '../../../world/index.ts';
import { connectionProvenance } from './ccim-handover.ts';
import { offersProvenance } from './ccim-offers.ts';
import { operationsProvenance, ownWorkProvenance } from './ccim-operations.ts';

/** How CCIM finds a CAP for the component in hand. */
const sourceSteps = {
  'choosing the source': {
    meta: { provenance: operationsProvenance },
    entry: 'take the next source',
    on: { 'source taken': 'reading the source', 'no source': 'checking components' },
  },
  'reading the source': {
    meta: { provenance: operationsProvenance },
    after: { 'reading of a source': 'judging the source' },
  },
  'judging the source': {
    meta: { provenance: operationsProvenance },
    entry: 'look at the source',
    on: {
      'source ready': 'choosing who works',
      'source locked': 'waiting for Inbox Manager',
      'source unfit': 'choosing the source',
    },
  },
  'waiting for Inbox Manager': {
    meta: { provenance: documented('Q275617') },
    after: { 'wait for a refresh': 'choosing the source again' },
  },
  'choosing the source again': {
    meta: { provenance: documented('Q275617') },
    entry: 'look at the source again',
    on: { 'source ready': 'choosing who works', 'source unfit': 'choosing the source' },
  },
} as const;

/** CCIM sets the base group up itself, and hands everything else to Available Programs Manager (Q235161). */
const workSteps = {
  'choosing who works': {
    meta: { provenance: ownWorkProvenance },
    entry: 'see whose work it is',
    on: {
      'work of Clicore': 'waiting for Clicore',
      'work of CCIM': 'fetching a component',
      'work of Available Programs Manager': 'handing a component over',
      'Available Programs Manager is starting': 'letting programs start',
    },
  },
  'letting programs start': {
    meta: { provenance: documented('Q264630') },
    after: { 'launch of programs': 'handing a component over' },
  },
  'waiting for Clicore': {
    meta: { provenance: ownWorkProvenance },
    entry: 'start Clicore',
    on: { 'Clicore finished': 'checking components' },
  },
  'fetching a component': {
    meta: { provenance: ownWorkProvenance },
    entry: ['set the component pending', 'plan the copying'],
    always: 'copying a component',
  },
  'copying a component': {
    meta: { provenance: ownWorkProvenance },
    entry: 'copy the next file',
    on: {
      copied: { target: 'copying a component', reenter: true },
      'copy failed': 'checking components',
      'cannot copy': 'checking components',
      'all copied': 'setting a component up',
    },
  },
  'setting a component up': {
    meta: { provenance: ownWorkProvenance },
    after: { 'work on a component': 'noting the component' },
  },
  'noting the component': {
    meta: { provenance: ownWorkProvenance },
    entry: 'set the component up',
    on: { 'component done': 'checking components' },
  },
  'handing a component over': {
    meta: { provenance: connectionProvenance },
    entry: 'hand the component over',
    on: { 'handed over': 'checking components', 'no connection': 'checking components' },
  },
} as const;

/** The steps of a CCIM cycle that handle the components on offer. */
export const ccimComponentSteps = {
  'merging the offers': {
    meta: { provenance: offersProvenance },
    entry: 'merge the offers',
    on: { merged: 'resolving pending operations' },
  },
  'resolving pending operations': {
    meta: { provenance: connectionProvenance },
    entry: ['resolve the pending operations', 'announce the check'],
    on: { resolved: 'checking components' },
  },
  'checking components': {
    meta: { provenance: offersProvenance },
    entry: 'check the next component',
    on: {
      'nothing to do': { target: 'checking components', reenter: true },
      'operation needed': 'choosing the source',
      'base group checked': 'approving the agents',
      withdrawn: 'removing a component',
      'all components checked': 'finishing',
    },
  },
  'approving the agents': {
    meta: { provenance: documented('Q264630') },
    entry: 'approve the agents',
    on: { 'approved now': 'checking components', 'approved before': 'checking components' },
  },
  ...sourceSteps,
  ...workSteps,
  'removing a component': {
    meta: { provenance: operationsProvenance },
    entry: 'remove the component',
    on: { 'component done': 'checking components' },
  },
} as const;
