import { documented, inferred } from '../../../world/index.ts';
import { offersProvenance } from './ccim-offers.ts';
import { operationsProvenance } from './ccim-operations.ts';

/** The steps of a CCIM cycle that handle the components on offer. */
export const ccimComponentSteps = {
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
} as const;
